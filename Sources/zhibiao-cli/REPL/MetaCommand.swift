// The table of meta-commands: what gives `.help`, completion, the hints for misspelt ones, and who does the work.
import Zhibiao

/// Something typed that the REPL cannot do.
struct MetaError: Error {
    let message: String
    init(_ message: String) { self.message = message }
}

/// A command of the prompt, other than SQL.
struct MetaCommand: Sendable {
    /// What the words after a command can be completed to.
    enum Argument: Sendable {
        case nothing, command, file, table, format, onOff, query, words, report
    }

    let name: String
    /// Its arguments, as help shows them.
    let usage: String
    /// What it does, in English and Chinese.
    let en: String
    let zh: String
    var argument = Argument.nothing
    /// Whether the words are cut at spaces; else they are one text.
    var splits = true
    /// Whether it changes the database, which needs `--write`.
    var changes = false
    /// Does it; false when it failed or was stopped, and that was told.
    let run: @Sendable (Repl, [String]) throws -> Bool

    /// Every command, in the order of help.
    static let all: [MetaCommand] = [
        MetaCommand(
            name: ".help", usage: "[COMMAND]", en: "the commands, or one of them", zh: "列出命令，或说明其中一个", argument: .command
        ) { repl, words in try repl.help(words) },
        MetaCommand(
            name: ".figures", usage: "WORDS [OPTIONS]",
            en: "figures by region, organisation, indicator, category, year: .figures 苏州 就业率; options as of zhibiao figures",
            zh: "按地区、单位、指标、类别、年份查数据：.figures 苏州 就业率；选项同 zhibiao figures", argument: .words
        ) { repl, words in try repl.figures(words) },
        MetaCommand(name: ".show", usage: "ID", en: "a figure with its evidence", zh: "一个数据及其原文证据") { repl, words in
            try repl.show(words)
        },
        MetaCommand(
            name: ".report", usage: "[ID|NAME]", en: "the reports, or one of them with its figures by category",
            zh: "全部报告，或某一份报告及其各类数据", argument: .report
        ) { repl, words in try repl.report(words) },
        MetaCommand(
            name: ".review", usage: "ID confirm|reject|withdraw|FIELD=VALUE… [WHY]",
            en: "say that a figure is right or wrong, or set its fields (with --write)", zh: "确认、否决或更正一个数据（需 --write）", changes: true
        ) { repl, words in try repl.review(words) },
        MetaCommand(name: ".tables", usage: "", en: "the views and tables, and what a row of each is", zh: "各视图和表，以及一行是什么") {
            repl, _ in try repl.tables()
        },
        MetaCommand(
            name: ".schema", usage: "[NAME]", en: "how they are made: the SQL with its comments", zh: "建表语句及注释", argument: .table
        ) { repl, words in try repl.schema(words) },
        MetaCommand(
            name: ".describe", usage: "NAME", en: "the columns of a view or table and what they hold", zh: "某视图或表的各列及其含义", argument: .table
        ) { repl, words in try repl.describe(words) },
        MetaCommand(
            name: ".mode", usage: "[FORMAT]",
            en: "how results are written: " + OutputFormat.allCases.map(\.rawValue).joined(separator: ", "),
            zh: "结果的格式：" + OutputFormat.allCases.map(\.rawValue).joined(separator: "、"), argument: .format
        ) { repl, words in try repl.setMode(words) },
        MetaCommand(
            name: ".headers", usage: "[on|off]", en: "whether the columns' names are written", zh: "是否写出列名", argument: .onOff
        ) { repl, words in try repl.setHeaders(words) },
        MetaCommand(
            name: ".width", usage: "[N…]", en: "columns' widths in a table: 0 as needed, below 0 text to the right; none: all as needed",
            zh: "表格各列宽度：0 为自动，负数为靠右；不带参数则全部自动"
        ) { repl, words in try repl.setWidths(words) },
        MetaCommand(
            name: ".limit", usage: "[N]", en: "how many rows a result on the screen has at most; 0 for all", zh: "屏幕上每个结果最多显示的行数；0 为全部"
        ) { repl, words in try repl.setLimit(words) },
        MetaCommand(name: ".timer", usage: "[on|off]", en: "whether to say how long each query took", zh: "是否显示每次查询的用时", argument: .onOff) {
            repl, words in try repl.setTimer(words)
        },
        MetaCommand(
            name: ".output", usage: "[FILE]",
            en: "write all that follows to a file, which is there when it is complete; none: to the screen",
            zh: "此后的结果写入文件，写完才出现；不带参数则回到屏幕", argument: .file
        ) { repl, words in try repl.output(words) },
        MetaCommand(name: ".once", usage: "FILE", en: "write the next result to a file", zh: "下一个结果写入文件", argument: .file) {
            repl, words in try repl.once(words)
        },
        MetaCommand(
            name: ".export", usage: "FILE [WORDS] [OPTIONS]", en: "figures with every field to a file; options as of zhibiao export",
            zh: "把数据及全部字段导出到文件；选项同 zhibiao export", argument: .file
        ) { repl, words in try repl.export(words) },
        MetaCommand(
            name: ".import", usage: "PATH… [OPTIONS]",
            en: "read reports or tables into the database (with --write); options as of zhibiao import",
            zh: "把报告或表格读入数据库（需 --write）；选项同 zhibiao import", argument: .file, changes: true
        ) { repl, words in try repl.importReports(words) },
        MetaCommand(
            name: ".params", usage: "[NAME [VALUE]]", en: "values for :name in SQL: all, take one away, set one",
            zh: "SQL 中 :name 的值：列出、删除、设定",
            splits: false
        ) { repl, words in try repl.params(words) },
        MetaCommand(name: ".save", usage: "NAME", en: "save the last SQL statement under a name", zh: "以此名称保存上一条 SQL", argument: .query) {
            repl, words in try repl.save(words)
        },
        MetaCommand(name: ".run", usage: "[NAME]", en: "run a saved query; none: list them", zh: "运行已保存的查询；不带参数则列出", argument: .query) {
            repl, words in try repl.runSaved(words)
        },
        MetaCommand(name: ".history", usage: "[N]", en: "the last N entries typed (20)", zh: "最近输入的 N 条（默认 20）") { repl, words in
            try repl.showHistory(words)
        },
        MetaCommand(name: ".quit", usage: "", en: "leave (so does Ctrl-D)", zh: "离开（Ctrl-D 也可）") { repl, _ in repl.quit() },
    ]

    /// Other names, as people know them from elsewhere.
    static let aliases = [".exit": ".quit", ".q": ".quit", ".h": ".help"]

    /// The command of this name.
    static func named(_ name: String) throws -> MetaCommand {
        let name = name.lowercased()
        if let command = all.first(where: { $0.name == aliases[name, default: name] }) { return command }
        let nearest = NearestName.of(name, among: all.map(\.name))
        throw MetaError(Message.unknown(.command, name, nearest, lists: ".help"))
    }
}
