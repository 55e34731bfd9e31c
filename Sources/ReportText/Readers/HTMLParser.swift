// The border to libxml2's HTML parser: gives it the text as UTF-8, takes elements and text, and finds where in the source each text stands.
//
// The parser decodes references (`&nbsp;`), leaves out bytes it does not like and hands text over in chunks of its own, so a text's
// place is not simply told. What is told is how far the parser has read. A text either goes on where the last one ended, or ends
// where the parser stands, or is a reference that ends there; each is checked against the source before it is believed.
import CHTMLParser

/// Parses a source and tells a builder what is in it.
final class HTMLParser {
    private let source: [UInt32]
    /// Where the part of the source ends that is parsed.
    private let limit: Int
    private var builder: HTMLBuilder
    /// The next scalar to feed.
    private var fed: Int
    // A scalar of the source and its place in the bytes fed since the last start: positions only go forward, so this moves along.
    private var markIndex: Int
    private var markByte = 0
    /// Where the last text ended, and whether nothing but text came since.
    private var last = 0
    private var continues = false
    /// Where to start anew after a stop.
    private var resume: Int?
    private var chunk: [UInt32] = []
    private var known = [(address: UInt, element: HTMLElement)](repeating: (0, .inline), count: 64)
    // Within a tag being fed: the marks that may part its attributes. Attributes are compared with all before them, so a tag of
    // very many loses the last of them.
    private var isInTag = false
    private var marks = 0

    /// How deep elements may be nested. What lies deeper is read as if all open elements ended there: closing tags are looked for
    /// among all open elements, which would take quadratic time.
    private static let depthLimit = 400

    /// What `range` of the source is made of.
    static func parse(_ source: [UInt32], _ range: Range<Int>) -> HTMLPage {
        let parser = HTMLParser(source, range)
        parser.run(from: range.lowerBound)
        return parser.builder.page()
    }

    private init(_ source: [UInt32], _ range: Range<Int>) {
        self.source = source
        limit = range.upperBound
        builder = HTMLBuilder(source)
        fed = range.lowerBound
        markIndex = range.lowerBound
    }

    private func run(from first: Int) {
        var start: Int? = first
        while let from = start {
            fed = from
            markIndex = from
            markByte = 0
            last = from
            continues = false
            resume = nil
            isInTag = false
            for slot in known.indices { known[slot].address = 0 }
            var handler = ZhibiaoHTMLHandler(
                context: Unmanaged.passUnretained(self).toOpaque(),
                read: { HTMLParser.at($0).read($1, Int($2)) },
                start: { HTMLParser.at($0).start($1, $2, $3) },
                end: { HTMLParser.at($0).end($1) },
                text: { HTMLParser.at($0).text(UnsafeBufferPointer(start: $1, count: Int($2)), $3) },
                other: { HTMLParser.at($0).continues = false })
            guard zhibiao_html_parse(&handler) != 0 else { break }
            builder.closeAll()
            start = resume
        }
    }

    private static func at(_ context: UnsafeMutableRawPointer) -> HTMLParser {
        Unmanaged<HTMLParser>.fromOpaque(context).takeUnretainedValue()
    }

    // MARK: Feeding

    /// What is fed for a scalar, of the same length in UTF-8: characters that HTML does not allow would each cost an error message.
    private static func clean(_ scalar: UInt32) -> UInt32 {
        if scalar < 0x20 { return scalar == 0x0A || scalar == 0x0D || scalar == 0x09 ? scalar : 0x20 }
        return scalar & 0xFFFE == 0xFFFE && scalar < 0x10000 || scalar &- 0xD800 < 0x800 ? 0xFFFD : scalar
    }

    private static func length(_ scalar: UInt32) -> Int { scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4 }

    private func read(_ buffer: UnsafeMutablePointer<CChar>, _ capacity: Int) -> Int32 {
        var count = 0
        while fed < limit, count + 4 <= capacity {
            let scalar = thin(Self.clean(source[fed]))
            func put(_ byte: UInt32) {
                buffer[count] = CChar(truncatingIfNeeded: byte)
                count += 1
            }
            switch Self.length(scalar) {
            case 1: put(scalar)
            case 2:
                put(0xC0 | scalar >> 6)
                put(0x80 | scalar & 0x3F)
            case 3:
                put(0xE0 | scalar >> 12)
                put(0x80 | scalar >> 6 & 0x3F)
                put(0x80 | scalar & 0x3F)
            default:
                put(0xF0 | scalar >> 18)
                put(0x80 | scalar >> 12 & 0x3F)
                put(0x80 | scalar >> 6 & 0x3F)
                put(0x80 | scalar & 0x3F)
            }
            fed += 1
        }
        return Int32(count)
    }

    /// The scalar to feed, blank where a tag has had too many attributes.
    private func thin(_ scalar: UInt32) -> UInt32 {
        if scalar == 0x3C {
            isInTag = fed + 1 < limit && source[fed + 1].isLatinLetter
            marks = 0
        } else if isInTag {
            if scalar == 0x3E { isInTag = false }
            if scalar == 0x20 || scalar == 0x0A || scalar == 0x3D || scalar == 0x22 || scalar == 0x27 || scalar == 0x2F { marks += 1 }
            if isInTag, marks > 2000, scalar < 0x80 { return 0x20 }
        }
        return scalar
    }

