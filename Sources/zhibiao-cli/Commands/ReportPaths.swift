// Finds the reports that the paths of an import stand for: files as they are, folders with all that is in them.
import Glibc
import Zhibiao

/// What was found at the paths given.
struct ReportPaths {
    /// Files to read, in the order given, a folder's files by name.
    private(set) var files: [String] = []
    /// Files of folders that are no reports by their name, and links to folders.
    private(set) var skipped: [(path: String, reason: String)] = []
    /// One line for each path where nothing can be read.
    private(set) var failures: [String] = []

    /// The endings of file names that are read in folders. A file named on its own is read whatever its name.
    static let endings = ["txt", "text", "md", "markdown", "html", "htm", "xhtml", "pdf", "docx", "odt", "epub", "rtf"]

    private enum Kind {
        case missing, folder, link, file, other
    }

    init(_ paths: [String]) {
        for path in paths {
            guard Self.kind(of: path, followLinks: true) == .folder else {
                files.append(path)  // reading it says what is wrong with it
                continue
            }
            let found = files.count
            let failed = failures.count
            walk(path)
            if files.count == found, failures.count == failed {
                let known = Self.endings.map { "." + $0 }.joined(separator: ", ")
                failures.append(Message.noReports(path, known))
            }
        }
    }

    private mutating func walk(_ folder: String) {
        guard let names = namesInFolder(folder) else {
            failures.append(Message.unreadableFolder(folder, String(cString: strerror(errno))))
            return
        }
        for name in names {
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            switch Self.kind(of: path, followLinks: false) {
            case .folder: walk(path)
            case .link where Self.kind(of: path, followLinks: true) == .folder:
                skipped.append((path, Message.linkToFolder))
            case .file, .link, .missing:
                if Self.isReport(name) {
                    files.append(path)
                } else if !name.hasSuffix(ReportMetadata.sidecarSuffix) {
                    skipped.append((path, Message.noReportByName))
                }
            case .other: skipped.append((path, Message.noOrdinaryFile))
            }
        }
    }

    private static func isReport(_ name: String) -> Bool {
        guard let dot = name.lastIndex(of: ".") else { return false }
        return endings.contains(name[name.index(after: dot)...].lowercased())
    }

    private static func kind(of path: String, followLinks: Bool) -> Kind {
        var information = stat()
        guard (followLinks ? stat(path, &information) : lstat(path, &information)) == 0 else { return .missing }
        return switch information.st_mode & S_IFMT {
        case S_IFDIR: .folder
        case S_IFLNK: .link
        case S_IFREG: .file
        default: .other
        }
    }
}
