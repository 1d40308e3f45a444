#ifndef RINGVIRK_KERNELS_H
#define RINGVIRK_KERNELS_H

#include <stdint.h>

// The innermost loops of products with a few vectors at once, at the vector width of the processor at hand: Swift
// compiles for the oldest one only. "Vectors" are interleaved, `groups` times four to an element: x[4 * groups * i + k] is
// element i of vector k. Products and sums are rounded one by one (no fused multiply-add), in the same order on every
// processor, so that the bits do not depend on it. groups is 1, 2, 3 or 4.

// sums[c] = Σ_i a[c * stride + i] x[i] for `columns` columns of `rows` elements; 4 * groups sums a column.
void ringvirk_dots(const double *a, long stride, long rows, long columns, const double *x, long groups, double *sums);

// y[i] += factor Σ_c a[c * stride + i] f[c] for `columns` columns of `rows` elements, column after column.
void ringvirk_combine(const double *a, long stride, long rows, long columns, double factor, const double *f, long groups,
                      double *y);

// sum = Σ_c values[c] x[rows[c]] for `count` cells, in two running sums of even and odd cells. `following` more cells may
// be looked at ahead of time.
void ringvirk_gather(const double *values, const int32_t *rows, long count, long following, const double *x, long groups,
                     double *sum);

// Which of `count` numbers are not zero, 64 to a word of `marks`; how many they are.
long ringvirk_mark(const double *numbers, long count, uint64_t *marks);

// The marked numbers and their places, in order. Not zero if all of them are finite.
int ringvirk_collect(const double *numbers, long count, const uint64_t *marks, int32_t *indices, double *values);

// For columns from..<to of a matrix in compressed columns: column_factors[j] = margins[j] / Σ_i a_ij row_factors[i], 1
// where the sum is not positive; left as they are where `margins` is NULL. Then row_sums[i] += a_ij column_factors[j].
void ringvirk_fit_columns(const double *values, const int32_t *rows, const long *starts, long from, long to,
                          const double *row_factors, const double *margins, double *column_factors,
                          double *row_sums);

#endif
