// The names of the core that the library's own API speaks in, so that `import Zhibiao` is enough.
import Figures
import GRDBSQLite
import Numerals
import ReportText

/// How the words around a number limit it.
public typealias Bound = Numerals.Bound
/// What a numeral is: a figure, or a named kind of non-figure.
public typealias NumeralKind = Numerals.NumeralKind
/// What kind of number a figure is.
public typealias Statistic = Figures.Statistic
/// Whether a figure is said per year or summed up over time.
public typealias Frequency = Figures.Frequency
/// Where a figure's period is taken from.
public typealias PeriodBasis = Figures.PeriodBasis

/// An encoding of a report's text.
public typealias TextEncoding = ReportText.Encoding

/// The version of this build, as stored with what it imports.
public enum ToolVersion {
    /// Semantic version.
    public static let current = "0.1.0"

    /// The version of SQLite that this program runs with.
    public static var sqlite: String { String(cString: sqlite3_libversion()) }

    /// SHA-256 of the vocabulary of `seeds/` that this build reads reports by; a database says the same of what read its reports.
    public static var vocabulary: String { ReferenceData.hash(of: .builtIn) }
}
