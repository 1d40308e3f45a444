#include "CKernels.h"

#include <stddef.h>

// Products and sums are fused here: an elimination's answers are refined or bounded, not compared bit by bit.
#pragma STDC FP_CONTRACT ON

#if defined(__x86_64__)
#define WIDE __attribute__((target("avx512f")))
#else
#define WIDE
#endif
#define INLINE static inline __attribute__((always_inline)) WIDE

enum { lanes = 8, tall = 24, corner_width = 32 };

typedef double eight __attribute__((vector_size(64), aligned(8)));

// Of a loop over what is held in registers: where it is not unrolled, the sums go through memory.
#define UNROLL _Pragma("clang loop unroll(full)")

#define LOAD(at) (*(const eight *)(at))
#define STORE(at, value) (*(eight *)(at) = (value))
#define ALL(value) ((eight){(value), (value), (value), (value), (value), (value), (value), (value)})

int ringvirk_has_wide_vectors(void) {
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx512f") != 0;
#else
    return 0;
#endif
}

// Strip s holds, for the unknowns 8 s to 8 s + 7, their coefficients on the unknowns 0 to 8 s + 7, eight by eight.
static long strip_start(long strip) { return lanes * lanes * strip * (strip + 1) / 2; }

long ringvirk_triangle_size(long width) { return strip_start(width / lanes); }

WIDE void ringvirk_pack_corner(const double *corner, long stride, long width, double *lower, double *upper,
                               double *reciprocals) {
    for (long strip = 0; strip < width / lanes; strip++)
        for (long j = 0; j < lanes * (strip + 1); j++)
            for (long r = 0; r < lanes; r++) {
                long at = strip_start(strip) + j * lanes + r, k = strip * lanes + r;
                lower[at] = corner[j * stride + k];
                upper[at] = corner[k * stride + j];
            }
    for (long k = 0; k < width; k++) reciprocals[k] = 1 / corner[k * (stride + 1)];
}

// panel[k] = (panel[k] − Σ_{j<k} coefficient[k][j] panel[j]) · reciprocal[k], for `width` rows of `vectors` vectors.
INLINE void substitute(double *panel, const long vectors, const double *strips, const double *reciprocals, long width) {
    const long step = vectors * lanes;
    for (long strip = 0; strip < width / lanes; strip++) {
        double *own = panel + strip * lanes * step;
        const double *coefficients = strips + strip_start(strip);
        // From zero, so that what stands in the panel is rounded once for all of them.
        eight sum[lanes][3];
        UNROLL for (long r = 0; r < lanes; r++)
            UNROLL for (long v = 0; v < vectors; v++) sum[r][v] = ALL(0);
        for (long j = 0; j < strip * lanes; j++, coefficients += lanes) {
            // A strip is read once, from the second cache.
            __builtin_prefetch(coefficients + 16 * lanes);
            UNROLL for (long r = 0; r < lanes; r++)
                UNROLL for (long v = 0; v < vectors; v++)
                    sum[r][v] += ALL(coefficients[r]) * LOAD(panel + j * step + v * lanes);
        }
        UNROLL for (long r = 0; r < lanes; r++)
            UNROLL for (long v = 0; v < vectors; v++) sum[r][v] = LOAD(own + r * step + v * lanes) - sum[r][v];
        UNROLL for (long r = 0; r < lanes; r++) {
            UNROLL for (long v = 0; v < vectors; v++) {
                if (reciprocals) sum[r][v] *= ALL(reciprocals[strip * lanes + r]);
                STORE(own + r * step + v * lanes, sum[r][v]);
            }
            UNROLL for (long q = r + 1; q < lanes; q++)
                UNROLL for (long v = 0; v < vectors; v++) sum[q][v] -= ALL(coefficients[r * lanes + q]) * sum[r][v];
        }
    }
}

#define PAIRS(one, other, ...) __builtin_shufflevector(one, other, __VA_ARGS__)

