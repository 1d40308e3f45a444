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

#endif
