// What a report's text is made of once it is read: passages, each under a heading.

/// What a passage is in its report.
public enum PassageKind: String, Sendable, CaseIterable {
    case title, heading, paragraph, listItem = "list_item", contents, caption, tableRow = "table_row", furniture, quote, comment
}

/// A heading and where it stands among the others.
public struct Section: Sendable, Equatable {
    /// The index of the section that holds this one, or nil at the top.
    public var parent: Int?
    /// 1 is the outermost.
    public var level: Int
    /// The heading's text, joined over line ends.
    public var title: String
    /// Code points of the heading in the document, end exclusive.
    public var start: Int
    public var end: Int
}
