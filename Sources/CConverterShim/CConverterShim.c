// See the header. Between fork and exec only functions that are safe there are called.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "CConverterShim.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>
#ifdef __linux__
#include <sys/mman.h>
#include <sys/prctl.h>
#endif

static void limit(int resource, uint64_t value) {
    struct rlimit old;
    rlim_t most = (rlim_t)value;
    if (getrlimit(resource, &old) == 0 && old.rlim_max != RLIM_INFINITY && old.rlim_max < most) most = old.rlim_max;
    struct rlimit new = {most, most};
    setrlimit(resource, &new);
}

/// Makes `from` the descriptor `to` of the program to come.
static int place(int from, int to) {
    if (from == to) return fcntl(to, F_SETFD, 0);
    return dup2(from, to);
}

static void become(const zhibiao_child *child, int report) {
    setpgid(0, 0);
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    for (int number = 1; number < 32; number++) {
        if (number != SIGKILL && number != SIGSTOP) signal(number, SIG_DFL);
    }
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    limit(RLIMIT_AS, child->memory_bytes);
    limit(RLIMIT_CPU, child->cpu_seconds);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CORE, 0);
    // First out of the way of 0 to 3, then into place.
    int parts[4] = {child->input, child->output, child->error, child->extra};
    for (int i = 0; i < 4; i++) {
        if (parts[i] >= 0) parts[i] = fcntl(parts[i], F_DUPFD_CLOEXEC, 10);
    }
    report = fcntl(report, F_DUPFD_CLOEXEC, 10);
    for (int i = 0; i < 4; i++) {
        if (parts[i] >= 0 && place(parts[i], i) < 0) goto failed;
    }
    execve(child->path, child->arguments, child->environment);
failed:;
    int number = errno;
    ssize_t ignored = write(report, &number, sizeof number);
    (void)ignored;
    _exit(127);
}

int zhibiao_pipe(int ends[2]) {
#ifdef __linux__
    return pipe2(ends, O_CLOEXEC) == 0 ? 0 : errno;
#else
    if (pipe(ends) != 0) return errno;
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    return 0;
#endif
}

int zhibiao_start(const zhibiao_child *child, pid_t *pid) {
    int report[2];
    int status = zhibiao_pipe(report);
    if (status != 0) return status;
    pid_t started = fork();
    if (started == 0) become(child, report[1]);
    status = started < 0 ? errno : 0;
    close(report[1]);
    if (started > 0) {
        // Closed without a word once the program runs.
        ssize_t count;
        do count = read(report[0], &status, sizeof status);
        while (count < 0 && errno == EINTR);
        if (count == (ssize_t)sizeof status) {
            while (waitpid(started, NULL, 0) < 0 && errno == EINTR) {}
        } else {
            status = 0;
            *pid = started;
        }
    }
    close(report[0]);
    return status;
}

int zhibiao_unnamed_file(const void *bytes, size_t count) {
#ifdef __linux__
    int file = memfd_create("zhibiao", MFD_CLOEXEC);
#else
    char name[] = "/tmp/zhibiao-XXXXXX";
    int file = mkstemp(name);
    if (file >= 0) {
        unlink(name);
        fcntl(file, F_SETFD, FD_CLOEXEC);
    }
#endif
    if (file < 0) return -1;
    const char *rest = bytes;
    while (count > 0) {
        ssize_t written = write(file, rest, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) {
            int number = errno;
            close(file);
            errno = number;
            return -1;
        }
        rest += written;
        count -= (size_t)written;
    }
    if (lseek(file, 0, SEEK_SET) != 0) {
        close(file);
        return -1;
    }
    return file;
}

int zhibiao_inflate(const void *data, size_t count, void *bytes, size_t size) {
    z_stream stream;
    memset(&stream, 0, sizeof stream);
    if (count > UINT32_MAX || size > UINT32_MAX || inflateInit2(&stream, -MAX_WBITS) != Z_OK) return -1;
    stream.next_in = (Bytef *)data;
    stream.avail_in = (uInt)count;
    stream.next_out = bytes;
    stream.avail_out = (uInt)size;
    int status = inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    return status == Z_STREAM_END && stream.avail_out == 0 ? 0 : -1;
}

uint32_t zhibiao_crc32(const void *bytes, size_t count) { return (uint32_t)crc32_z(0, bytes, count); }
