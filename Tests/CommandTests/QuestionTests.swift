// Questions as people type them, and what is said where there is no answer.
import Foundation
import Testing

@testable import zhibiao_cli

@Suite("Questions")
struct QuestionTests {
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            "a.md",
            """
            # 年报

            2021年，苏州市毕业生就业率为95.5%。2022年，苏州市毕业生就业率为96%。2023年，苏州市毕业生就业率为97%。

            2022年，无锡市有高新技术企业120家。

            """)
        let outcome = try Program.run("import", "a.md", in: folder.root)
        try #require(outcome.status == 0, "\(outcome.err)")
        return folder
    }

    private func values(_ folder: TemporaryFolder, _ words: String...) throws -> [String] {
        let outcome = try Program.run(
            Program.path, ["figures"] + words + ["--columns", "period,value", "--format", "csv"], in: folder.root)
        #expect(outcome.status == 0, "\(outcome.err)")
        return outcome.out.components(separatedBy: "\r\n").dropFirst().dropLast()
    }

    @Test("words with years before and after")
    func since() throws {
        let folder = try folder()
        defer { folder.remove() }
        #expect(try values(folder, "苏州", "就业率", "--since", "2022") == ["2022,96", "2023,97"])
        #expect(try values(folder, "苏州", "就业率", "--until", "2021") == ["2021,95.5"])
        #expect(try values(folder, "苏州", "就业率", "--since", "2021-06", "--until", "2022-01") == ["2021,95.5", "2022,96"])
        #expect(try values(folder, "苏州", "2022年") == ["2022,96"])
        let wrong = try Program.run("figures", "--since", "last", in: folder.root)
        #expect(wrong.status == 1 && wrong.err.contains("“last”") || wrong.err.contains("last is no period"), "\(wrong.err)")
    }

    @Test(
        "a name that nothing has is told with the nearest",
        arguments: [
            (["苏洲"], "苏州"), (["无卡"], "did you mean 无锡"), (["苏州", "就业绿"], "就业率"), (["--indicator", "毕业生就业律"], "就业率"),
            (["--report", "年抱"], "年报"),
            (["--subject", "无西市"], "无锡市"), (["高新技数企业"], "高新技术企业"),
        ])
    func nearest(words: [String], meant: String) throws {
        let folder = try folder()
        defer { folder.remove() }
        let outcome = try Program.run(Program.path, ["figures"] + words, in: folder.root)
        #expect(outcome.status == 0 && outcome.out == "" && outcome.errLines.first == "No figure matches.", "\(outcome.err)")
        #expect(outcome.errLines.last?.contains("did you mean") == true && outcome.err.contains(meant), "\(outcome.err)")
    }

    @Test(
        "a region or category that there is none of is an error with the nearest",
        arguments: [("--region", "苏洲市", "苏州市"), ("--category", "enterprize", "enterprise"), ("--category", "企叶", "企业")])
    func unknown(option: String, name: String, meant: String) throws {
        let folder = try folder()
        defer { folder.remove() }
        for command in ["figures", "export"] {
            let outcome = try Program.run(command, option, name, in: folder.root)
            #expect(outcome.status == 1 && outcome.out == "", "\(outcome.out)")
            #expect(outcome.errLines.count == 2 && outcome.errLines[1].contains(meant), "\(outcome.err)")
        }
    }

    @Test("what has figures each, but none together, is told with what there is")
    func together() throws {
        let folder = try folder()
        defer { folder.remove() }
        let outcome = try Program.run("figures", "无锡", "就业率", in: folder.root)
        #expect(outcome.errLines.count == 3 && outcome.errLines[1].contains("无锡 1, 就业率 3"), "\(outcome.err)")
        #expect(outcome.errLines[2].contains("For “无锡” there is: "), "\(outcome.err)")
        let empty = try Program.run("import", "-", "--db", "empty.db", input: "没有数字。\n", in: folder.root)
        #expect(empty.status == 0, "\(empty.err)")
        #expect(try Program.run("figures", "--db", "empty.db", in: folder.root).err.contains("zhibiao import"))
    }

    @Test("a misspelt command or database is told with the nearest, and no file is made")
    func misspelt() throws {
        let folder = try folder()
        defer { folder.remove() }
        let command = try Program.run("figurs", "苏州", in: folder.root)
        #expect(command.status == 2 && command.errLines.last == "did you mean figures?", "\(command.err)")
        let before = try folder.names()
        for arguments in [
            ["figures"], ["export", "-o", "x.csv"], ["sql", "select 1"], ["show", "1"], ["check"], ["review", "list"], ["repl"],
            ["delete", "1"], ["import", "--again"],
        ] {
            let outcome = try Program.run(Program.path, arguments + ["--db", "metrisc.db"], in: folder.root)
            #expect(outcome.status == 1 && outcome.errLines.last == "did you mean metrics.db?", "\(arguments): \(outcome.err)")
            #expect(try folder.names() == before, "\(arguments)")
        }
        let other = try Program.run("figures", "--db", "missing/other.db", in: folder.root)
        #expect(other.status == 1 && other.errLines.count == 1, "\(other.err)")
    }

    @Test("the language of messages: --lang before the locale, English where the locale is not in UTF-8")
    func language() throws {
        let folder = try folder()
        defer { folder.remove() }
        func said(_ arguments: [String], _ variables: [String: String]) throws -> String {
            let environment = ["LC_ALL": "", "LC_MESSAGES": "", "LANG": ""].merging(variables) { $1 }
            return try Program.run(Program.path, ["figures", "苏洲"] + arguments, in: folder.root, environment: environment).err
        }
        for (arguments, variables, isChinese) in [
            ([], ["LANG": "zh_CN.UTF-8"], true), ([], ["LANG": "zh_CN.GB18030"], false), ([], ["LANG": "C"], false), ([], [:], false),
            ([], ["LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"], false),
            ([], ["LC_MESSAGES": "zh_TW.utf8", "LANG": "en_US.UTF-8"], true),
            (["--lang", "zh"], ["LANG": "C"], true), (["--lang=en"], ["LANG": "zh_CN.UTF-8"], false),
        ] as [([String], [String: String], Bool)] {
            #expect(try said(arguments, variables).hasPrefix("没有符合条件的数值。") == isChinese, "\(arguments) \(variables)")
        }
        let wrong = try Program.run("figures", "--lang", "fr", in: folder.root)
        #expect(wrong.status == 2 && wrong.err.contains("“fr”"), "\(wrong.err)")
    }
}
