// See the header.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "CStoreShim.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int zhibiao_harden(struct sqlite3 *connection) {
    static const int options[][2] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},
        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
        {SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0},
        {SQLITE_DBCONFIG_DQS_DML, 0},
        {SQLITE_DBCONFIG_DQS_DDL, 0},
    };
    for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
        int status = sqlite3_db_config(connection, options[i][0], options[i][1], (int *)0);
        if (status != SQLITE_OK) return status;
    }
    sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 0);
    return SQLITE_OK;
}

static int write_all(int file, const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(file, bytes, count);
        if (written < 0) {
            if (errno == EINTR) continue;
            return errno;
        }
        bytes += written;
        count -= (size_t)written;
    }
    return fsync(file) == 0 ? 0 : errno;
}

/// The folder of `path`, into `folder`.
static int folder_of(const char *path, char folder[PATH_MAX]) {
    const char *slash = strrchr(path, '/');
    size_t length = slash == NULL ? 0 : (size_t)(slash - path);
    if (length >= PATH_MAX) return ENAMETOOLONG;
    if (slash == NULL) {
        strcpy(folder, ".");
    } else if (length == 0) {
        strcpy(folder, "/");
    } else {
        memcpy(folder, path, length);
        folder[length] = 0;
    }
    return 0;
}

#ifdef O_TMPFILE
/// A file without a name that gets one when it is whole: a kill leaves nothing behind.
static int create_unnamed(const char *folder, const char *path, const char *bytes, size_t count) {
    int file = open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
    if (file < 0) return errno;
    int status = write_all(file, bytes, count);
    if (status == 0) {
        char name[64];
        snprintf(name, sizeof name, "/proc/self/fd/%d", file);
        if (linkat(AT_FDCWD, name, AT_FDCWD, path, AT_SYMLINK_FOLLOW) != 0) status = errno;
    }
    close(file);
    return status;
}
#endif

/// For file systems that have no unnamed files: a named one beside, then a link. A kill between the two leaves the named one.
static int create_beside(const char *folder, const char *path, const char *bytes, size_t count) {
    char name[PATH_MAX];
    if (snprintf(name, sizeof name, "%s/.zhibiao-XXXXXX", folder) >= (int)sizeof name) return ENAMETOOLONG;
    int file = mkstemp(name);
    if (file < 0) return errno;
    int status = write_all(file, bytes, count);
    mode_t mask = umask(0);
    umask(mask);
    if (status == 0 && fchmod(file, 0666 & ~mask) != 0) status = errno;
    close(file);
    if (status == 0 && link(name, path) != 0) {
        status = errno;
        // No links here (FAT and the like): give it its name, unless that is taken.
        if (status == EPERM || status == ENOTSUP || status == EOPNOTSUPP) {
            status = access(path, F_OK) == 0 ? EEXIST : rename(name, path) == 0 ? 0 : errno;
        }
    }
    unlink(name);
    return status;
}

int zhibiao_create_file(const char *path, const void *bytes, size_t count) {
    char folder[PATH_MAX];
    int status = folder_of(path, folder);
    if (status != 0) return status;
#ifdef O_TMPFILE
    status = create_unnamed(folder, path, bytes, count);
    if (status == 0 || status == EEXIST || status == ENOSPC || status == EFBIG || status == EDQUOT) return status;
#endif
    return create_beside(folder, path, bytes, count);
}
