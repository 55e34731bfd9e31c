// PDF, Word, OpenDocument and EPUB become text by other programs, found on PATH when they are needed; RTF by a reader of our own.
import ReportText
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A program that turns a format into text.
struct Converter {
    /// Its name on PATH, and the Debian package that has it.
    let program: String
    let package: String
    let arguments: [String]
    /// What it can read as `/dev/fd/3`.
    var extra: [UInt8]?

    /// The text of PDF as it stands on the page: lines stay whole, so that prose joins well, and the columns of tables stay aligned.
    /// Without -layout pdftotext gives tables cell by cell, with -raw it breaks lines after Chinese punctuation.
    static let pdf = Converter(
        program: "pdftotext", package: "poppler-utils", arguments: ["-layout", "-enc", "UTF-8", "-eol", "unix", "/dev/stdin", "-"])

    /// The text of Word, OpenDocument and EPUB files.
    static func pandoc(from format: String, limits: ConverterLimits) -> Converter {
        // The heap is limited below the address space, so that pandoc can still say what is wrong.
        let heap = "-M\((limits.memory / 5 * 3) >> 20)m"
        let filter = "local is_word = \(format == "docx")\n" + pandocFilter
        return Converter(
            program: "pandoc", package: "pandoc",
            arguments: ["+RTS", heap, "-RTS", "--sandbox", "--wrap=none", "--from=\(format)", "--to=plain", "--lua-filter=/dev/fd/3"],
            extra: Array(filter.utf8))
    }

    /// Makes pandoc's plain text, where nothing is escaped, keep what a report's structure needs: # before headings, tables as pipe
    /// tables or, where cells are merged or hold several paragraphs, as HTML tables; and the title of a Word file, which pandoc
    /// takes for metadata.
    private static let pandocFilter = """
        local pipes = 'plain+pipe_tables-simple_tables-multiline_tables-grid_tables'
        local function render(block, format)
          return pandoc.write(pandoc.Pandoc({ block }), format, { wrap_text = 'wrap-none' })
        end
        local function is_pipe_table(text) return not text:find('[TABLE]', 1, true) end
        function Header(header)
          return pandoc.RawBlock('plain', string.rep('#', header.level) .. ' ' .. pandoc.utils.stringify(header.content) .. '\\n')
        end
        function Table(table)
          local text = render(table, pipes)
          if not is_pipe_table(text) then
            text = render(table, 'html'):gsub('<colgroup>.-</colgroup>\\n', '')
          else
            -- A table that marks no header gets an empty one as a pipe table: its first row goes there.
            text = text:gsub('^[| \\n]*\\n(|[-:|]+\\n)([^\\n]*\\n)', '%2%1')
          end
          return pandoc.RawBlock('plain', text)
        end
        function Pandoc(document)
          if not is_word then return document end
          for _, field in ipairs({ 'abstract', 'date', 'author', 'subtitle', 'title' }) do
            local value = document.meta[field]
            if value then
              local text = pandoc.utils.stringify(value)
              if field == 'title' then text = '# ' .. text end
              document.blocks:insert(1, pandoc.RawBlock('plain', text .. '\\n'))
            end
          end
          return document
        end
        """

    /// Runs the converter.
    /// - Returns: what it wrote, and its name and version.
    /// - Throws: ``ZhibiaoError``.
    func convert(_ bytes: [UInt8], path: String, limits: ConverterLimits) throws -> (output: [UInt8], version: String) {
        guard let file = ProgramPath.find(program) else {
            throw ZhibiaoError(.converterMissing(path: path, program: program, package: package))
        }
        let version = Self.version(of: program, at: file)
        let result: ChildProcess
        do {
            result = try ChildProcess.run(file, arguments, input: bytes, extra: extra, limits: limits)
        } catch .tooSlow {
            throw ZhibiaoError(.converterTooSlow(path: path, program: program, seconds: limits.seconds))
        } catch .tooMuchOutput {
            throw ZhibiaoError(.converterOutputTooLarge(path: path, program: program, bytes: limits.output))
        } catch .system(let number) {
            throw ZhibiaoError(.converterFailed(path: path, program: program, reason: systemMessage(number)))
        }
        guard result.status == 0 else { throw failure(result, path: path, limits: limits) }
        return (result.output, "\(program) \(version)")
    }

    private func failure(_ result: ChildProcess, path: String, limits: ConverterLimits) -> ZhibiaoError {
        let lines = result.message.split(whereSeparator: \.isNewline)
        if result.message.contains("Incorrect password") { return ZhibiaoError(.reportEncrypted(path: path)) }
        if program == "pdftotext", result.status == 3 {
            return ZhibiaoError(.converterFailed(path: path, program: program, reason: "the file does not allow its text to be copied"))
        }
        // 251 is a Haskell program's exit status when its heap is full; a program that cannot allocate aborts.
        let outOfMemory = ["Heap exhausted", "bad_alloc", "Out of memory", "out of memory"].contains { result.message.contains($0) }
        if outOfMemory || result.status == 251 || result.status == 128 + SIGABRT {
            return ZhibiaoError(.converterNeedsMemory(path: path, program: program, bytes: limits.memory))
        }
        if result.status == 128 + SIGXCPU || result.status == 128 + SIGKILL {
            return ZhibiaoError(.converterTooSlow(path: path, program: program, seconds: limits.seconds))
        }
        let ending = result.status > 128 ? "stopped by signal \(result.status - 128)" : "exit status \(result.status)"
        return ZhibiaoError(.converterFailed(path: path, program: program, reason: lines.first.map(String.init) ?? ending))
    }

    // MARK: versions

    private static let versions = Mutex<[String: String]>([:])

    /// The version a program says it has: the first number on the first line; "" where it says none.
    private static func version(of program: String, at file: String) -> String {
        if let known = versions.withLock({ $0[file] }) { return known }
        let arguments = program == "pdftotext" ? ["-v"] : ["--version"]
        var version = ""
        if let result = try? ChildProcess.run(file, arguments, input: [], extra: nil, limits: ConverterLimits(seconds: 10)) {
            let said = String(decoding: result.output.prefix(200), as: UTF8.self) + result.message
            let number = said.drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "." }
            version = String(number)
        }
        versions.withLock { $0[file] = version }
        return version
    }
}

/// Programs by name.
enum ProgramPath {
    /// The file of a program on PATH, or nil. Relative folders of PATH are passed over.
    static func find(_ program: String) -> String? {
        guard let variable = getenv("PATH") else { return nil }
        for folder in String(cString: variable).split(separator: ":") where folder.hasPrefix("/") {
            let file = folder + "/" + program
            if case .file = FileKind(file), access(file, X_OK) == 0 { return file }
        }
        return nil
    }
}
