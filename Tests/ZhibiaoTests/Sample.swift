// Extractions made by hand: a text, and what its numerals are, found by their surface.
import Foundation
import Numerals
import Testing

@testable import Figures
@testable import ReportText
@testable import Zhibiao

/// A report with its extraction, built line by line: each line is a passage and a sentence.
struct Sample {
    private(set) var text = ""
    private(set) var extraction: Extraction
    let path: String

    init(_ path: String = "reports/sample.txt", title: String? = "样例报告", year: Int? = 2023) {
        self.path = path
        extraction = Extraction(title: title, year: year)
    }

    var file: ReportFile { ReportFile(path: path, bytes: Array(text.utf8)) }

    private var position: Int { text.unicodeScalars.count }
    private var lineNumber: Int { 1 + text.unicodeScalars.count { $0 == "\n" } }

    mutating func heading(_ title: String, level: Int) {
        let parent = extraction.sections.lastIndex { $0.level < level }
        extraction.sections.append(
            Section(parent: parent, level: level, title: title, start: position, end: position + title.unicodeScalars.count))
        passage(title, .heading)
    }

    mutating func passage(_ line: String, _ kind: PassageKind = .paragraph) {
        extraction.passages.append(
            PassageRecord(
                kind: kind, section: extraction.sections.indices.last, start: position, end: position + line.unicodeScalars.count,
                line: lineNumber, text: line))
        text += line + "\n"
    }

    /// A line with one figure in it.
    mutating func figure(
        _ line: String, _ surface: String, value: Double, unit: String, low: Double? = nil, high: Double? = nil,
        bound: Numerals.Bound = .exact, statistic: Figures.Statistic = .value, category: String, indicator: String? = nil,
        subject: String? = nil, kind: String = "region", region: String? = nil, period: String? = nil
    ) throws {
        let start = try offset(of: surface, in: line)
        let number = lineNumber
        passage(line)
        let passage = extraction.passages.count - 1
        let end = start + surface.unicodeScalars.count
        var path: [String] = []
        var section = extraction.sections.indices.last
        while let index = section {
            path.insert(extraction.sections[index].title, at: 0)
            section = extraction.sections[index].parent
        }
        extraction.figures.append(
            Figure(
                start: start, end: end, surface: surface, value: value, low: low, high: high, unit: unit, bound: bound,
                statistic: statistic, frequency: nil, category: category, indicator: indicator,
                indicatorLabel: indicator.map { "指标" + $0 }, measure: "某项", subject: subject,
                subjectKind: subject == nil ? nil : kind, subjectRegion: region, period: period,
                periodBasis: period == nil ? nil : .stated, rank: nil, quote: line, section: path, line: number, confidence: 0.9,
                passage: passage))
        extraction.numerals.append(
            NumeralRecord(
                start: start, end: end, surface: surface, kind: .figure, value: value, unit: unit, line: number, passage: passage,
                figure: extraction.figures.count - 1))
    }

    /// A numeral of the last line that is no figure; numerals must be added in text order.
    mutating func numeral(_ line: String, _ surface: String, _ kind: NumeralKind, value: Double?) throws {
        let start = try offset(of: surface, in: line)
        let number = lineNumber
        passage(line)
        extraction.numerals.append(
            NumeralRecord(
                start: start, end: start + surface.unicodeScalars.count, surface: surface, kind: kind, value: value, unit: "",
                line: number, passage: extraction.passages.count - 1, figure: nil))
    }

    /// Gives the last figure a rank.
    mutating func setRank(_ rank: String) {
        let index = extraction.figures.count - 1
        extraction.figures[index].rank = rank
        let figure = extraction.figures[index]
        let passage = extraction.passages[figure.passage]
        guard let range = passage.text.range(of: rank) else { return }
        let start = passage.start + passage.text[..<range.lowerBound].unicodeScalars.count
        extraction.ranks.append(
            RankClaim(
                kind: .rank, text: rank, scope: String(rank.prefix(2)), rank: 1, measure: figure.measure, subject: figure.subject,
                subjectKind: figure.subjectKind, subjectRegion: figure.subjectRegion, period: figure.period,
                periodBasis: figure.periodBasis, quote: figure.quote, start: start, end: start + rank.unicodeScalars.count,
                line: figure.line, passage: figure.passage, figure: index))
    }

    private func offset(of surface: String, in line: String) throws -> Int {
        let range = try #require(line.range(of: surface))
        return position + line[..<range.lowerBound].unicodeScalars.count
    }

    @discardableResult
    func stored(in database: MetricsDatabase) throws -> ImportOutcome {
        try database.store(file, sha256: file.sha256, text: try file.text(), extraction)
    }

    /// The bytes of a database with the rich sample: made once, written by every test that asks.
    static let richDatabase = Result {
        let folder = try TemporaryFolder()
        try rich().stored(in: MetricsDatabase.open(folder.file("metrics.db"), .readWrite))
        return try bytes(folder.file("metrics.db"))
    }

    /// A report with figures of every kind that the queries tell apart.
    static func rich() throws -> Sample {
        var sample = Sample()
        sample.heading("第一章 概况", level: 1)
        try sample.figure(
            "𠮷林与苏州市：2023年合作企业189 家。", "189 家", value: 189, unit: "家", category: "enterprise", indicator: "t_coop",
            subject: "苏州市", region: "320500", period: "2023")
        try sample.numeral("本节列出五个一工程。", "五个一", .label, value: nil)
        sample.heading("第一节 无锡", level: 2)
        try sample.figure(
            "无锡市超200家企业参与。", "200家", value: 200, unit: "家", low: 200, bound: .over, category: "enterprise", indicator: "t_coop",
            subject: "无锡市", region: "320200", period: "2023-09")
        try sample.figure(
            "学校共有教师1 369人。", "1 369人", value: 1369, unit: "人", category: "teacher", subject: "无锡职业技术学院", kind: "school",
            region: "320200", period: "2017/2020")
        try sample.figure(
            "企业数增长30%。", "30%", value: 30, unit: "%", statistic: .change, category: "enterprise", subject: "浙江省",
            region: "330000", period: "2022")
        try sample.figure(
            "毕业生就业率近98.5%。", "98.5%", value: 98.5, unit: "%", high: 98.5, bound: .almost, statistic: .rate,
            category: "employment", subject: "苏州市", region: "320500", period: "2023-01/2023-06")
        try sample.figure("授权专利12件。", "12件", value: 12, unit: "件", category: "patent")
        return sample
    }
}

/// A folder that goes away with the test.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "zhibiao-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { path + "/" + name }

    func write(_ bytes: [UInt8], to name: String) throws -> String {
        try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
        return file(name)
    }

    var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() } }
}

func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }

/// Output of the plain `sqlite3` program, or nil where it is not installed.
func sqlite3(_ database: String, _ commands: String...) throws -> String? {
    let places = ["/usr/bin/sqlite3", "/opt/homebrew/bin/sqlite3"]
    guard let tool = places.first(where: FileManager.default.isExecutableFile) else { return nil }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = [database] + commands
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
}

/// Records that something is not as it should be.
func wrong(_ what: String) { Issue.record(Comment(rawValue: what)) }

/// The error of a call that must fail.
func failure(_ body: () throws -> Void) -> ZhibiaoError.Kind? {
    do { try body() } catch let error as ZhibiaoError { return error.kind } catch { Issue.record("\(error)") }
    return nil
}
