// What the commands that read, change and check say to a person, in English and in Chinese.
import Zhibiao

extension Message {
    /// `1 report`, `2 reports`.
    private static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    private static func name(_ report: ReportRecord) -> String {
        of("report \(report.reportID) “\(report.title)”", "报告 \(report.reportID)《\(report.title)》")
    }

    // MARK: import

    private static func found(_ report: ReportRecord, numerals: Bool) -> String {
        numerals
            ? of(
                "\(counted(report.figures, "figure")) among \(counted(report.numerals, "numeral"))",
                "\(report.numerals) 个数字中有 \(report.figures) 个数值")
            : of("\(counted(report.figures, "figure"))", "\(report.figures) 个数值")
    }

    static func imported(_ path: String, _ report: ReportRecord, numerals: Bool) -> String {
        of("imported   \(path): \(found(report, numerals: numerals)), ", "已导入  \(path)：\(found(report, numerals: numerals))，")
            + name(report)
    }

    static func unchanged(_ path: String, _ report: ReportRecord) -> String {
        of("unchanged  \(path): is \(name(report)) already", "无变化  \(path)：已是\(name(report))")
    }

    static func updated(_ path: String, _ report: ReportRecord, _ fields: [String]) -> String {
        of(
            "updated    \(path): read again with another \(fields.joined(separator: ", ")): \(found(report, numerals: true)), \(name(report))",
            "已更新  \(path)：按新的 \(fields.joined(separator: "、")) 重新读取：\(found(report, numerals: true))，\(name(report))")
    }

    static func importSummary(
        _ counts: (imported: Int, unchanged: Int, updated: Int, failed: Int), path: String, reports: Int, figures: Int
    ) -> String {
        let parts = [
            of("\(counts.imported) imported", "导入 \(counts.imported) 份"), of("\(counts.unchanged) unchanged", "无变化 \(counts.unchanged) 份"),
            counts.updated > 0 ? of("\(counts.updated) updated", "更新 \(counts.updated) 份") : "",
            counts.failed > 0 ? of("\(counts.failed) failed", "失败 \(counts.failed) 份") : "",
        ].filter { !$0.isEmpty }
        return parts.joined(separator: of(", ", "，"))
            + of(
                "; \(path) holds \(counted(reports, "report")) with \(counted(figures, "figure"))",
                "；\(path) 中有 \(reports) 份报告、\(figures) 个数值")
    }

    static func skipped(_ path: String, _ reason: String) -> String { of("skipped    \(path): \(reason)", "已跳过  \(path)：\(reason)") }

    static func skippedMore(_ count: Int) -> String {
        of("skipped    \(count) more files that are no reports", "已跳过  另外 \(count) 个不是报告的文件")
    }

    static var linkToFolder: String { of("a link to a folder", "指向文件夹的链接") }

    static var noReportByName: String {
        of("no report by its name (.txt .md .html .pdf .docx .odt .epub .rtf)", "从文件名看不是报告（.txt .md .html .pdf .docx .odt .epub .rtf）")
    }

    static var noOrdinaryFile: String { of("no ordinary file", "不是普通文件") }

    static func noReports(_ folder: String, _ endings: String) -> String {
        of(
            "\(folder): no reports in this folder; it needs files that end in \(endings)",
            "\(folder)：文件夹中没有报告；文件名应以这些结尾：\(endings)")
    }

    static func unreadableFolder(_ folder: String, _ reason: String) -> String {
        of(
            "\(folder): the folder cannot be read (\(reason)); check its permissions", "\(folder)：无法读取文件夹（\(reason)）；请检查权限")
    }

    static func noRows(_ path: String) -> String { of("unchanged  \(path): has no rows", "无变化  \(path)：没有数据行") }

    static var againOrSamples: String {
        of(
            "--again reads what is stored; --samples imports. Give one of the two.", "--again 重读已存入的报告，--samples 导入示例报告；只能给出其一")
    }

    static var nothingToImport: String {
        of("Name files or folders to import, or give --samples.", "请指定要导入的文件或文件夹，或给出 --samples")
    }

    static var inputTwice: String { of("Standard input can be read once; name - once.", "标准输入只能读一次；- 只能出现一次") }

    static func titleOfMany(_ count: Int) -> String {
        of(
            "--title is for a single report, and there are \(count); write a .meta.csv file beside each",
            "--title 只用于一份报告，现在有 \(count) 份；请在每份旁边写一个 .meta.csv 文件")
    }

    static func noMapping(_ option: String, _ text: String, _ fields: String) -> String {
        of("\(option) “\(text)” is not FIELD=…, each FIELD once: \(fields)", "\(option)“\(text)”应为 FIELD=…，每个 FIELD 一次：\(fields)")
    }

    // MARK: reading again, deleting, reviewing

    static func noTextToRead(_ report: ReportRecord) -> String {
        of("skipped    \(name(report)): a table of figures has no text to read", "已跳过  \(name(report))：数值表没有可读的文本")
    }

    static func reread(_ report: ReportRecord, new: Int, gone: Int, changed: Int) -> String {
        new + gone + changed == 0
            ? of("unchanged  \(name(report))", "无变化  \(name(report))")
            : of(
                "changed    \(name(report)): \(new) new, \(gone) gone, \(changed) changed",
                "有变化  \(name(report))：新增 \(new)，消失 \(gone)，改变 \(changed)")
    }

    static func rereadSummary(_ count: Int, changed: Int) -> String {
        of("\(count) read again, \(changed) changed", "重新读取 \(count) 份，其中 \(changed) 份有变化")
    }

