// Queries that a person saved under a name: one SQL file each in the configuration folder, to be read and edited by any program.
import Glibc
import Zhibiao

/// The saved queries.
struct NamedQueries {
    private let folder: String

    init() throws {
        guard let folder = UserFolders.queries else {
            throw MetaError("there is no folder for queries: neither XDG_CONFIG_HOME nor HOME is set")
        }
        self.folder = folder
    }

    /// Every name, sorted.
    var names: [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".sql"), !name.hasPrefix(".") { names.append(String(name.dropLast(4))) }
        }
        return names.sorted()
    }

    func save(_ name: String, _ sql: String) throws {
        try UserFolders.replace(path(of: name), sql + ";\n")
    }

    /// The SQL saved under `name`.
    func text(_ name: String) throws -> String {
        if let text = try UserFolders.read(path(of: name)) { return text }
        let nearest = NearestName.of(name, among: names)
        let advice = nearest.isEmpty ? ".run lists them" : "did you mean \(nearest.joined(separator: ", "))?"
        throw MetaError("no query is saved as \(name); \(advice)")
    }

    /// Names are words of any script: they become file names.
    private func path(of name: String) throws -> String {
        let isName = name.unicodeScalars.allSatisfy { SQLWords.isPart($0) || $0 == "-" }
        guard isName, !name.isEmpty, !name.hasPrefix("-"), name.utf8.count <= 200 else {
            throw MetaError("“\(name)” is no name for a query; use letters, digits, _ and -")
        }
        return "\(folder)/\(name).sql"
    }
}
