#include "CKernels.h"
#include "each_width.h"

#pragma STDC FP_CONTRACT OFF

typedef double four __attribute__((vector_size(32), aligned(8)));

// A macro, because a function that returns a vector would have another ABI at each width.
#define ALL(value) ((four){(value), (value), (value), (value)})

INLINE void dots(const double *a, long stride, long rows, long columns, const four *x, const long groups,
                 const long width, four *sums) {
    long column = 0;
    for (; column + width <= columns; column += width) {
        four sum[4][4] = {{{0}}};
        for (long i = 0; i < rows; i++)
            for (long c = 0; c < width; c++) {
                four cell = ALL(a[(column + c) * stride + i]);
                for (long g = 0; g < groups; g++) sum[c][g] += cell * x[i * groups + g];
            }
        for (long c = 0; c < width; c++)
            for (long g = 0; g < groups; g++) sums[(column + c) * groups + g] = sum[c][g];
    }
    for (; column < columns; column++) {
        four sum[4] = {{0}};
        for (long i = 0; i < rows; i++) {
            four cell = ALL(a[column * stride + i]);
            for (long g = 0; g < groups; g++) sum[g] += cell * x[i * groups + g];
        }
        for (long g = 0; g < groups; g++) sums[column * groups + g] = sum[g];
    }
}

EACH_WIDTH void ringvirk_dots(const double *a, long stride, long rows, long columns, const double *x, long groups,
                              double *sums) {
    const four *from = (const four *)x;
    four *to = (four *)sums;
    switch (groups) {
    case 1: dots(a, stride, rows, columns, from, 1, 4, to); break;
    case 2: dots(a, stride, rows, columns, from, 2, 4, to); break;
    case 3: dots(a, stride, rows, columns, from, 3, 2, to); break;
    default: dots(a, stride, rows, columns, from, 4, 2, to); break;
    }
}

INLINE void combine(const double *a, long stride, long rows, long columns, double factor, const four *f,
                    const long groups, const long width, four *y) {
    long column = 0;
    for (; column + width <= columns; column += width) {
        four weight[4][4];
        for (long c = 0; c < width; c++)
            for (long g = 0; g < groups; g++) weight[c][g] = ALL(factor) * f[(column + c) * groups + g];
        for (long i = 0; i < rows; i++) {
            four sum[4];
            for (long g = 0; g < groups; g++) sum[g] = y[i * groups + g];
            for (long c = 0; c < width; c++) {
                four cell = ALL(a[(column + c) * stride + i]);
                for (long g = 0; g < groups; g++) sum[g] += cell * weight[c][g];
            }
            for (long g = 0; g < groups; g++) y[i * groups + g] = sum[g];
        }
    }
    for (; column < columns; column++)
        for (long i = 0; i < rows; i++) {
            four cell = ALL(a[column * stride + i]);
            for (long g = 0; g < groups; g++) y[i * groups + g] += cell * (ALL(factor) * f[column * groups + g]);
        }
}

EACH_WIDTH void ringvirk_combine(const double *a, long stride, long rows, long columns, double factor,
                                 const double *f, long groups, double *y) {
    const four *weights = (const four *)f;
    four *to = (four *)y;
    switch (groups) {
    case 1: combine(a, stride, rows, columns, factor, weights, 1, 4, to); break;
    case 2: combine(a, stride, rows, columns, factor, weights, 2, 4, to); break;
    case 3: combine(a, stride, rows, columns, factor, weights, 3, 2, to); break;
    default: combine(a, stride, rows, columns, factor, weights, 4, 2, to); break;
    }
}

INLINE void gather(const double *values, const int32_t *rows, long count, long following, const four *x,
                   const long groups, four *sum) {
    // Cells far enough ahead that their elements arrive from memory in time.
    enum { ahead = 24 };
    four even[4] = {{0}}, odd[4] = {{0}};
    long safe = count + following - ahead;
    long cell = 0;
    for (; cell + 2 <= count; cell += 2) {
        if (cell + 1 < safe) {
            __builtin_prefetch(&x[rows[cell + ahead] * groups]);
            __builtin_prefetch(&x[rows[cell + 1 + ahead] * groups]);
        }
        four first = ALL(values[cell]), second = ALL(values[cell + 1]);
        for (long g = 0; g < groups; g++) even[g] += first * x[rows[cell] * groups + g];
        for (long g = 0; g < groups; g++) odd[g] += second * x[rows[cell + 1] * groups + g];
    }
    if (cell < count) {
        four last = ALL(values[cell]);
        for (long g = 0; g < groups; g++) even[g] += last * x[rows[cell] * groups + g];
    }
    for (long g = 0; g < groups; g++) sum[g] = even[g] + odd[g];
}

EACH_WIDTH void ringvirk_gather(const double *values, const int32_t *rows, long count, long following,
                                const double *x, long groups, double *sum) {
    const four *from = (const four *)x;
    four *to = (four *)sum;
    switch (groups) {
    case 1: gather(values, rows, count, following, from, 1, to); break;
    case 2: gather(values, rows, count, following, from, 2, to); break;
    case 3: gather(values, rows, count, following, from, 3, to); break;
    default: gather(values, rows, count, following, from, 4, to); break;
    }
}
