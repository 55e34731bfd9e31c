// The wording of every error in Chinese: as in English, one line that says what, where, and what to do. What SQLite, the system or another
// program says is given as it is.

extension ZhibiaoError {
    /// The error in one line, in a language.
    public func description(in language: MessageLanguage) -> String {
        switch language {
        case .en: description
        case .zh: chinese
        }
    }

    private var chinese: String {
        switch kind {
        case .reportMissing(let path): "\(quoted(path))：没有这个文件；请检查路径"
        case .reportIsFolder(let path): "\(quoted(path))：是文件夹，不是文件；请指定其中的文件"
        case .reportUnreadable(let path, let reason): "\(quoted(path))：无法读取（\(reason)）；请检查权限"
        case .reportTooLarge(let path, let bytes): "\(quoted(path))：\(bytes) 字节，超过一份报告的上限（\(ReportFile.maximumBytes)）；请拆分"
        case .reportEmpty(let path): "\(quoted(path))：是空文件，没有可读的内容"
        case .reportBinary(let path, let offset): "\(quoted(path))：是二进制文件（第 \(offset) 字节不是文本）；请先转换为纯文本或 Markdown"
        case .reportBadText(let path, let encoding, let offset):
            "\(quoted(path))：已损坏：第 \(offset) 字节不是 \(encoding.rawValue) 文本；如果是其他编码，请用 --encoding 指定"
        case .reportUnknownEncoding(let path, let offset):
            "\(quoted(path))：既不是 UTF-8（第 \(offset) 字节），也不是 GB 18030 或带字节顺序标记的 UTF-16；请用 --encoding 指定或先转换"
        case .reportEncodingMissing(let path, let encoding):
            "\(quoted(path))：编码是 \(encoding.rawValue)，本机的 iconv 不认识；在 Debian 上请安装 libc-bin 或 libc6"
        case .reportChanged(let path): "\(quoted(path))：读取时变短了；请在文件完整后再导入"
        case .reportUnsupported(let path, let format, let advice): "\(quoted(path))：不能读取 \(format) 格式；\(advice)"
        case .reportTruncated(let path, let format): "\(quoted(path))：\(format) 文件已损坏，缺少结尾；请取得完整的文件"
        case .reportEncrypted(let path): "\(quoted(path))：有密码；请另存为没有密码的文件"
        case .reportUnpacksTooLarge(let path, let bytes):
            "\(quoted(path))：解开后有 \(bytes) 字节，超过一份报告的上限（\(ReportFile.maximumUnpacked)）"
        case .reportHasNoText(let path, let format, let advice): "\(quoted(path))：这个 \(quoted(format)) 文件没有文本；\(advice)"
        case .badSidecar(let path, let problem): "\(quoted(path))：\(quoted(problem))"
        case .converterMissing(let path, let program, let package):
            "\(quoted(path))：读取需要程序 \(program)；安装方法：apt-get install \(package)"
        case .converterFailed(let path, let program, let reason): "\(quoted(path))：\(program) 无法读取（\(quoted(reason))）"
        case .converterTooSlow(let path, let program, let seconds):
            "\(quoted(path))：\(program) 运行 \(seconds) 秒后被停止；请调大 --time-limit，或拆分文件"
        case .converterNeedsMemory(let path, let program, let bytes):
            "\(quoted(path))：\(program) 需要的内存超过 \(bytes >> 20) MiB，已被停止；请拆分文件"
        case .converterOutputTooLarge(let path, let program, let bytes):
            "\(quoted(path))：\(program) 输出的文本超过 \(bytes >> 20) MiB，已被停止；请拆分文件"
        case .databasePathEmpty: "数据库路径为空；请指定文件，例如 --db metrics.db"
        case .databaseMissing(let path): "\(quoted(path))：没有这个数据库；建立方法：zhibiao import PATH..."
        case .databaseFolderMissing(let path, let folder): "\(quoted(path))：文件夹 \(quoted(folder)) 不存在；请先建立，或指定其他文件"
        case .databaseIsFolder(let path): "\(quoted(path))：是文件夹，不是数据库；请指定文件"
        case .databaseUnreadable(let path, let reason): "\(quoted(path))：无法打开（\(reason)）；请检查权限"
        case .databaseNotWritable(let path, let reason): "\(quoted(path))：无法写入（\(reason)）；请使用可写文件夹中的文件"
        case .databaseEmpty(let path): "\(quoted(path))：还不是数据库；导入报告：zhibiao import PATH..."
        case .notADatabase(let path): "\(quoted(path))：不是 SQLite 数据库；请指定其他文件"
        case .otherApplication(let path): "\(quoted(path))：是其他程序的数据库，不是 zhibiao 的；请指定其他文件"
        case .newerSchema(let path, let found, let known):
            "\(quoted(path))：由更新版本的 zhibiao 建立（结构版本 \(found)，本程序只认识到 \(known)）；请更新 zhibiao"
        case .olderSchema(let path, let found, let known):
            "\(quoted(path))：由较早版本的 zhibiao 建立（结构版本 \(found)，本程序需要 \(known)）；升级方法：zhibiao import"
        case .databaseNeedsRecovery(let path): "\(quoted(path))：一次导入被中断，其日志在这里无法撤销；请在可写的地方打开一次"
        case .databaseBusy(let path): "\(quoted(path))：其他程序正在使用；请等它结束后再试"
        case .diskFull(let path): "\(quoted(path))：磁盘已满；这份报告的内容都没有保留，请腾出空间后再导入"
        case .databaseDamaged(let path, let detail): "\(quoted(path))：数据库已损坏（\(detail)）；请把报告导入新文件"
        case .databaseFailed(let path, let code, let message): "\(quoted(path))：SQLite 错误 \(code)：\(message)"
        case .unexpectedValue(let column, let found): "列 \(column) 的值是 \(found)，本版本无法读取；数据库被手工改动过，或已损坏"
        case .sqlRefused(let reason): "已拒绝：\(reason)；这里只能查询，不能修改，也不能打开文件"
        case .sqlFailed(let message, let offset): (offset.map { "SQL 第 \($0 + 1) 个字符：" } ?? "SQL：") + message
        case .sqlInterrupted: "已中断"
        case .sqlTooSlow(let seconds): "\(seconds) 秒后已停止；请缩小查询范围，或提高时限"
        case .unknownRegion(let name): "没有名为“\(quoted(name))”的地区；请用全称（如苏州市）或六位代码"
        case .unknownCategory(let code): "没有名为“\(quoted(code))”的类别；列出类别：zhibiao sql \"SELECT code, zh FROM category\""
        case .badPeriod(let text): "“\(quoted(text))”不是时期；请写成 2023、2023-09、2017/2020 或 2023-01/2023-06"
        case .unknownFigure(let id): "没有编号为 \(id) 的数值；编号由 zhibiao figures 给出"
        case .unknownReport(let name):
            "没有名为“\(quoted(name))”的报告，或者有几份；编号和标题：zhibiao sql \"SELECT report_id, title FROM reports\""
        case .reviewerMissing: "审核需要审核人的姓名；请用 --by 给出"
        case .badField(let field, let found, let problem): "\(field)：“\(quoted(found))” \(problem)"
        case .badTable(let path, let line, let column, let problem), .badVocabulary(let path, let line, let column, let problem):
            if line == 0 {
                "\(quoted(path))：\(quoted(problem))"
            } else {
                "\(quoted(path))：第 \(line) 行\(column == 0 ? "" : "第 \(column) 列")：\(quoted(problem))"
            }
        case .wrongRows(let path, let count): "\(quoted(path))：有 \(count) 个单元格有误，因此全部没有导入；请改正，或用 --partial 导入其余各行"
        case .badEmbeddedFile(let path, let detail): "内置文件 \(path)：\(detail)；这个程序文件有问题"
        case .badExtraction(let path, let detail): "\(quoted(path))：\(detail)；这是 zhibiao 的错误，请连同文件一起报告"
        }
    }
}
