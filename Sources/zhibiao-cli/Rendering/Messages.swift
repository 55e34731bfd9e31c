// Everything the commands say to a person, in English and in Chinese. Errors of the library are worded in ZhibiaoError.
import Zhibiao

/// The messages, in the language of this run.
enum Message {
    static func of(_ en: @autoclosure () -> String, _ zh: @autoclosure () -> String) -> String {
        Language.current == .zh ? zh() : en()
    }

    /// `a, b or c`; `a、b 或 c`.
    private static func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return of(names.dropLast().joined(separator: ", ") + " or " + last, names.dropLast().joined(separator: "、") + "或" + last)
    }

    // MARK: exports and charts

    static func written(_ path: String, _ figures: Int) -> String { of("\(path): \(figures) figures", "\(path)：\(figures) 个数值") }

    static func onlySVG(_ path: String) -> String {
        of(
            "-o writes a chart, to a file whose name ends in .svg, not “\(path)”; for rows there is: zhibiao export -o",
            "-o 写出图表，文件名应以 .svg 结尾，不能是“\(path)”；导出数据用：zhibiao export -o")
    }

    static func notDrawn(_ count: Int) -> String {
        of(
            "\(count) more figures are not drawn: a chart has one unit and at most \(Chart.most) bars",
            "另有 \(count) 个数值未画出：一张图只有一个单位，最多 \(Chart.most) 条")
    }

    static func unit(_ unit: String) -> String { of("(\(unit))", "（单位：\(unit)）") }

    static func source(_ reports: [String]) -> String {
        of("Source: " + reports.joined(separator: "; "), "资料来源：" + reports.joined(separator: "；"))
    }

    // MARK: hints

    static func didYouMean(_ names: [String]) -> String { of("did you mean \(list(names))?", "是否指：\(list(names))？") }

    static func unknownCommand(_ name: String) -> String {
        of("no command is called \(name); zhibiao --help lists them", "没有名为 \(name) 的命令；zhibiao --help 列出所有命令")
    }

    static func unknownLanguage(_ name: String) -> String {
        of("--lang takes zh or en, not “\(name)”", "--lang 可取 zh 或 en，不能是“\(name)”")
    }

    static var noFigures: String {
        of(
            "the database holds no figures yet; read reports with: zhibiao import PATH...",
            "数据库中还没有指标数值；读取报告：zhibiao import PATH...")
    }

    static var noFigureMatches: String { of("No figure matches.", "没有符合条件的数值。") }

    static func nothingFor(_ name: String, _ near: [String]) -> String {
        of("no figure is of “\(name)”", "没有“\(name)”的数值") + (near.isEmpty ? "" : of("; ", "；") + didYouMean(near))
    }

    static func notTogether(_ parts: [(name: String, count: Int)]) -> String {
        of(
            "Each has figures, but none has all: " + parts.map { "\($0.name) \($0.count)" }.joined(separator: ", "),
            "分别都有数值，但没有同时符合的：" + parts.map { "\($0.name) \($0.count) 个" }.joined(separator: "，"))
    }

    static func thereIs(_ what: String, _ names: [String]) -> String {
        of("For “\(what)” there is: \(names.joined(separator: ", "))", "“\(what)”有：\(names.joined(separator: "、"))")
    }
}
