// Lines edited with GNU readline. Only in builds with the package trait Readline.
#if Readline
    import CReadline
    import Glibc

    /// Edits lines on the terminal. There is one in a process: readline keeps its state in globals.
    struct ReadlineReader: LineReader {
        private let interrupts: Interrupts

        /// What readline asks for completions. It calls only while a line is edited, on the one thread that edits.
        nonisolated(unsafe) private static var completer: Completer?

        init(interrupts: Interrupts, history: [String], _ completer: Completer) {
            self.interrupts = interrupts
            Self.completer = completer
            // Readline takes a character's bytes and columns from the locale, which it sets from the environment once more.
            setlocale(LC_CTYPE, "")
            if String(cString: nl_langinfo(Int32(CODESET))) != "UTF-8" {
                setenv("LC_ALL", "C.UTF-8", 1)
                setlocale(LC_CTYPE, "")
            }
            zhibiao_readline_start(interrupts.descriptor) { line, start, end in
                let bytes = UnsafeBufferPointer(start: line, count: Int(end)).map { UInt8(bitPattern: $0) }
                ReadlineReader.complete(bytes, from: Int(start))
            }
            for entry in history { zhibiao_remember(entry) }
        }

        mutating func next(prompt: String) -> InputLine {
            var signal: Int32 = 0
            let line = zhibiao_readline(prompt, &signal)
            defer { free(line) }
            if signal != 0 {
                interrupts.note(signal)
                return .interrupted
            }
            guard let line else { return .end }
            guard let text = String(validatingCString: line) else { return .unreadable }
            return .line(text)
        }

        func remember(_ statement: String) { zhibiao_remember(statement) }

        private static func complete(_ line: [UInt8], from start: Int) {
            let before = String(decoding: line[..<start], as: UTF8.self)
            let word = String(decoding: line[start...], as: UTF8.self)
            switch completer?.completions(of: word, after: before) {
            case .files: zhibiao_offer_files()
            case .words(let words, let isComplete):
                if !isComplete { zhibiao_offer_without_space() }
                for word in words { zhibiao_offer(word) }
            case nil: break
            }
        }
    }
#endif
