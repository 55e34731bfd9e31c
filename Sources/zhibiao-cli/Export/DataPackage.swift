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

    /// A value of JSON, with keys in the order they are given.
    private indirect enum JSON {
        case text(String)
        case flag(Bool)
        case list([JSON])
        case object([(String, JSON)])

        /// Laid out over lines.
        func text(indent: String = "") -> String {
            let inner = indent + "  "
            func lines(_ parts: [String], _ open: String, _ close: String) -> String {
                parts.isEmpty ? open + close : open + "\n" + parts.map { inner + $0 }.joined(separator: ",\n") + "\n" + indent + close
            }
            return switch self {
            case .text(let text): JSONText.quoted(text)
            case .flag(let flag): flag ? "true" : "false"
            case .list(let values): lines(values.map { $0.text(indent: inner) }, "[", "]")
            case .object(let pairs): lines(pairs.map { JSONText.quoted($0) + ": " + $1.text(indent: inner) }, "{", "}")
            }
        }
    }

    private func descriptorText() throws -> String {
        let table = try FieldTable()
        let fields = zip(columns.columns, columns.fields).map { column, name in field(column.name, name, table) }
        var schema: [(String, JSON)] = [("fields", .list(fields)), ("missingValues", .list([.text("")]))]
        if let key = zip(columns.columns, columns.fields).first(where: { $1 == "figure_id" })?.0.name {
            schema.append(("primaryKey", .text(key)))
        }
        let sources = try store.reports().map { report in JSON.object([("title", .text(report.title)), ("path", .text(report.path))]) }
        return JSON.object([
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

    private func field(_ name: String, _ code: String, _ table: FieldTable) -> JSON {
        let field = table[code]
        var pairs: [(String, JSON)] = [
            ("name", .text(name)), ("type", .text(field?.type ?? "string")),
            ("title", .text(table.label(code, labels == .code ? .zh : labels))),
            ("description", .text(labels == .zh ? field?.aboutZh ?? "" : field?.about ?? "")),
        ]
        var constraints: [(String, JSON)] = []
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
