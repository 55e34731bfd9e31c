// Options of the commands that read reports.
import ArgumentParser
import Figures
import Vocabulary
import Zhibiao

extension TextEncoding: ExpressibleByArgument {}

/// How to read a report's bytes.
struct ReadingOptions: ParsableArguments {
    @Option(help: "The encoding of text: utf-8, utf-16 or gb18030 (also for GBK and GB2312). Found without being told.")
    var encoding: TextEncoding?

    @Option(help: ArgumentHelp("Stop a program that converts a PDF or Word file after this many seconds.", valueName: "seconds"))
    var timeLimit = ConverterLimits().seconds

    @Option(
        help: ArgumentHelp(
            "Read with words of your own: a CSV table with the columns of one in seeds/ (indicators, nouns, units, organisations …), or a folder of such tables. May repeat.",
            valueName: "file"))
    var vocabulary: [String] = []

    func validate() throws {
        guard timeLimit > 0 else { throw ValidationError(Message.outOfRange("--time-limit", from: "1", timeLimit)) }
    }

    var limits: ConverterLimits { ConverterLimits(seconds: timeLimit) }

    /// Reads by the built-in vocabulary and the tables given.
    /// - Throws: ``ZhibiaoError`` when one of them cannot be used.
    var extractor: Extractor { get throws { try Extractor(.adding(filesAt: vocabulary)) } }
}

/// What is known of a report besides its text.
struct MetadataOptions: ParsableArguments {
    @Option(help: "The report's title; for a single report.") var title: String?
    @Option(help: "The year the report is about.") var year: Int?
    @Option(help: "Who published the report.") var publisher: String?
    @Option(help: "Who wrote the report.") var author: String?
    @Option(help: "The author's organisation.") var affiliation: String?

    func validate() throws {
        if let year, !(1000...9999).contains(year) { throw ValidationError(Message.yearDigits(year)) }
    }

    var metadata: ReportMetadata {
        ReportMetadata(title: title, year: year, publisher: publisher, author: author, affiliation: affiliation)
    }
}
