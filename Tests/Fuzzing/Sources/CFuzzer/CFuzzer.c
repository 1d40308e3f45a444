#define _GNU_SOURCE
#include "CFuzzer.h"
#include <sys/mman.h>
#include <unistd.h>

int file_in_memory(const uint8_t *bytes, size_t size) {
    static int file = -1;
    if (file < 0) file = memfd_create("input", 0);
    if (file < 0 || ftruncate(file, 0) != 0) return -1;
    for (size_t written = 0; written < size;) {
        ssize_t count = pwrite(file, bytes + written, size - written, (off_t)written);
        if (count <= 0) return -1;
        written += (size_t)count;
    }
    return file;
}
