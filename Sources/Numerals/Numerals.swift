// The kinds a numeral can have, and the codes of a figure's bound. Raw values are the contract's names.

/// What a numeral is: a figure, or a named kind of non-figure.
public enum NumeralKind: String, Sendable, CaseIterable {
    case figure, date, period, ordinal, page, section, caption
    case listMarker = "list_marker", documentNumber = "document_number", phone, schemeName = "scheme_name"
    case label, idiom, time, markup, model, version, unresolved
}

/// How the words around a number limit it.
public enum Bound: String, Sendable, CaseIterable {
    case exact, about, almost, over, under, range
}
