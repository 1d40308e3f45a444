#ifndef CFUZZER_H
#define CFUZZER_H

#include <stddef.h>
#include <stdint.h>

/// libFuzzer's own loop, for programs that have a main of their own.
int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*one)(const uint8_t *bytes, size_t size));

/// A file in memory that holds `bytes`, to be read as `/proc/self/fd/` and what is returned; each call writes it anew.
int file_in_memory(const uint8_t *bytes, size_t size);

#endif
