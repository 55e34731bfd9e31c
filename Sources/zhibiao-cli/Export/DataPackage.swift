// A data package as Frictionless Data describes it: the figures as CSV, and a datapackage.json that types and describes every column.
import Glibc
import Zhibiao

/// Figures as a data package, in a folder or a zip archive.
struct DataPackage {
    let store: MetricsDatabase
    let query: FigureQuery
    let columns: FigureColumns
    let labels: Labels

    private static let table = "figures.csv"
    private static let descriptor = "datapackage.json"

    /// Writes the package; gives how many figures it has. Both files are whole before either stands in its place.
    func write(_ figures: FigureOutput, to path: String) throws -> Int {
        let isArchive = path.lowercased().hasSuffix(".zip")
        let folder = isArchive ? path + ".\(getpid()).files" : path
        let isOurs = mkdir(folder, 0o777) == 0
        if !isOurs, errno != EEXIST || isArchive { throw OutputError(target: path, reason: ByteSink.reason(errno)) }
        var isDone = false
        defer {
            if isArchive {
                unlink(folder + "/" + Self.table)
                unlink(folder + "/" + Self.descriptor)
            }
            // A folder of someone else's files stays: only an empty one goes.
            if isArchive || isOurs && !isDone { rmdir(folder) }
        }
        let table = try ByteSink(replacing: folder + "/" + Self.table)
        let description = try ByteSink(replacing: folder + "/" + Self.descriptor)
        try description.write(descriptorText() + "\n")
        try description.flush()
        let count = try figures.write(query, of: store, to: table, showsProgress: true)
        try description.finish()
        if isArchive {
            let archive = try ByteSink(replacing: path)
            try ZipWriter.write([Self.descriptor, Self.table].map { ($0, folder + "/" + $0) }, to: archive)
            try archive.finish()
        }
        isDone = true
        return count
    }

    private func descriptorText() throws -> String {
        let table = try FieldTable()
        let fields = zip(columns.columns, columns.fields).map { column, name in field(column.name, name, table) }
        var schema: [(String, JSONValue)] = [("fields", .list(fields)), ("missingValues", .list([.text("")]))]
        if let key = zip(columns.columns, columns.fields).first(where: { $1 == "figure_id" })?.0.name {
            schema.append(("primaryKey", .text(key)))
        }
        let sources = try store.reports().map { report in JSONValue.object([("title", .text(report.title)), ("path", .text(report.path))]) }
        return JSONValue.object([
            ("profile", .text("tabular-data-package")), ("name", .text("figures")),
            ("title", .text(labels == .en ? "Figures from Chinese reports" : "指标数据")),
            ("description", .text("Figures read from reports by zhibiao \(ToolVersion.current), each with the sentence it was read from.")),
            ("sources", .list(sources)),
            (
                "resources",
                .list([
                    .object([
                        ("profile", .text("tabular-data-resource")), ("name", .text("figures")), ("path", .text(Self.table)),
                        ("format", .text("csv")), ("mediatype", .text("text/csv")), ("encoding", .text("utf-8")),
                        (
                            "dialect",
                            .object([
                                ("delimiter", .text(",")), ("lineTerminator", .text("\r\n")), ("quoteChar", .text("\"")),
                                ("doubleQuote", .flag(true)), ("header", .flag(true)),
                            ])
                        ), ("schema", .object(schema)),
                    ])
                ])
            ),
        ]).text()
    }

    private func field(_ name: String, _ code: String, _ table: FieldTable) -> JSONValue {
        let field = table[code]
        var pairs: [(String, JSONValue)] = [
            ("name", .text(name)), ("type", .text(field?.type ?? "string")),
            ("title", .text(table.label(code, labels == .code ? .zh : labels))),
            ("description", .text(labels == .zh ? field?.aboutZh ?? "" : field?.about ?? "")),
        ]
        var constraints: [(String, JSONValue)] = []
        if ["figure_id", "report_id", "value", "category", "surface", "quote", "line"].contains(code) {
            constraints.append(("required", .flag(true)))
        }
        let codes = table.codes(of: code)
        if ["status", "bound", "statistic", "frequency", "period_basis"].contains(code), !codes.isEmpty {
            constraints.append(("enum", .list(codes.map { .text(table.label($0, of: code, labels)) }.sorted { $0.text() < $1.text() })))
        }
        if !constraints.isEmpty { pairs.append(("constraints", .object(constraints))) }
        return .object(pairs)
    }
}
