// What the prompt says to a person, in English and in Chinese.
import Zhibiao

extension Message {
    // MARK: the session

    static func welcome(_ path: String, mayWrite: Bool) -> String {
        of(
            "\(path), \(mayWrite ? "changes are allowed" : "read-only"). SQL ends with a semicolon; .help says the rest, Ctrl-D leaves.",
            "\(path)，\(mayWrite ? "可以修改" : "只读")。SQL 以分号结束；.help 列出其余命令，Ctrl-D 离开。")
    }

    static var intro: String {
        of(
            """
            SELECT … ;            SQL over one or more lines, ended by a semicolon; :name stands for a value of .params
            苏州 就业率            a question in words is as .figures 苏州 就业率
            Ctrl-C drops the line or stops the query, Tab completes, ↑ looks back.


            """,
            """
            SELECT … ;            SQL，可写多行，以分号结束；:name 代表 .params 设定的值
            苏州 就业率            直接提问，同 .figures 苏州 就业率
            Ctrl-C 放弃本行或停止查询，Tab 补全，↑ 查看以前的输入。


            """)
    }

    static func inLine(_ line: Int, _ message: String) -> String { of("line \(line): \(message)", "第 \(line) 行：\(message)") }

    static var interrupted: String { of("interrupted", "已停止") }

    static var lineNotUTF8: String { of("the line is not UTF-8", "这一行不是 UTF-8") }

    static func historyNotKept(_ path: String, _ reason: String) -> String {
        of("\(path): the history cannot be kept (\(reason))", "\(path)：无法保存输入历史（\(reason)）")
    }

    static func otherFile(_ path: String) -> String { of("\(path): is another file now", "\(path)：已是另一个文件") }

    static func cannotStart(_ program: String, _ reason: String) -> String {
        of("\(program) cannot be started: \(reason)", "无法启动 \(program)：\(reason)")
    }

    static func failed(_ command: String) -> String { of("\(command) failed", "\(command) 失败") }

    // MARK: changes

    static func needsWrite(_ command: String) -> String {
        of(
            "\(command) changes the database, and this session is read-only; start with: zhibiao repl --write",
            "\(command) 会修改数据库，而本次为只读；请用 zhibiao repl --write 启动")
    }

    static func refusedHere(_ reason: String) -> String {
        of(
            "refused: \(reason); this session is read-only, zhibiao repl --write may change the database",
            "已拒绝：\(reason)；本次为只读，zhibiao repl --write 可以修改数据库")
    }

    static var inTransaction: String {
        of("a transaction is open; COMMIT or ROLLBACK it first", "有未结束的事务；请先 COMMIT 或 ROLLBACK")
    }

    static var notCommitted: String {
        of("the transaction was not committed; its changes are gone", "事务没有提交，其中的修改已撤销")
    }

    // MARK: results

    static func rowsShown(_ count: Int) -> String {
        let count = NumberText.grouped(String(count))
        return of("\(count) rows are shown, there are more; .limit 0 shows all", "只显示 \(count) 行，后面还有；.limit 0 显示全部")
    }

    static func figuresShown(_ count: Int, of all: Int) -> String {
        let (count, all) = (NumberText.grouped(String(count)), NumberText.grouped(String(all)))
        return of("\(count) of \(all) figures are shown; .limit 0 shows all", "共 \(all) 个数值，只显示 \(count) 个；.limit 0 显示全部")
    }

    static func notWritten(_ path: String) -> String {
        of("\(path): not written", "\(path)：没有写入") + backOnScreen
    }

    static var backOnScreen: String { of("; results are shown on the screen again", "；结果又显示在屏幕上") }

    // MARK: what was typed

    /// What a command needs.
    enum Need {
        case words, figureID, table, file, name
    }

