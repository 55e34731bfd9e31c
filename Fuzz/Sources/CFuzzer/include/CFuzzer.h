// libFuzzer's way in for programs with a main of their own.
#ifndef CFUZZER_H
#define CFUZZER_H

#include <stddef.h>
#include <stdint.h>

/// Calls `run` with one input after the other; what it gives must be 0.
int LLVMFuzzerRunDriver(int *_Nonnull argc, char *_Nullable *_Nonnull *_Nonnull argv, int (*_Nonnull run)(const uint8_t *_Nullable data, size_t size));

#endif
