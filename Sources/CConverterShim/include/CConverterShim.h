// What reading other formats needs of C: a program started with limits that hold from its first instruction (fork and setrlimit,
// which Swift cannot call), and zlib.
#ifndef CCONVERTERSHIM_H
#define CCONVERTERSHIM_H
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// What to start, and what it may use.
typedef struct {
    const char *_Nonnull path;
    char *_Nullable const *_Nonnull arguments;    // ends with NULL
    char *_Nullable const *_Nonnull environment;  // ends with NULL
    int input;                                    // descriptors that become 0, 1, 2 and, where not negative, 3
    int output;
    int error;
    int extra;
    uint64_t memory_bytes;  // address space
    uint64_t cpu_seconds;
} zhibiao_child;

/// Starts a program as the leader of a process group of its own; it is killed when the thread that started it ends.
/// It may write no files. Returns 0 or errno.
int zhibiao_start(const zhibiao_child *_Nonnull child, pid_t *_Nonnull pid);

/// Makes a pipe that other programs do not inherit: its reading and its writing end. Returns 0 or errno.
int zhibiao_pipe(int ends[_Nonnull 2]);

/// A file in memory (or, where there is none, without a name on disk) with these bytes, at its start. Returns its descriptor, or -1 and errno.
int zhibiao_unnamed_file(const void *_Nullable bytes, size_t count);

/// Unpacks raw deflate data into exactly `size` bytes. Returns 0, or -1 when the data is damaged or holds more or less.
int zhibiao_inflate(const void *_Nonnull data, size_t count, void *_Nonnull bytes, size_t size);

/// The checksum that a zip archive has for each of its files.
uint32_t zhibiao_crc32(const void *_Nullable bytes, size_t count);
#endif
