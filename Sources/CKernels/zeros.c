#include "CKernels.h"
#include "each_width.h"

typedef double eight __attribute__((ext_vector_type(8), aligned(8)));
typedef _Bool each_of_eight __attribute__((ext_vector_type(8)));

// Eight bits, set where the numbers are not zero; what is no number is not zero.
INLINE uint64_t not_zero(const double *numbers) {
    union {
        each_of_eight each;
        uint8_t all;
    } bits = {__builtin_convertvector(*(const eight *)numbers != 0, each_of_eight)};
    return bits.all;
}

EACH_WIDTH long ringvirk_mark(const double *numbers, long count, uint64_t *marks) {
    long found = 0;
    for (long start = 0; start < count; start += 64) {
        uint64_t word = 0;
        long here = count - start < 64 ? count - start : 64;
        long bit = 0;
        for (; bit + 8 <= here; bit += 8) word |= not_zero(numbers + start + bit) << bit;
        for (; bit < here; bit++) word |= (uint64_t)(numbers[start + bit] != 0) << bit;
        marks[start / 64] = word;
        found += __builtin_popcountll(word);
    }
    return found;
}

EACH_WIDTH int ringvirk_collect(const double *numbers, long count, const uint64_t *marks, int32_t *indices,
                                double *values) {
    const uint64_t sign = 1ull << 63, infinity = 0x7ffull << 52;
    uint64_t largest = 0;
    long next = 0;
    for (long start = 0; start < count; start += 64)
        for (uint64_t word = marks[start / 64]; word; word &= word - 1) {
            long index = start + __builtin_ctzll(word);
            union {
                double number;
                uint64_t bits;
            } kept = {numbers[index]};
            indices[next] = (int32_t)index;
            values[next++] = kept.number;
            // Infinity and what is no number have the largest patterns of all.
            uint64_t size = kept.bits & ~sign;
            largest = size > largest ? size : largest;
        }
    return largest < infinity;
}
