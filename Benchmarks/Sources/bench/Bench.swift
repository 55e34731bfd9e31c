// Reads a large text made here and prints how fast, as ratios to `wc -m` on the same bytes in the same run.
import Figures
import Glibc
import ReportText

@main
struct Bench {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        switch (arguments.first, arguments.count) {
        case ("make", 3): try make(path: arguments[2], megabytes: Int(arguments[3]) ?? 100)
        case ("read", 2): try measure("decode to structure", arguments[2]) { _ = Structure(try ReportText(decoding: $0)).items.count }
        case ("decode", 2): try measure("decode", arguments[2]) { _ = try ReportText(decoding: $0).scalars.count }
        case ("extract", 2):
            let extractor = try Extractor()
            try measure("decode to figures", arguments[2]) { let e = extractor.extract(try ReportText(decoding: $0)); print(e.figures.count, e.numerals.count, e.passages.count, MemoryLayout<Figure>.stride, MemoryLayout<NumeralRecord>.stride, MemoryLayout<PassageRecord>.stride) }
        default:
            print("usage: bench make FILE MEGABYTES | bench decode|read|extract FILE")
            exit(2)
        }
    }

    /// Runs `body` on a file's bytes; prints what it took: `name<TAB>CPU seconds<TAB>bytes<TAB>peak memory in bytes`.
    static func measure(_ name: String, _ path: String, _ body: ([UInt8]) throws -> Void) throws {
        let bytes = try read(path)
        let start = cpuSeconds()
        try body(bytes)
        print("\(name)\t\(cpuSeconds() - start)\t\(bytes.count)\t\(peakMemory())")
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
