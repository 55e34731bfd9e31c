// The kinds a numeral can have, the codes of a bound, and what the scanner gives for each numeral.

/// What a numeral is: a figure, or a named kind of non-figure. Raw values are the contract's names.
public enum NumeralKind: String, Sendable, CaseIterable {
    case figure
    case date
    case period
    case ordinal
    case page
    case section
    case caption
    case listMarker = "list_marker"
    case documentNumber = "document_number"
    case phone
    case schemeName = "scheme_name"
    case label
    case idiom
    case time
    case markup
    case model
    case version
    case unresolved
}

/// How the words around a number limit it.
public enum Bound: String, Sendable, CaseIterable {
    case exact
    case about
    case almost
    case over
    case under
    case range
}

/// What a unit measures: a code of seeds/units.csv.
public enum UnitKind: String, Sendable {
    case none
    /// 强 in 500强: the number is part of a name.
    case label
    case count
    case persons
    case personTimes = "person_times"
    case money
    case moneyRate = "money_rate"
    case rate
    /// 5:1, 三分之一.
    case ratio
    case percent
    case permille
    case points
    case tenth
    case multiple
    case area
    case length
    case mass
    case volume
    case energy
    case time
    case data
}

/// A numeral in a passage. Indices are into the passage's joined text, ends exclusive.
public struct Numeral: Sendable {
    // Small, for a report has many and each is looked at often.
    private var storedStart: Int32
    private var storedEnd: Int32
    private var storedOuterStart: Int32
    private var storedOuterEnd: Int32
    /// The number in its base unit, where there is one.
    public var value: ExactDecimal?
    public var kind: NumeralKind
    public var unitKind = UnitKind.none
    public var bound = Bound.exact
    /// Written in Chinese characters.
    public var isChinese = false
    /// The upper end of a range; `value` is the lower one.
    public var upper: ExactDecimal?
    /// The time a date or period names.
    public var time: TimeExpression?
    public var unit = ""
    /// 万 in 每万人: the unit of a rate's denominator, such as 万人.
    public var denominator: String?

    init(_ start: Int, _ end: Int, _ kind: NumeralKind) {
        self.kind = kind
        storedStart = Int32(start)
        storedEnd = Int32(end)
        storedOuterStart = storedStart
        storedOuterEnd = storedEnd
    }

    /// From the first digit (or minus sign) to the unit.
    public var start: Int {
        get { Int(storedStart) }
        set { storedStart = Int32(newValue) }
    }

    public var end: Int {
        get { Int(storedEnd) }
        set { storedEnd = Int32(newValue) }
    }

    /// Where the bound's words before the number start, and after the unit end (`start` and `end` when there are none).
    public var outerStart: Int {
        get { Int(storedOuterStart) }
        set { storedOuterStart = Int32(newValue) }
    }

    public var outerEnd: Int {
        get { Int(storedOuterEnd) }
        set { storedOuterEnd = Int32(newValue) }
    }
}
