// Figures as rows: every field of the contract for programs, the telling ones for people, or those that were asked for.
import ArgumentParser
import Figures
import Zhibiao

/// Which columns figures are given in.
struct ColumnOptions: ParsableArguments {
    /// Nothing is asked for.
    static let none = ColumnOptions(columns: nil, labels: nil, wide: nil)

    @Option(
        help: ArgumentHelp("Only these columns, in this order: subject,period,value,unit … or their Chinese names.", valueName: "names"))
    var columns: String?

    @Option(help: "What columns and codes are called: zh, en or code.") var labels: Labels?

    @Option(help: ArgumentHelp("A table as papers have it: indicators or years side by side.", valueName: "what")) var wide: WideTable.Axis?

    init() {}

    init(columns: String?, labels: Labels?, wide: WideTable.Axis?) {
        self.columns = columns
        self.labels = labels
        self.wide = wide
    }

    func validate() throws {
        if wide != nil, columns != nil { throw ValidationError(Message.wideHasColumns) }
    }

    /// The columns that are asked for, else those that suit the format.
    func layout(for format: OutputFormat, stored: Bool) throws -> FigureColumns {
        let labels = labels ?? (format == .table ? .ofScreen : .code)
        guard let columns else {
            if format == .table, self.labels == nil || labels == .code { return try .brief(stored: stored) }
            return labels == .code ? .full(stored: stored) : try .labelled(FigureColumns.names(stored: stored), labels)
        }
        let names = columns.split { $0 == "," || $0 == "，" }.map { String($0.drop { $0 == " " }) }
        if names.isEmpty { throw ValidationError(Message.noColumns) }
        return try .labelled(names, labels)
    }
}

/// A choice of columns and how to fill them from a figure.
struct FigureColumns {
    let columns: [Column]
    /// The columns' names in the database.
    let fields: [String]
    /// One cell a column.
    let cells: (FigureRecord) -> [SQLiteValue]

    /// The contract's fields under its names, in its order.
    static let contract = [
        "start", "end", "surface", "value", "low", "high", "unit", "bound", "statistic", "frequency", "category", "indicator",
        "indicator_label", "measure", "subject", "subject_kind", "period", "period_basis", "rank", "quote", "section", "line",
        "confidence",
    ]

    /// What figures of a database have besides.
    private static let stored = ["figure_id", "report_id", "report", "status"]

    /// The names of all fields.
    /// - Parameter stored: whether the figures come from a database.
    static func names(stored isStored: Bool) -> [String] { (isStored ? stored : []) + contract }

    /// Every field, under the contract's names.
    static func full(stored isStored: Bool) -> FigureColumns { plain(names(stored: isStored)) }

    private static func plain(_ names: [String]) -> FigureColumns {
        let fields = names.compactMap(field)
        return FigureColumns(columns: names.map { Column($0) }, fields: fields.map(\.rawValue)) { figure in fields.map { figure[$0] } }
    }

    /// These fields, with names and codes as people call them.
    /// - Throws: a usage error for a name that no field has.
    static func labelled(_ names: [String], _ labels: Labels) throws -> FigureColumns {
        let table = try FieldTable()
        let known = try names.map { name in
            guard let found = table.named(name), let field = field(found.name) else {
                let near = NearestName.of(name, among: FigureRecord.columns + FigureRecord.columns.map { table.label($0, .zh) })
                throw ValidationError(Message.unknownColumn(name, near, FigureRecord.columns.map { table.label($0, .ofScreen) }))
            }
            return field
        }
        // The contract's own names stay as they were given.
        if labels == .code { return plain(names.enumerated().map { field($1) == nil ? known[$0].rawValue : $1 }) }
        return FigureColumns(
            columns: known.map { Column(table.label($0.rawValue, labels), code: $0.rawValue) }, fields: known.map(\.rawValue)
        ) {
            figure in
            known.map { field in
                switch (field, figure[field]) {
                case (.status, .text(let code)), (.bound, .text(let code)), (.statistic, .text(let code)), (.frequency, .text(let code)),
                    (.category, .text(let code)), (.subjectKind, .text(let code)), (.periodBasis, .text(let code)):
                    .text(table.label(code, of: field.rawValue, labels))
                case (.indicatorLabel, .text(let label)):
                    .text(labels == .en ? figure.indicator.map { table.label($0, of: "indicator_label", .en) } ?? label : label)
                case (_, let value): value
                }
            }
        }
    }

    /// What a person looks at first; the value has its bound's mark.
    static func brief(stored isStored: Bool) throws -> FigureColumns {
        let names = [isStored ? "id" : "line", "subject", "period", "measure", "value", "unit", "category"] + (isStored ? ["report"] : [])
        let table = Labels.ofScreen == .code ? nil : try FieldTable()
        let columns = names.map { name in
            Column(table?.label(name == "id" ? "figure_id" : name, .ofScreen) ?? name, code: name, right: name == "value")
        }
        return FigureColumns(columns: columns, fields: names) { figure in
            names.map { name in
                switch name {
                case "id": .integer(figure.figureID)
                case "value": .text(BoundText.value(figure))
                case "category": .text(table?.label(figure.category, of: "category", .ofScreen) ?? figure.category)
                default: value(figure, name)
                }
            }
        }
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
