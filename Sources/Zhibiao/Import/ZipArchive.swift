// What Word, OpenDocument and EPUB files are inside: a zip archive. Enough of it to tell them apart, to see a bomb before anything
// is unpacked, and to correct one member of an OpenDocument text.
import CConverterShim

/// A zip archive in memory.
struct ZipArchive {
    enum Failure: Error {
        /// Its directory, which stands at the end, is not there or contradicts the rest.
        case damaged
        case encrypted
    }

    struct Member {
        var name: String
        var method: UInt16
        var crc: UInt32
        /// Sizes as the directory says them; who unpacks holds the member to them.
        var packedSize: Int
        var size: Int
        /// Where the packed bytes are in the archive.
        var data: Range<Int>
    }

    let bytes: [UInt8]
    let members: [Member]

    init(_ bytes: [UInt8]) throws(Failure) {
        self.bytes = bytes
        let reader = Reader(bytes: bytes)
        guard let end = reader.endRecord else { throw .damaged }
        var members: [Member] = []
        var at = reader.number32(end + 16)
        for _ in 0..<reader.number16(end + 10) {
            guard at + 46 <= bytes.count, reader.number32(at) == 0x0201_4B50 else { throw .damaged }
            let nameEnd = at + 46 + reader.number16(at + 28)
            let header = reader.number32(at + 42)
            guard nameEnd <= bytes.count, header + 30 <= bytes.count, reader.number32(header) == 0x0403_4B50 else { throw .damaged }
            if reader.number16(at + 8) & 1 != 0 { throw .encrypted }
            let start = header + 30 + reader.number16(header + 26) + reader.number16(header + 28)
            let packedSize = reader.number32(at + 20)
            guard start + packedSize <= bytes.count else { throw .damaged }
            members.append(
                Member(
                    name: String(decoding: bytes[(at + 46)..<nameEnd], as: UTF8.self), method: UInt16(reader.number16(at + 10)),
                    crc: UInt32(reader.number32(at + 16)), packedSize: packedSize, size: reader.number32(at + 24),
                    data: start..<(start + packedSize)))
            at = nameEnd + reader.number16(at + 30) + reader.number16(at + 32)
        }
        self.members = members
    }

    func member(_ name: String) -> Member? { members.first { $0.name == name } }

    /// The bytes all members have together once unpacked.
    var unpackedSize: Int { members.reduce(0) { $0 + $1.size } }

    /// A member's bytes: never more than the directory says.
    func unpack(_ member: Member) throws(Failure) -> [UInt8] {
        let packed = bytes[member.data]
        switch member.method {
        case 0: return Array(packed)
        case 8:
            var damaged = false
            let unpacked = [UInt8](unsafeUninitializedCapacity: member.size) { buffer, count in
                guard let target = buffer.baseAddress else { return }
                packed.withUnsafeBytes { packed in
                    guard let source = packed.baseAddress else { return }
                    damaged = zhibiao_inflate(source, packed.count, target, member.size) != 0
                }
                count = damaged ? 0 : member.size
            }
            if damaged { throw .damaged }
            return unpacked
        default: throw .damaged
        }
    }

    /// The archive with one member's bytes replaced.
    func replacing(_ name: String, with content: [UInt8]) -> [UInt8] {
        var writer = Writer()
        for member in members {
            if member.name == name {
                writer.add(name, method: 0, crc: zhibiao_crc32(content, content.count), size: content.count, content[...])
            } else {
                writer.add(member.name, method: member.method, crc: member.crc, size: member.size, bytes[member.data])
            }
        }
        return writer.finished()
    }
}

/// Little-endian numbers of an archive; 0 outside of it.
private struct Reader {
    let bytes: [UInt8]

    func number16(_ at: Int) -> Int { at >= 0 && at + 2 <= bytes.count ? Int(bytes[at]) | Int(bytes[at + 1]) << 8 : 0 }

    func number32(_ at: Int) -> Int { number16(at) | number16(at + 2) << 16 }

    /// Where the record at the end of the archive starts: it may have a comment of up to 64 KiB behind it.
    var endRecord: Int? {
        var at = bytes.count - 22
        let first = max(0, at - 0xFFFF)
        while at >= first {
            if number32(at) == 0x0605_4B50 { return at }
            at -= 1
        }
        return nil
    }
}

private struct Writer {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    mutating func add(_ name: String, method: UInt16, crc: UInt32, size: Int, _ packed: ArraySlice<UInt8>) {
        let name = Array(name.utf8)
        let offset = bytes.count
        var common: [UInt8] = []
        common.append16(20)
        common.append16(0x800)  // the name is UTF-8
        common.append16(Int(method))
        common.append32(0x21 << 16)  // 1980-01-01
        common.append32(Int(crc))
        common.append32(packed.count)
        common.append32(size)
        common.append16(name.count)
        common.append16(0)
        bytes.append32(0x0403_4B50)
        bytes += common + name + packed
        directory.append32(0x0201_4B50)
        directory.append16(20)
        directory += common
        for _ in 0..<3 { directory.append16(0) }
        directory.append32(0)
        directory.append32(offset)
        directory += name
        count += 1
    }

    func finished() -> [UInt8] {
        var all = bytes + directory
        all.append32(0x0605_4B50)
        all.append32(0)
        all.append16(count)
        all.append16(count)
        all.append32(directory.count)
        all.append32(bytes.count)
        all.append16(0)
        return all
    }
}

extension [UInt8] {
    fileprivate mutating func append16(_ number: Int) { append(contentsOf: [UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF)]) }

    fileprivate mutating func append32(_ number: Int) {
        append16(number & 0xFFFF)
        append16(number >> 16 & 0xFFFF)
    }
}
