#include "CKernels.h"
#include "each_width.h"

#pragma STDC FP_CONTRACT OFF

typedef double two __attribute__((vector_size(16), aligned(8)));
typedef double four __attribute__((vector_size(32), aligned(8)));
typedef double eight __attribute__((vector_size(64), aligned(8)));

// Cells far enough ahead that their elements arrive from a distant cache in time.
enum { ahead = 24 };

// y[j - from] = v[j] + Σ of column j's cells times x, in two running sums of even and odd cells. `parts` vectors make one
// element.
#define SWEEP(name, vector, splat)                                                                                      \
    INLINE void name(const double *values, const int32_t *rows, const long *starts, long from, long to,                \
                     const vector *x, const vector *v, vector *y, const long parts) {                                  \
        const long last = starts[to] - 1;                                                                              \
        for (long column = from; column < to; column++) {                                                              \
            vector even[2], odd[2];                                                                                    \
            for (long p = 0; p < parts; p++) even[p] = v[column * parts + p], odd[p] = (vector){0};                    \
            long cell = starts[column], end = starts[column + 1];                                                      \
            for (; cell + 2 <= end; cell += 2) {                                                                       \
                if (sizeof(vector) * parts > 16 && cell + 1 + ahead <= last) {                                         \
                    __builtin_prefetch(&x[rows[cell + ahead] * parts]);                                                \
                    __builtin_prefetch(&x[rows[cell + 1 + ahead] * parts]);                                            \
                }                                                                                                      \
                vector one = splat(values[cell]), other = splat(values[cell + 1]);                                     \
                for (long p = 0; p < parts; p++) {                                                                     \
                    even[p] += one * x[rows[cell] * parts + p];                                                        \
                    odd[p] += other * x[rows[cell + 1] * parts + p];                                                   \
                }                                                                                                      \
            }                                                                                                          \
            if (cell < end) {                                                                                          \
                vector one = splat(values[cell]);                                                                      \
                for (long p = 0; p < parts; p++) even[p] += one * x[rows[cell] * parts + p];                           \
            }                                                                                                          \
            for (long p = 0; p < parts; p++) y[(column - from) * parts + p] = even[p] + odd[p];                        \
        }                                                                                                              \
    }

// A macro, because a function that returns a vector would have another ABI at each width.
#define SPLAT2(a) ((two){(a), (a)})
#define SPLAT4(a) ((four){(a), (a), (a), (a)})
#define SPLAT8(a) ((eight){(a), (a), (a), (a), (a), (a), (a), (a)})
SWEEP(sweep_two, two, SPLAT2)
SWEEP(sweep_four, four, SPLAT4)
SWEEP(sweep_eight, eight, SPLAT8)

// One vector: four running sums, since there are no others to work on while an addition is waited for.
INLINE void sweep_one(const double *values, const int32_t *rows, const long *starts, long from, long to,
                      const double *x, const double *v, double *y) {
    for (long column = from; column < to; column++) {
        double one = v[column], two = 0, three = 0, four = 0;
        long cell = starts[column], end = starts[column + 1];
        for (; cell + 4 <= end; cell += 4) {
            one += values[cell] * x[rows[cell]];
            two += values[cell + 1] * x[rows[cell + 1]];
            three += values[cell + 2] * x[rows[cell + 2]];
            four += values[cell + 3] * x[rows[cell + 3]];
        }
        for (; cell < end; cell++) two += values[cell] * x[rows[cell]];
        y[column - from] = (one + two) + (three + four);
    }
}

EACH_WIDTH void ringvirk_sweep(const double *values, const int32_t *rows, const long *starts, long from, long to,
                               long lanes, const double *x, const double *v, double *y) {
    switch (lanes) {
    case 1: sweep_one(values, rows, starts, from, to, x, v, y); break;
    case 2: sweep_two(values, rows, starts, from, to, (const two *)x, (const two *)v, (two *)y, 1); break;
    case 4: sweep_four(values, rows, starts, from, to, (const four *)x, (const four *)v, (four *)y, 1); break;
    case 8: sweep_eight(values, rows, starts, from, to, (const eight *)x, (const eight *)v, (eight *)y, 1); break;
    default: sweep_eight(values, rows, starts, from, to, (const eight *)x, (const eight *)v, (eight *)y, 2); break;
    }
}

// Sixteen numbers at a time, as many running results as that: lane k of `lanes` is in all those whose place is k modulo lanes.
INLINE void settle(double *x, const double *y, double *change, long count, const int in_sum, const int compare,
                   double *size, double *cross, double *square) {
    long start = 0;
    for (; start + 16 <= count; start += 16)
        for (long k = 0; k < 16; k++) {
            double step = y[start + k] - x[start + k];
            double length = step < 0 ? -step : step;
            x[start + k] = y[start + k];
            size[k] = in_sum ? size[k] + length : length > size[k] ? length : size[k];
            if (compare) {
                double turn = step - change[start + k];
                cross[k] += turn * step;
                square[k] += turn * turn;
            }
            if (change) change[start + k] = step;
        }
    for (long k = 0; start + k < count; k++) {
        double step = y[start + k] - x[start + k];
        double length = step < 0 ? -step : step;
        x[start + k] = y[start + k];
        size[k] = in_sum ? size[k] + length : length > size[k] ? length : size[k];
        if (compare) {
            double turn = step - change[start + k];
            cross[k] += turn * step;
            square[k] += turn * turn;
        }
        if (change) change[start + k] = step;
    }
}

EACH_WIDTH void ringvirk_settle(double *x, const double *y, double *change, long count, int in_sum, int compare,
                                double *size, double *cross, double *square) {
    double sizes[16] = {0}, crosses[16] = {0}, squares[16] = {0};
    if (!change) settle(x, y, 0, count, in_sum, 0, sizes, crosses, squares);
    else if (!compare) settle(x, y, change, count, in_sum, 0, sizes, crosses, squares);
    else settle(x, y, change, count, in_sum, 1, sizes, crosses, squares);
    for (long k = 0; k < 16; k++) size[k] = sizes[k], cross[k] = crosses[k], square[k] = squares[k];
}
