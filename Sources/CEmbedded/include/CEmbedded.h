// The files of schema/ and seeds/, compiled into the binary.
#ifndef CEMBEDDED_H
#define CEMBEDDED_H
#include <stddef.h>

/// One file: its path from the top of the checkout, and its bytes (not terminated).
typedef struct {
    const char *_Nonnull path;
    const unsigned char *_Nonnull bytes;
    size_t count;
} EmbeddedFileEntry;

/// How many files there are.
size_t embedded_file_count(void);
/// The file at `index`, which must be below `embedded_file_count()`.
EmbeddedFileEntry embedded_file_at(size_t index);
#endif
