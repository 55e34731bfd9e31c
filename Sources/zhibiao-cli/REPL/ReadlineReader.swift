// Lines edited with GNU readline. Only in builds with the package trait Readline.
#if Readline
    import CReadline
    import Glibc

    /// Edits lines on the terminal. There is one in a process: readline keeps its state in globals.
    struct ReadlineReader: LineReader {
        /// - Parameter interrupts: a descriptor that is readable when Ctrl-C was pressed.
        init(interrupts: Int32) {
            // Readline takes a character's bytes and columns from the locale, which it sets from the environment once more.
            setlocale(LC_CTYPE, "")
            if String(cString: nl_langinfo(Int32(CODESET))) != "UTF-8" {
                setenv("LC_ALL", "C.UTF-8", 1)
                setlocale(LC_CTYPE, "")
            }
            zhibiao_readline_start(interrupts)
        }

        mutating func next(prompt: String) -> InputLine {
            var abandoned: Int32 = 0
            guard let line = zhibiao_readline(prompt, &abandoned) else { return .end }
            defer { free(line) }
            if abandoned != 0 { return .interrupted }
            guard let text = String(validatingCString: line) else { return .unreadable }
            return .line(text)
        }

        func remember(_ statement: String) { zhibiao_remember(statement) }
    }
#endif