    static func needs(_ command: String, _ need: Need, _ example: String) -> String {
        let (en, zh) =
            switch need {
            case .words: ("words", "词语")
            case .figureID: ("the id of a figure", "数值的编号")
            case .table: ("a view or table", "视图或表的名称")
            case .file: ("a file", "文件名")
            case .name: ("a name", "名称")
            }
        return of("\(command) needs \(en), for example: \(command) \(example)", "\(command) 需要\(zh)，例如：\(command) \(example)")
    }

    /// What a name is looked up among.
    enum Sort {
        case command, report, table, query, parameter
    }

    /// - Parameters:
    ///   - nearest: names that may have been meant.
    ///   - command: what lists all of them.
    static func unknown(_ sort: Sort, _ name: String, _ nearest: [String], lists command: String) -> String {
        let (en, zh) =
            switch sort {
            case .command: ("no command is called", "没有命令")
            case .report: ("no report is called", "没有报告")
            case .table: ("no table or view is called", "没有表或视图")
            case .query: ("no query is saved as", "没有保存的查询")
            case .parameter: ("no parameter is called", "没有参数")
            }
        let advice = nearest.isEmpty ? of("\(command) lists them", "\(command) 列出全部") : didYouMean(nearest)
        return of("\(en) \(name); \(advice)", "\(zh) \(name)；\(advice)")
    }

    static func severalReports(_ reports: [String]) -> String {
        of("several reports are called so: " + reports.joined(separator: ", "), "有多份这样的报告：" + reports.joined(separator: "、"))
    }

    static var noReview: String {
        of(
            "a review is confirm, reject, withdraw or FIELD=VALUE, for example: .review 12 value=300 unit=家",
            "审核是 confirm、reject、withdraw 或 字段=值，例如：.review 12 value=300 unit=家")
    }

    static func unknownFormat(_ name: String) -> String {
        of("no format \(name); there are \(OutputFormat.names)", "没有格式 \(name)；可用的有 \(OutputFormat.names)")
    }

    static func onOrOff(_ command: String) -> String { of("\(command) is on or off", "\(command) 取 on 或 off") }

    static func noWidth(_ word: String) -> String {
        of(
            "“\(word)” is no width; write numbers of columns, for example: .width 20 0 -8", "“\(word)”不是宽度；请写列数，例如：.width 20 0 -8")
    }

    static func noLimit(_ word: String) -> String {
        of("“\(word)” is no number of rows; 0 shows all", "“\(word)”不是行数；0 显示全部")
    }

    static var noCount: String { of(".history takes a number of entries", ".history 的参数是条数") }

    static var noParameters: String { of("No parameter is set; .params year 2023 sets :year.", "还没有参数；.params year 2023 设定 :year。") }

    static func noParameterName(_ name: String) -> String {
        of("“\(name)” is no name of a parameter", "“\(name)”不能作参数名")
    }

    static var nothingToSave: String { of("there is no statement to save yet; run one first", "还没有可保存的语句；请先运行一条") }

    static func saved(_ name: String) -> String { of("saved; .run \(name) runs it", "已保存；.run \(name) 运行它") }

    static var noQueries: String { of("No query is saved; .save NAME saves the last statement.", "还没有保存的查询；.save 名称 保存上一条语句。") }

    static var noQueryFolder: String {
        of(
            "there is no folder for queries: neither XDG_CONFIG_HOME nor HOME is set", "没有存放查询的文件夹：XDG_CONFIG_HOME 和 HOME 都未设置")
    }

    static func noQueryName(_ name: String) -> String {
        of("“\(name)” is no name for a query; use letters, digits, _ and -", "“\(name)”不能作查询名；请用文字、数字、_ 和 -")
    }

    static func openWord(_ quote: String) -> String { of("the quote \(quote) is not closed", "引号 \(quote) 没有配对") }

    static func openQuote(_ quote: String) -> String {
        of("the quote \(quote) of the statement that starts here is not closed", "从这里开始的语句中，引号 \(quote) 没有配对")
    }

    static var openComment: String {
        of("the comment /* in the statement that starts here is not closed", "从这里开始的语句中，注释 /* 没有结束")
    }
}
