// A zip archive of files as they are: nothing is packed, so that any program reads it and a large file needs no memory.
import Glibc

/// Writes zip archives.
enum ZipWriter {
    private struct Entry {
        let name: [UInt8]
        let size: UInt32
        let checksum: UInt32
        let offset: UInt32
    }

    /// Writes an archive of these files, each under its name.
    static func write(_ files: [(name: String, path: String)], to sink: ByteSink) throws {
        var entries: [Entry] = []
        var offset = 0
        for file in files {
            var size = 0
            var checksum = UInt32.max
            try forEachChunk(of: file.path) { chunk in
                size += chunk.count
                for byte in chunk { checksum = table[Int((checksum ^ UInt32(byte)) & 0xFF)] ^ checksum >> 8 }
            }
            // What is larger needs the format's extension, which not every program reads.
            guard size + offset < Int(UInt32.max) else {
                throw OutputError(target: file.name, reason: Message.archiveTooLarge)
            }
            let entry = Entry(name: Array(file.name.utf8), size: UInt32(size), checksum: ~checksum, offset: UInt32(offset))
            let head = [0x50, 0x4B, 3, 4] + fields(entry) + entry.name
            try sink.write(head)
            try forEachChunk(of: file.path) { try sink.write($0) }
            offset += head.count + size
            entries.append(entry)
        }
        var directory: [UInt8] = []
        for entry in entries {
            directory += [0x50, 0x4B, 1, 2] + little(20, 2) + fields(entry) + little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4)
            directory += little(entry.offset, 4) + entry.name
        }
        let count = UInt32(entries.count)
        try sink.write(directory)
        try sink.write(
            [0x50, 0x4B, 5, 6] + little(0, 2) + little(0, 2) + little(count, 2) + little(count, 2) + little(UInt32(directory.count), 4)
                + little(UInt32(offset), 4) + little(0, 2))
    }

    /// What an entry's own head and the directory both have: version, names in UTF-8, not packed, 1 January 1980, checksum, sizes.
    private static func fields(_ entry: Entry) -> [UInt8] {
        little(20, 2) + little(0x800, 2) + little(0, 2) + little(0, 2) + little(0x21, 2) + little(entry.checksum, 4) + little(entry.size, 4)
            + little(entry.size, 4) + little(UInt32(entry.name.count), 2) + little(0, 2)
    }

    private static func little(_ value: UInt32, _ bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    /// CRC-32 of each byte.
    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }

    private static func forEachChunk(of path: String, _ body: ([UInt8]) throws -> Void) throws {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw OutputError(target: path, reason: ByteSink.reason(errno)) }
        defer { close(file) }
        while true {
            var failure: Int32 = 0
            let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                let got = read(file, buffer.baseAddress, buffer.count)
                if got < 0 { failure = errno }
                count = max(got, 0)
            }
            if failure != 0 { throw OutputError(target: path, reason: ByteSink.reason(failure)) }
            if chunk.isEmpty { return }
            try body(chunk)
        }
    }
}
