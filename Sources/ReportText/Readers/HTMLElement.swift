// What an HTML element means for reading: a block, a cell, a link, something not shown.

/// The elements that reading tells apart; all others are inline and change nothing.
enum HTMLElement: UInt8 {
    case inline
    case bold
    /// Text inside it stands apart from text outside.
    case block
    case paragraph
    case heading1, heading2, heading3, heading4, heading5, heading6
    case item
    case preformatted
    case lineBreak
    case link
    case table, row, cell, headerCell, tableHead, tableCaption
    /// Navigation, forms and what else frames a text.
    case furniture
    /// Never shown: script, style, noscript …
    case unseen
    case title
    case meta

    init(_ name: String) { self = Self.named[name] ?? .inline }

    /// 1–6 for headings.
    var headingLevel: Int? {
        rawValue >= Self.heading1.rawValue && rawValue <= Self.heading6.rawValue ? Int(rawValue - Self.heading1.rawValue) + 1 : nil
    }

    /// Ends the text before it and the text in it.
    var isBlock: Bool {
        switch self {
        case .inline, .bold, .link, .unseen, .meta, .lineBreak: false
        default: true
        }
    }

    /// Can hold a page's main text.
    var isContainer: Bool { self == .block || self == .cell || self == .headerCell || self == .furniture }

    private static let named: [String: HTMLElement] = {
        var named: [String: HTMLElement] = [
            "p": .paragraph, "h1": .heading1, "h2": .heading2, "h3": .heading3, "h4": .heading4, "h5": .heading5, "h6": .heading6,
            "li": .item, "dt": .item,
            "dd": .item, "pre": .preformatted, "br": .lineBreak, "a": .link, "b": .bold, "strong": .bold, "table": .table, "tr": .row,
            "td": .cell, "th": .headerCell,
            "thead": .tableHead,
            "caption": .tableCaption, "title": .title, "meta": .meta,
        ]
        for name in [
            "address", "article", "blockquote", "body", "center", "dir", "div", "dl", "fieldset", "figcaption", "figure", "header",
            "hgroup", "hr", "html",
            "main", "menu", "ol", "section", "tbody", "tfoot", "ul",
        ] { named[name] = .block }
        for name in ["aside", "button", "footer", "form", "nav"] { named[name] = .furniture }
        for name in [
            "audio", "canvas", "datalist", "iframe", "noframes", "noscript", "object", "option", "script", "select", "style", "svg",
            "template", "textarea",
            "video",
        ] { named[name] = .unseen }
        return named
    }()
}

/// The attributes of a start tag that reading needs.
struct HTMLAttributes {
    var columns = 1
    var rows = 1
    var isHidden = false
    /// Says that its text is bold or that it is not; nil where it says neither.
    var isBold: Bool?
    /// Of a `meta` element.
    var name = ""
    var content = ""

    /// Takes in one attribute; `value` is asked for where the name needs it.
    mutating func read(_ name: String, _ value: () -> String) {
        switch name {
        case "colspan": columns = Self.span(value())
        case "rowspan": rows = Self.span(value())
        case "hidden": isHidden = true
        case "style":
            let style = value().lowercased().filter { $0 != " " }
            if style.contains("display:none") || style.contains("visibility:hidden") { isHidden = true }
            if let weight = style.firstRange(of: "font-weight:").map({ style[$0.upperBound...] }) {
                isBold = weight.hasPrefix("bold") || (Int(weight.prefix(3)) ?? 0) >= 600
            }
        case "name": self.name = value()
        case "content": content = value()
        default: break
        }
    }

    /// The limits of the HTML standard; 0 rows means all that follow.
    private static func span(_ value: String) -> Int {
        guard let number = Int(value.filter { $0 != " " }) else { return 1 }
        return number == 0 ? 65534 : max(1, min(number, 65534))
    }
}
