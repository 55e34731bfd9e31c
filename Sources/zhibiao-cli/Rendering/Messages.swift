// Everything the commands say to a person, in English and in Chinese. Errors of the library are worded in ZhibiaoError.
import Zhibiao

/// The messages, in the language of this run.
enum Message {
    static func of(_ en: @autoclosure () -> String, _ zh: @autoclosure () -> String) -> String {
        Language.current == .zh ? zh() : en()
    }

    /// `a, b or c`; `a、b 或 c`.
    static func list(_ names: [String]) -> String {
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

    static var packageNeedsFile: String {
        of("a data package is several files; name a folder or a zip file with -o", "数据包由几个文件组成；请用 -o 指定文件夹或 zip 文件")
    }

    static var packageIsNotWide: String { of("a data package has a row a figure; leave --wide out", "数据包每行一个数值；请去掉 --wide") }

    static func excelIsForCSV(_ format: String) -> String { of("--excel is for csv, not for \(format)", "--excel 只用于 csv，不用于 \(format)") }

    static var wideHasColumns: String { of("--wide has columns of its own; leave --columns out", "--wide 自有各列；请去掉 --columns") }

    static var noColumns: String {
        of(
            "--columns needs a name, for example: --columns subject,period,value,unit",
            "--columns 需要列名，例如：--columns 主体,时期,数值,计量单位")
    }

    static func unknownColumn(_ name: String, _ near: [String], _ all: [String]) -> String {
        of("no column is called “\(name)”; ", "没有名为“\(name)”的列；") + (near.isEmpty ? "" : didYouMean(near) + of(" ", ""))
            + of("There are: \(all.joined(separator: ", "))", "可用的列：\(all.joined(separator: "、"))")
    }

    static func leftOut(_ count: Int, _ axis: WideTable.Axis) -> String {
        switch axis {
        case .indicators: of("\(count) figures without indicator of the catalogue are left out", "略去 \(count) 个没有对应目录指标的数值")
        case .years: of("\(count) figures without period are left out", "略去 \(count) 个没有时期的数值")
        }
    }

    static func severalValues(_ count: Int) -> String {
        of(
            "\(count) cells have several values; the surest is shown, see: zhibiao check",
            "\(count) 个单元格有几个不同的值，只列出最可靠的一个；详见：zhibiao check")
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

    static func cannotWrite(_ path: String, _ reason: String) -> String { of("cannot write \(path): \(reason)", "无法写入 \(path)：\(reason)") }
    static var isFolder: String { of("it is a folder; name a file", "它是文件夹；请指定文件") }
    static var folderMissing: String { of("its folder does not exist", "所在的文件夹不存在") }
    static var diskFull: String { of("the disk is full", "磁盘已满") }
    static var noPermission: String { of("no permission to write there", "没有写入权限") }
    static var archiveTooLarge: String { of("more than 4 GB; name a folder instead", "超过 4 GB；请改为指定文件夹") }

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
