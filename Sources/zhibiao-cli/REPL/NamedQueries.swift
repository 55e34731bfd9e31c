// Queries that a person saved under a name: one SQL file each in the configuration folder, to be read and edited by any program.
import Zhibiao

/// The saved queries.
struct NamedQueries {
    private let folder: String

    init() throws {
        guard let folder = UserFolders.queries else {
            throw MetaError(Message.noQueryFolder)
        }
        self.folder = folder
    }

    /// Every name, sorted.
    var names: [String] {
        UserFolders.names(in: folder).filter { $0.hasSuffix(".sql") && !$0.hasPrefix(".") }.map { String($0.dropLast(4)) }
    }

    func save(_ name: String, _ sql: String) throws {
        try UserFolders.replace(path(of: name), sql + ";\n")
    }

    /// The SQL saved under `name`.
    func text(_ name: String) throws -> String {
        if let text = try UserFolders.read(path(of: name)) { return text }
        throw MetaError(Message.unknown(.query, name, NearestName.of(name, among: names), lists: ".run"))
    }

    /// Names are words of any script: they become file names.
    private func path(of name: String) throws -> String {
        let isName = name.unicodeScalars.allSatisfy { SQLWords.isPart($0) || $0 == "-" }
        guard isName, !name.isEmpty, !name.hasPrefix("-"), name.utf8.count <= 200 else {
            throw MetaError(Message.noQueryName(name))
        }
        return "\(folder)/\(name).sql"
    }
}
