// `fuzz TARGET [libFuzzer options] [corpus folders or single inputs]`; Fuzz/run passes what is usual.
import CFuzzer
import Figures
import Glibc
import ReportText

@main
enum Fuzz {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count > 1, let target = Target(rawValue: arguments[1]) else {
            print("usage: fuzz decode|structure|extract [libFuzzer options] [corpus]")
            exit(2)
        }
        // libFuzzer keeps these for the whole run.
        var passed: [UnsafeMutablePointer<CChar>?] = ([arguments[0]] + arguments.dropFirst(2)).map { strdup($0) } + [nil]
        var count = Int32(passed.count - 1)
        let status = passed.withUnsafeMutableBufferPointer { passed -> Int32 in
            guard var argv = passed.baseAddress else { return 2 }
            return LLVMFuzzerRunDriver(&count, &argv, target.callback)
        }
        exit(status)
    }
}

/// What is fuzzed.
enum Target: String {
    /// Bytes to text, in every encoding.
    case decode
    /// Text to passages and tables.
    case structure
    /// The whole pipeline.
    case extract

    /// What libFuzzer calls: a C function, so one that holds nothing.
    var callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32 {
        switch self {
        case .decode:
            { data, size in
                Checks.decode(Fuzz.bytes(data, size))
                return 0
            }
        case .structure:
            { data, size in
                Checks.structure(Fuzz.bytes(data, size))
                return 0
            }
        case .extract:
            { data, size in
                Checks.extract(Fuzz.bytes(data, size))
                return 0
            }
        }
    }
}

extension Fuzz {
    fileprivate static func bytes(_ data: UnsafePointer<UInt8>?, _ size: Int) -> [UInt8] {
        Array(UnsafeBufferPointer(start: data, count: size))
    }
}
