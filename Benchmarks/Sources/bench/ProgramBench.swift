// What other programs take: run to their end, their output thrown away.
import Glibc

extension Bench {
    /// Runs a program `times` times and prints the least CPU seconds and the most memory in bytes: `CPU seconds<TAB>peak memory`.
    static func run(_ command: [String], times: Int) throws {
        var best = Double.infinity
        var peak = 0
        for _ in 0..<times {
            let usage = try run(command)
            best = min(best, seconds(usage.ru_utime) + seconds(usage.ru_stime))
            peak = max(peak, usage.ru_maxrss * 1024)
        }
        print("\(best)\t\(peak)")
    }

    private static func run(_ command: [String]) throws -> rusage {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        var arguments = command.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process: pid_t = 0
        guard posix_spawnp(&process, command[0], &actions, nil, &arguments, environ) == 0 else { throw Failure(path: command[0]) }
        var status: Int32 = 0
        var usage = rusage()
        guard wait4(process, &status, 0, &usage) == process, status == 0 else { throw Failure(path: command[0]) }
        return usage
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}
