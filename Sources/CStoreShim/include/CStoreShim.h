// What the store needs of C that Swift cannot call: a variadic function of SQLite, and a file made whole or not at all.
#ifndef CSTORESHIM_H
#define CSTORESHIM_H
#include <stddef.h>

struct sqlite3;

/// Turns on a connection's defences: no writes to shadow tables or the schema, no functions of an untrusted schema, no
/// extensions, no attached files. Returns SQLite's result code.
int zhibiao_harden(struct sqlite3 *_Nonnull connection);

/// Makes the file `path` with these bytes in one step: whoever looks sees no file or the whole one, even when this process is killed.
/// Returns 0, or errno: EEXIST when there is something at `path` already, which stays as it is.
int zhibiao_create_file(const char *_Nonnull path, const void *_Nonnull bytes, size_t count);
#endif
