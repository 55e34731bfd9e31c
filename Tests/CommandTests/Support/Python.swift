// The Python that `make test` puts into .build/python, with pandas, DuckDB and Datasette.
import Foundation

enum Python {
    static let folder = Program.checkout.appendingPathComponent(".build/python/bin").path
    static let path = folder + "/python3"

    /// False where PyPI could not be reached.
    static let isAvailable = FileManager.default.isExecutableFile(atPath: path)

    /// Reads a CSV file back with other programs and compares it with the rows of a query: Tests/Readers/read_back.py.
    static func readBack(_ csv: String, of database: String, _ sql: String, with readers: String...) throws -> Outcome {
        let script = Program.checkout.appendingPathComponent("Tests/Readers/read_back.py").path
        return try Program.run(path, [script, database, sql, csv] + readers)
    }
}
