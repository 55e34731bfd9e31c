// Chinese text edited at a real terminal, key by key: after every key the screen and the cursor are as a model says.
import Foundation
import Testing

@testable import zhibiao_cli

/// A line being edited: what a person should see of it.
struct EditedLine {
    static let prompt = "zhibiao> "

    enum Key: CustomStringConvertible {
        case insert(Character)
        case left, right, backspace, home, end

        var description: String {
            switch self {
            case .insert(let character): String(character)
            case .left: "Left"
            case .right: "Right"
            case .backspace: "BSpace"
            case .home: "Home"
            case .end: "End"
            }
        }
    }

    private(set) var text: [Character] = []
    private(set) var cursor = 0

    mutating func take(_ key: Key) {
        switch key {
        case .insert(let character):
            text.insert(character, at: cursor)
            cursor += 1
        case .left: cursor = max(cursor - 1, 0)
        case .right: cursor = min(cursor + 1, text.count)
        case .backspace:
            guard cursor > 0 else { return }
            cursor -= 1
            text.remove(at: cursor)
        case .home: cursor = 0
        case .end: cursor = text.count
        }
    }

    /// The rows of a screen that is `columns` wide, and the cursor's place in them. A wide character that does not fit the last column
    /// stands at the start of the next row.
    func shown(columns: Int) -> (rows: [String], row: Int, column: Int) {
        var rows = [""]
        var column = 0
        var place = (row: 0, column: 0)
        for (index, character) in (Array(Self.prompt) + text).enumerated() {
            let width = character.unicodeScalars.first.map { $0.value >= 0x1100 ? 2 : 1 } ?? 0
            if column + width > columns {
                rows.append("")
                column = 0
            }
            if index == Self.prompt.count + cursor { place = (rows.count - 1, column) }
            rows[rows.count - 1].append(character)
            column += width
        }
        if cursor == text.count { place = column < columns ? (rows.count - 1, column) : (rows.count, 0) }
        let cut = rows.map { row in
            var row = row
            while row.last == " " { row.removeLast() }
            return row
        }
        return (cut, place.row, place.column)
    }
}

@Suite("Editing Chinese at a terminal", .enabled(if: Terminal.isAvailable), .serialized)
struct EditingTests {
    /// Everything a person does, at the start, in the middle and at the end of a line that wraps twice.
    static let fixed: [EditedLine.Key] = {
        var keys: [EditedLine.Key] = "SELECT '苏州市，常州', 就业率 FROM figures WHERE 指标=就业率".map { .insert($0) }
        keys += "二〇二三年毕业生平均就业率".map { .insert($0) }
        keys += [.home, .insert("a"), .insert("中"), .left, .left, .insert("文"), .right, .backspace, .end, .backspace, .left, .backspace]
        keys += Array(repeating: .left, count: 20) + [.insert("宽"), .insert("x"), .backspace, .backspace, .backspace, .backspace]
        keys += [.home, .right, .right, .right, .insert("，"), .insert("１"), .end, .insert("。")]
        keys += Array(repeating: .backspace, count: 12) + "重新输入abc".map { .insert($0) } + [.home, .backspace, .left, .end, .right]
        return keys
    }()

    /// Keys drawn from a seed: more insertions than deletions, so that the line wraps, until it is long.
    static func random(_ seed: UInt64, count: Int) -> [EditedLine.Key] {
        var state = seed
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let characters = Array("ab1 ,'苏州市常无锡就业率近超％，。（）Ａ１ｘ〇一二三指标数据")
        var line = EditedLine()
        return (0..<count).map { _ in
            let key: EditedLine.Key =
                switch next(100) {
                case ..<(line.text.count < 70 ? 55 : 25): .insert(characters[next(characters.count)])
                case ..<67: .left
                case ..<77: .right
                case ..<90: .backspace
                case ..<95: .home
                default: .end
                }
            line.take(key)
            return key
        }
    }

    @Test("after every key the screen is as the model says", arguments: [80, 41, 40])
    func everyKey(columns: Int) throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let terminal = try Terminal("'\(Program.path)' repl --db '\(folder.sampleDatabase())'", columns: columns, rows: 12)
        defer { terminal.end() }
        try terminal.wait("a prompt") { $0.last == "zhibiao>" }
        let sequences = [Self.fixed, Self.random(UInt64(columns), count: 150)]
        #expect(sequences.joined().count >= 240)
        for keys in sequences {
            // The line is empty, whatever it was; and the screen.
            try terminal.press("C-c")
            try terminal.wait("a new prompt") { $0.last == "zhibiao>" && $0.contains { $0.hasSuffix("^C") } }
            try terminal.press("C-l")
            var line = EditedLine()
            try expect(line, terminal, columns, "the empty line")
            for (number, key) in keys.enumerated() {
                line.take(key)
                if case .insert(let character) = key { try terminal.type(String(character)) } else { try terminal.press("\(key)") }
                try expect(line, terminal, columns, "key \(number), \(key)")
            }
        }
    }

    /// Waits for the screen that the model wants; one that does not come is a difference.
    private func expect(_ line: EditedLine, _ terminal: Terminal, _ columns: Int, _ what: String) throws {
        let wanted = line.shown(columns: columns)
        let end = Date().addingTimeInterval(Program.longestWait)
        while true {
            let found = try terminal.screenAndCursor()
            if found.lines == wanted.rows, found.row == wanted.row, found.column == wanted.column { return }
            guard Date() < end else {
                Issue.record(
                    """
                    \(what): wanted the cursor at \(wanted.row), \(wanted.column), found it at \(found.row), \(found.column); wanted and found:
                    \(wanted.rows.joined(separator: "\n"))
                    ────
                    \(found.lines.joined(separator: "\n"))
                    """)
                throw Terminal.TimedOut()
            }
            usleep(2000)
        }
    }
}