// Eight by eight numbers, rows made columns.
INLINE void turn(const double *from, long from_step, double *to, long to_step) {
    eight one[lanes], two[lanes];
    for (long k = 0; k < lanes; k++) one[k] = LOAD(from + k * from_step);
    for (long k = 0; k < lanes; k += 2) {
        two[k] = PAIRS(one[k], one[k + 1], 0, 8, 2, 10, 4, 12, 6, 14);
        two[k + 1] = PAIRS(one[k], one[k + 1], 1, 9, 3, 11, 5, 13, 7, 15);
    }
    for (long k = 0; k < lanes; k += 4)
        for (long j = 0; j < 2; j++) {
            one[k + j] = PAIRS(two[k + j], two[k + j + 2], 0, 1, 8, 9, 4, 5, 12, 13);
            one[k + j + 2] = PAIRS(two[k + j], two[k + j + 2], 2, 3, 10, 11, 6, 7, 14, 15);
        }
    for (long k = 0; k < 4; k++) {
        STORE(to + k * to_step, PAIRS(one[k], one[k + 4], 0, 1, 2, 3, 8, 9, 10, 11));
        STORE(to + (k + 4) * to_step, PAIRS(one[k], one[k + 4], 4, 5, 6, 7, 12, 13, 14, 15));
    }
}

WIDE void ringvirk_right_panel(double *right, long stride, long width, long columns, const double *lower, double *packed) {
    for (long k = 0; k < width; k += lanes)
        if (columns == lanes)
            turn(right + k, stride, packed + k * lanes, lanes);
        else
            for (long c = 0; c < lanes; c++)
                for (long r = 0; r < lanes; r++)
                    packed[(k + r) * lanes + c] = c < columns ? right[c * stride + k + r] : 0;
    substitute(packed, 1, lower, NULL, width);
    for (long k = 0; k < width; k += lanes)
        if (columns == lanes)
            turn(packed + k * lanes, lanes, right + k, stride);
        else
            for (long c = 0; c < columns; c++)
                for (long r = 0; r < lanes; r++) right[c * stride + k + r] = packed[(k + r) * lanes + c];
}

WIDE void ringvirk_below_panel(double *below, long stride, long width, long rows, const double *upper,
                               const double *reciprocals, double *packed) {
    if (rows == tall)
        for (long k = 0; k < width; k++)
            for (long v = 0; v < 3; v++) {
                const double *from = below + k * stride + v * lanes;
                // The rows that follow: a few lines in each of many columns, which the processor does not see coming.
                __builtin_prefetch(from + tall, 0, 2);
                STORE(packed + k * tall + v * lanes, LOAD(from));
            }
    else
        for (long k = 0; k < width; k++)
            for (long r = 0; r < tall; r++) packed[k * tall + r] = r < rows ? below[k * stride + r] : 0;
    substitute(packed, 3, upper, reciprocals, width);
    if (rows == tall)
        for (long k = 0; k < width; k++)
            for (long v = 0; v < 3; v++)
                STORE(below + k * stride + v * lanes, LOAD(packed + k * tall + v * lanes));
    else
        for (long k = 0; k < width; k++)
            for (long r = 0; r < rows; r++) below[k * stride + r] = packed[k * tall + r];
}

// sum += below · right, a tile of 24 rows and 8 columns.
INLINE void add_products(eight sum[lanes][3], const double *below, const double *right, long width) {
    for (long k = 0; k < width; k++, below += tall, right += lanes) {
        eight first = LOAD(below), second = LOAD(below + lanes), third = LOAD(below + 2 * lanes);
        UNROLL for (long c = 0; c < lanes; c++) {
            eight factor = ALL(right[c]);
            sum[c][0] += first * factor;
            sum[c][1] += second * factor;
            sum[c][2] += third * factor;
        }
    }
}

// Every line that a tile lies in, which may begin within one.
INLINE void ask_for_tile(const double *cells, long stride) {
    UNROLL for (long c = 0; c < lanes; c++) {
        UNROLL for (long v = 0; v < 3; v++) __builtin_prefetch(cells + c * stride + v * lanes);
        __builtin_prefetch(cells + c * stride + tall - 1);
    }
}