    static func lostReview(_ id: String, by reviewer: String, at surface: String, of report: ReportRecord) -> String {
        of(
            "review \(id) by \(reviewer): \(name(report)) has no figure at “\(surface)” any more; the review is kept",
            "\(reviewer) 的审核 \(id)：\(name(report))在“\(surface)”处已没有数值；审核仍保留")
    }

    static func deleted(_ report: ReportRecord, keptReviews: Int) -> String {
        of("deleted    \(name(report)) with \(report.figures) figures", "已删除  \(name(report))，含 \(report.figures) 个数值")
            + (keptReviews > 0
                ? of(
                    "; \(keptReviews) reviews of it are kept (--reviews deletes them)", "；保留其 \(keptReviews) 条审核（--reviews 一并删除）")
                : "")
    }

    static func reviewed(_ figure: FigureRecord) -> String {
        let value = "\(figure.measure) \(BoundText.value(figure)) \(figure.unit)"
        let status =
            switch figure.status {
            case .extracted: "未审核"
            case .confirmed: "已确认"
            case .corrected: "已更正"
            case .rejected: "已否决"
            }
        return of("\(figure.status.rawValue)  figure \(figure.figureID): \(value)", "\(status)  数值 \(figure.figureID)：\(value)")
    }

    static func reviewSummary(confirmed: Int, corrected: Int, rejected: Int, unchanged: Int) -> String {
        of(
            "\(confirmed) confirmed, \(corrected) corrected, \(rejected) rejected, \(unchanged) as they were",
            "确认 \(confirmed) 个，更正 \(corrected) 个，否决 \(rejected) 个，未变 \(unchanged) 个")
    }

    static func noCorrection(_ text: String) -> String {
        of(
            "“\(text)” is not FIELD=VALUE with one of the fields that zhibiao review correct --help lists",
            "“\(text)”应为 FIELD=VALUE，可用的 FIELD 见 zhibiao review correct --help")
    }

    // MARK: checks and reports without a database

    static func kind(_ kind: Finding.Kind) -> String {
        let chinese =
            switch kind {
            case .contradiction: "矛盾"
            case .agreement: "一致"
            case .partExceedsWhole: "部分大于整体"
            case .shareOver100: "占比超过100%"
            case .totalDiffers: "合计不符"
            case .growthDiffers: "增长不符"
            }
        return of(kind.rawValue, chinese)
    }

    static func findings(_ counts: [(kind: Finding.Kind, count: Int)]) -> String {
        counts.map { of("\($0.count) \(kind($0.kind))", "\(kind($0.kind)) \($0.count) 处") }.joined(separator: of(", ", "，"))
    }

    /// A finding in one line. What exactly does not fit is worded in English; in Chinese the figures below show it.
    static func finding(_ finding: Finding, about: String) -> String {
        of("\(kind(finding.kind))  \(about): \(finding.detail)", "\(kind(finding.kind))  \(about)")
    }

    static func place(_ figure: FigureRecord) -> String {
        of(
            "figure \(figure.figureID), \(figure.report), line \(figure.line): \(figure.measure)",
            "数值 \(figure.figureID)，\(figure.report)，第 \(figure.line) 行：\(figure.measure)")
    }

    /// What a field of a figure's evidence is called.
    static func evidence(_ name: String) -> String {
        let chinese = [
            "figure": "编号", "value": "数值", "bound": "限定", "measure": "内容", "subject": "主体", "period": "时期", "category": "类别",
            "indicator": "指标", "statistic": "统计类型", "rank": "排名", "confidence": "置信度", "status": "审核状态", "report": "报告",
            "file": "文件与行", "characters": "字符", "section": "章节", "quote": "原文",
        ]
        return of(name, chinese[name] ?? name)
    }

    static func fileAndLine(_ path: String, _ line: Int) -> String { of("\(path), line \(line)", "\(path)，第 \(line) 行") }

    static func characters(_ start: Int, _ end: Int) -> String { of("\(start) to \(end)", "\(start)–\(end)") }

    /// What the words allow: `, from 200 up`, `, up to 60`, `, 13 to 15`; "" where they say nothing.
    static func interval(_ low: String?, _ high: String?) -> String {
        switch (low, high) {
        case (let low?, let high?): of(", \(low) to \(high)", "，\(low) 至 \(high)")
        case (let low?, nil): of(", from \(low) up", "，\(low) 以上")
        case (nil, let high?): of(", up to \(high)", "，\(high) 以下")
        case (nil, nil): ""
        }
    }

    static func noFigures(in path: String) -> String { of("\(path): no figures found", "\(path)：没有找到数值") }

    static func audited(_ path: String, _ count: Int, _ parts: [String]) -> String {
        of("\(path): \(count) numerals: ", "\(path)：\(count) 个数字：") + parts.joined(separator: of(", ", "，"))
    }

    // MARK: options

    static func outOfRange(_ option: String, from least: String, _ given: Int) -> String {
        of("\(option) takes a number from \(least) up, not \(given)", "\(option) 应为不小于 \(least) 的数，不能是 \(given)")
    }

    static func yearDigits(_ year: Int) -> String { of("--year takes four digits, not \(year)", "--year 应为四位数，不能是 \(year)") }

    static var emptyText: String {
        of("an empty text matches nothing; leave the option out to see everything", "空文本什么也匹配不到；要看全部，请去掉这个选项")
    }
}
