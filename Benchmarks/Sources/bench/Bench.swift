// Reads a large text and prints what that took. Benchmarks/run puts it beside other programs.
import Figures
import Glibc
import ReportText

@main
struct Bench {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        switch (arguments.first, arguments.count) {
        case ("run", 3...): try run(Array(arguments.dropFirst(2)), times: Int(arguments[2]) ?? 1)
        case ("make", 3): try make(path: arguments[2], megabytes: Int(arguments[3]) ?? 100)
        case ("make-dense", 3): try make(path: arguments[2], megabytes: Int(arguments[3]) ?? 100, isDense: true)
        case ("decode", 2): try measure { try ReportText(decoding: read(arguments[2])).scalars.count }
        case ("read", 2):
            try measure {
                var structure = Structure(try ReportText(decoding: read(arguments[2])))
                return structure.takeItems().reduce(0) { count, _ in count + 1 }
            }
        case ("scan", 2):
            // What no reader of numbers can beat: the bytes read once, digits counted.
            try measure {
                var digits = 0
                for byte in try read(arguments[2]) where byte &- 0x30 < 10 { digits += 1 }
                return digits
            }
        case ("extract", 2):
            let extractor = try Extractor()
            try measure {
                var figures = 0
                extractor.extract(try ReportText(decoding: read(arguments[2])), inPieces: { figures += $0.figures.count })
                return figures
            }
        case ("fill", 4): try fill(arguments[2], arguments[3], figures: Int(arguments[4]) ?? 1_000_000)
        case ("insert", 3): try insert(arguments[2], folder: arguments[3])
        case ("stream", 2): try await stream(arguments[2])
        default:
            print("usage: bench make|make-dense FILE MEGABYTES | bench decode|read|scan|extract FILE")
            print("       bench fill FILE DATABASE FIGURES | bench insert FILE FOLDER | bench stream DATABASE")
            print("       bench run TIMES PROGRAM ARGUMENTS...")
            exit(2)
        }
    }

    /// Runs `body` once and prints what it took: `CPU seconds<TAB>peak memory in bytes<TAB>what it gave`.
    static func measure(_ body: () throws -> Int) throws {
        let start = cpuSeconds()
        let result = try body()
        print("\(cpuSeconds() - start)\t\(peakMemory())\t\(result)")
    }

    static func read(_ path: String) throws -> [UInt8] {
        guard let file = fopen(path, "r") else { throw Failure(path: path) }
        defer { fclose(file) }
        fseek(file, 0, SEEK_END)
        let size = ftell(file)
        rewind(file)
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in count = fread(buffer.baseAddress, 1, size, file) }
    }

    static func cpuSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    static func peakMemory() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss * 1024
    }

    struct Failure: Error { let path: String }
}
