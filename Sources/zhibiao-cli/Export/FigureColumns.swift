// Figures as rows: every field of the contract for programs, the telling ones for people.
import Figures
import Zhibiao

/// A choice of columns and how to fill them from a figure.
struct FigureColumns: Sendable {
    let columns: [Column]
    /// One cell a column.
    let cells: @Sendable (FigureRecord) -> [SQLiteValue]

    /// The contract's fields under its names, in its order.
    static let contract = [
        "start", "end", "surface", "value", "low", "high", "unit", "bound", "statistic", "frequency", "category", "indicator",
        "indicator_label", "measure", "subject", "subject_kind", "period", "period_basis", "rank", "quote", "section", "line",
        "confidence",
    ]

    /// What figures of a database have besides.
    static let stored = ["figure_id", "report_id", "report", "status"]

    /// Every field, under the contract's names.
    /// - Parameter stored: whether the figures come from a database.
    static func full(stored isStored: Bool) -> FigureColumns {
        let names = (isStored ? stored : []) + contract
        let fields = names.map(field)
        return FigureColumns(columns: names.map { Column($0) }) { figure in fields.map { $0.map { figure[$0] } ?? .null } }
    }

    /// What a person looks at first; the value has its bound's mark.
    static func brief(stored isStored: Bool) -> FigureColumns {
        let names = [isStored ? "id" : "line", "subject", "period", "measure", "value", "unit", "category"] + (isStored ? ["report"] : [])
        return FigureColumns(columns: names.map { Column($0, right: $0 == "value") }) { figure in
            names.map { name in
                switch name {
                case "id": .integer(figure.figureID)
                case "value": .text(BoundText.value(figure))
                default: value(figure, name)
                }
            }
        }
    }

    /// The columns that suit a format.
    static func suited(to format: OutputFormat, stored: Bool) -> FigureColumns {
        format == .table ? brief(stored: stored) : full(stored: stored)
    }

    /// A field by the contract's name.
    static func value(_ figure: FigureRecord, _ name: String) -> SQLiteValue {
        field(name).map { figure[$0] } ?? .null
    }

    /// The database's column behind a name of the contract.
    private static func field(_ name: String) -> FigureRecord.Field? {
        switch name {
        case "start": .charStart
        case "end": .charEnd
        default: FigureRecord.Field(rawValue: name)
        }
    }
}
