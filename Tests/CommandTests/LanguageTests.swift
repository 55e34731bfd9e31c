// Messages in one language: no screen mixes two.
import Foundation
import Testing

@testable import zhibiao_cli

@Suite("Language")
struct LanguageTests {
    /// What people meet, and what the program may say of it: the exit status.
    private static let commands: [(arguments: [String], status: Int32)] = [
        (["import", "a.md", "missing.txt"], 1), (["import", "a.md"], 0), (["import"], 2), (["import", "--again", "--samples"], 2),
        (["import", "--again"], 0), (["import", "empty"], 1), (["extract", "missing.txt"], 1), (["extract", "none.md"], 0),
        (["audit", "a.md"], 0), (["figures", "苏洲"], 0), (["figures", "苏州", "--region", "某某"], 1), (["figures", "--limit=-1"], 2),
        (["figures", "--text", ""], 2), (["figures", "-o", "x.csv"], 2), (["figures", "--chart"], 0), (["figures", "-o", "x.svg"], 0),
        (["figures", "--category", "某某"], 1), (["figures", "--period", "去年"], 1), (["figurs"], 2), (["show", "999"], 1),
        (["check"], 0), (["review", "confirm", "1", "--by", "李雷"], 0), (["review", "confirm", "999", "--by", "李雷"], 1),
        (["review", "correct", "1", "数值=3", "--by", "李雷"], 2), (["review", "apply", "x.csv", "--by", "李雷"], 0),
        (["export", "--format", "json", "--excel"], 2), (["export", "--format", "datapackage"], 2), (["export", "--columns", "某列"], 2),
        (["export", "--wide", "years", "-o", "w.csv"], 0), (["export", "-o", "missing/x.csv"], 1),
        (["export", "-o", "empty", "--format", "csv"], 1),
        (["sql", "DELETE FROM report", "--db", "missing.db"], 1), (["sql", "SELECT 1", "--db", "a.md"], 1), (["delete", "某份"], 1),
        (["delete", "1"], 0), (["figures"], 0),
    ]

    @Test("every message is in the language of the run", arguments: ["zh", "en"])
    func messages(language: String) throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write("a.md", "2023年，苏州市有企业12家，就业率为95%。\n")
        try folder.write("none.md", "没有数字。\n")
        try folder.write("empty/a.bin", "x")
        try folder.write("x.csv", "figure_id,status\n2,rejected\n")
        for (arguments, status) in Self.commands {
            let outcome = try Program.run(Program.path, arguments + ["--lang", language], in: folder.root)
            #expect(outcome.status == status, "\(arguments): \(outcome.err)")
            // Names that people gave, of files, commands and options, are what they are.
            var said = outcome.err
            for name in arguments + ["苏州市", "苏州", "就业率", "毕业生就业率", "企业", "企业数", "家"] where !name.isEmpty && !name.hasPrefix("-") {
                said = said.replacingOccurrences(of: name, with: "")
            }
            if language == "en" {
                let chinese = said.components(separatedBy: "\n").filter { !$0.contains("did you mean") && Message.isChinese($0) }
                #expect(chinese.filter { !$0.contains("use a full name such as") } == [], "\(arguments)")
            } else {
                for line in said.components(separatedBy: "\n") where line.contains(where: \.isLetter) {
                    #expect(Message.isChinese(line), "\(arguments): \(line)")
                }
            }
        }
    }

    @Test("tables and evidence are labelled in Chinese on a Chinese screen, exports are not")
    func labels() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        _ = try folder.sampleDatabase()
        func out(_ arguments: String...) throws -> String {
            try Program.run(Program.path, arguments + ["--lang", "zh"], in: folder.root).out
        }
        #expect(try out("figures", "--limit", "1").hasPrefix("编号  主体"))
        #expect(try out("show", "1").hasPrefix("编号        1  "))
        #expect(try out("export", "--limit", "1").hasPrefix("figure_id,"))
        #expect(try out().hasPrefix("zhibiao：") && out("--help").contains("用法：zhibiao <命令>"))
        #expect(try out("figures", "--help").contains("USAGE: zhibiao figures"))
    }

    @Test("the overview in Chinese names every command")
    func overview() throws {
        for command in ZhibiaoCommand.configuration.subcommands {
            let name = try #require(command.configuration.commandName)
            #expect(Message.overview.contains("\n  \(name) "), "\(name)")
        }
    }
}