    /// The scalar at a byte of what was fed.
    private func index(_ byte: Int) -> Int {
        while markByte < byte, markIndex < limit {
            markByte += Self.length(source[markIndex])
            markIndex += 1
        }
        while markByte > byte, markIndex > 0 {
            markIndex -= 1
            markByte -= Self.length(source[markIndex])
        }
        return markIndex
    }

    // MARK: Elements

    private func start(_ name: UnsafePointer<CChar>, _ attributes: UnsafePointer<UnsafePointer<CChar>?>?, _ position: Int) -> Int32 {
        continues = false
        guard resume == nil else { return 0 }
        var read = HTMLAttributes()
        if let attributes, !builder.isSkipping {
            var i = 0
            while let name = attributes[i] {
                let value = attributes[i + 1]
                i += 2
                // Most styles neither hide nor stress anything, and are long.
                if name[0] == 0x73, let value, zhibiao_html_style_matters(value) == 0 { continue }
                read.read(String(cString: name)) { value.map { String(cString: $0) } ?? "" }
            }
        }
        let depth = builder.open(element(name), read)
        guard depth > Self.depthLimit else { return 0 }
        // Only at the end of a tag as written, not where the parser adds an element of its own.
        var at = index(position)
        guard at < limit, source[at] == 0x3E || source[at] == 0x2F else { return 0 }
        while at < limit, source[at] != 0x3E { at += 1 }
        resume = min(at + 1, limit)
        return 1
    }

    private func end(_ name: UnsafePointer<CChar>) {
        continues = false
        guard resume == nil else { return }
        builder.close(element(name))
    }

    /// The element of a name; the parser gives a name that it gave before at the same address.
    private func element(_ name: UnsafePointer<CChar>) -> HTMLElement {
        let address = UInt(bitPattern: name)
        let slot = Int(address >> 2 & 63)
        if known[slot].address == address { return known[slot].element }
        let element = HTMLElement(String(cString: name))
        known[slot] = (address, element)
        return element
    }

    // MARK: Text

    private func text(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) {
        guard !builder.isSkipping else { return }
        chunk.removeAll(keepingCapacity: true)
        var i = 0
        while i < bytes.count {
            let first = UInt32(bytes[i])
            let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            guard i + length <= bytes.count else { break }
            var value = length == 1 ? first : first & (0xFF >> UInt32(length + 1))
            for k in 1..<max(length, 1) { value = value << 6 | UInt32(bytes[i + k] & 0x3F) }
            chunk.append(value)
            i += length
        }
        locate(index(position))
    }

    /// Finds where `chunk` stands in the source, the parser having read up to `stop`.
    private func locate(_ stop: Int) {
        let count = chunk.count
        if continues, last < limit {
            if source[last] == 0x26, count == 1, let end = referenceEnd(last, stop) { return take(reference: last..<end) }
            if stands(at: last) { return take(last..<(last + count)) }
        }
        if count == 1, let start = referenceStart(before: stop) {
            if let end = referenceEnd(start, stop) { return take(reference: start..<end) }
            if chunk[0] == 0x26 { return take(start..<(start + 1)) }
        }
        // The parser stands behind the text, or, where it hands over a long text's beginning, at its last character.
        if stop - count >= last, stands(at: stop - count) { return take((stop - count)..<stop) }
        if stop + 1 - count >= last, stands(at: stop + 1 - count) { return take((stop + 1 - count)..<(stop + 1)) }
        // Not found as it is: all of it stands for what was read since the last text.
        var range = min(last, stop)..<max(stop, min(last, stop))
        if range.isEmpty, stop > 0 { range = (stop - 1)..<stop }
        for scalar in chunk { builder.text(scalar, for: range) }
        last = range.upperBound
        continues = true
    }

    private func stands(at start: Int) -> Bool {
        guard start >= 0, start + chunk.count <= limit else { return false }
        for i in chunk.indices where Self.clean(source[start + i]) != chunk[i] { return false }
        return true
    }

    private func take(_ range: Range<Int>) {
        builder.text(range)
        last = range.upperBound
        continues = true
    }

    private func take(reference range: Range<Int>) {
        builder.text(chunk[0], for: range)
        last = range.upperBound
        continues = true
    }

    /// The `&` of the reference that ends at `stop`, or nil when none does.
    private func referenceStart(before stop: Int) -> Int? {
        var i = stop - 1
        // The names of references that nobody knows can be long, and Chinese. A `&` that stands for itself is looked for back to `last`, which
        // then moves behind it: no character is passed often.
        let least = chunk[0] == 0x26 ? last : max(last, stop - 200)
        while i >= least {
            let scalar = source[i]
            if scalar == 0x26 { return i }
            guard scalar > 0x20, scalar != 0x3C, scalar != 0x3E, scalar != 0x3B || i == stop - 1 else { return nil }
            i -= 1
        }
        return nil
    }

    /// The end of the reference at `start` that stands for the one character of `chunk`, or nil when the `&` stands for itself.
    private func referenceEnd(_ start: Int, _ stop: Int) -> Int? {
        guard start + 1 < stop else { return nil }
        if chunk[0] == 0x26 {
            var name = source[(start + 1)..<stop]
            if name.last == 0x3B { name.removeLast() }
            let said = String(scalars: name).lowercased()
            let isHexadecimal = said.hasPrefix("#x")
            let digits = said.dropFirst(isHexadecimal ? 2 : 1).drop { $0 == "0" }
            guard said == "amp" || isHexadecimal && digits == "26" || !isHexadecimal && said.hasPrefix("#") && digits == "38" else {
                return nil
            }
        }
        return stop
    }
}