// cells = base − below · right, a tile of 24 rows and 8 columns, of which `rows` and `columns` are there. The base is what
// stands in the cells, or with `minus` that of I − A; row `diagonal` of the first column is on A's diagonal.
INLINE void update_tile(double *cells, const double *minus, long diagonal, long stride, const double *below,
                        const double *right, long width, long rows, long columns) {
    eight sum[lanes][3];
    UNROLL for (long c = 0; c < lanes; c++)
        UNROLL for (long v = 0; v < 3; v++) sum[c][v] = ALL(0);
    // What is asked for earlier is out of the first cache again before it is used, as the panel is longer than that.
    long last = width < 64 ? width : 64;
    add_products(sum, below, right, width - last);
    if (columns == lanes) {
        ask_for_tile(cells, stride);
        if (minus) ask_for_tile(minus, stride);
    }
    add_products(sum, below + (width - last) * tall, right + (width - last) * lanes, last);
    int has_diagonal = minus && diagonal + lanes > 0 && diagonal < tall;
    if (rows == tall && columns == lanes && !has_diagonal) {
        UNROLL for (long c = 0; c < lanes; c++)
            UNROLL for (long v = 0; v < 3; v++) {
                long at = c * stride + v * lanes;
                eight base = minus ? ALL(0) - LOAD(minus + at) : LOAD(cells + at);
                STORE(cells + at, base - sum[c][v]);
            }
        return;
    }
    double whole[lanes * tall];
    UNROLL for (long c = 0; c < lanes; c++)
        UNROLL for (long v = 0; v < 3; v++) STORE(whole + c * tall + v * lanes, sum[c][v]);
    for (long c = 0; c < columns; c++)
        for (long r = 0; r < rows; r++) {
            long at = c * stride + r;
            double base = minus ? (r == diagonal + c ? 1 : 0) - minus[at] : cells[at];
            cells[at] = base - whole[c * tall + r];
        }
}

WIDE void ringvirk_update(double *cells, const double *minus, long diagonal, long stride, long rows, long columns,
                          long width, const double *below, const double *right) {
    for (long c = 0; c < columns; c += lanes)
        for (long r = 0; r < rows; r += tall) {
            long at = c * stride + r;
            update_tile(cells + at, minus ? minus + at : NULL, diagonal + c - r, stride, below + r * width,
                        right + c * width, width, rows - r < tall ? rows - r : tall,
                        columns - c < lanes ? columns - c : lanes);
        }
}

long ringvirk_elimination_work(long size) {
    return 2 * strip_start(corner_width / lanes) + corner_width * (1 + 2 * (size + tall));
}

WIDE long ringvirk_eliminate(double *cells, long stride, long size, double *work) {
    const long triangle = strip_start(corner_width / lanes);
    double *lower = work, *upper = lower + triangle, *reciprocals = upper + triangle;
    double *below = reciprocals + corner_width, *right = below + (size + tall) * corner_width;
    for (long first = 0; first < size; first += corner_width) {
        long width = size - first < corner_width ? size - first : corner_width;
        double *corner = cells + first * (stride + 1);
        for (long pivot = 0; pivot < width; pivot++) {
            double *column = corner + pivot * stride;
            // Written so that NaN fails too.
            if (!(column[pivot] > 0)) return first + pivot;
            double reciprocal = 1 / column[pivot];
            for (long r = pivot + 1; r < width; r++) column[r] *= reciprocal;
            for (long other = pivot + 1; other < width; other++) {
                double *target = corner + other * stride, factor = target[pivot];
                for (long r = pivot + 1; r < width; r++) target[r] -= column[r] * factor;
            }
        }
        long rest = size - first - width;
        if (rest == 0) break;
        ringvirk_pack_corner(corner, stride, width, lower, upper, reciprocals);
        for (long c = 0; c < rest; c += lanes)
            ringvirk_right_panel(corner + (width + c) * stride, stride, width, rest - c < lanes ? rest - c : lanes,
                                 lower, right + c * width);
        for (long r = 0; r < rest; r += tall)
            ringvirk_below_panel(corner + width + r, stride, width, rest - r < tall ? rest - r : tall, upper,
                                 reciprocals, below + r * width);
        ringvirk_update(corner + width * (stride + 1), NULL, 0, stride, rest, rest, width, below, right);
    }
    return -1;
}
