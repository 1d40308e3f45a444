#ifndef RINGVIRK_KERNELS_H
#define RINGVIRK_KERNELS_H

#include <stdint.h>

// The innermost loops of products with a few vectors at once, at the vector width of the processor at hand: Swift
// compiles for the oldest one only. "Vectors" are interleaved, `groups` times four to an element: x[4 * groups * i + k] is
// element i of vector k. Products and sums are rounded one by one (no fused multiply-add), in the same order on every
// processor, so that the bits do not depend on it. groups is 1, 2, 3 or 4.

// sums[c] = Σ_i a[c * stride + i] x[i] for `columns` columns of `rows` elements; 4 * groups sums a column.
void ringvirk_dots(const double *a, long stride, long rows, long columns, const double *x, long groups, double *sums);

// y[i] += Σ_c a[c * stride + i] f[c] for `columns` columns of `rows` elements, column after column.
void ringvirk_combine(const double *a, long stride, long rows, long columns, const double *f, long groups, double *y);

// sum = Σ_c values[c] x[rows[c]] for `count` cells, in two running sums of even and odd cells. `following` more cells may
// be looked at ahead of time.
void ringvirk_gather(const double *values, const int32_t *rows, long count, long following, const double *x, long groups,
                     double *sum);

// y[j - from] = v[j] + Σ_i a_ij x[i] for columns from..<to of a matrix in compressed columns and `lanes` interleaved
// vectors: 1, 2, 4, 8 or 16. y must not be x.
void ringvirk_sweep(const double *values, const int32_t *rows, const long *starts, long from, long to, long lanes,
                    const double *x, const double *v, double *y);

// x = y, `count` numbers of interleaved vectors, and how far that moved them, in sixteen results: number i counts in result
// i modulo 16. size: the largest |y - x|, or their sum. Where `change` is given it takes y - x; with `compare` the
// differences from what it held before are multiplied by y - x into cross and by themselves into square.
void ringvirk_settle(double *x, const double *y, double *change, long count, int in_sum, int compare, double *size,
                     double *cross, double *square);

// What bounds on errors are made of, for elements from..<to of `lanes` interleaved vectors, in eight times sixteen results;
// element i of a vector counts in those whose place is its lane's modulo `lanes`. With off = |residual| + rounding: the
// largest off / right (infinite where right is not above zero and off is), the largest off, Σ weights off (0 without
// weights), Σ |high|, the largest, Σ |low|, the largest, the largest |low| / |high|.
void ringvirk_bound_terms(const double *residual, const double *rounding, const double *right, const double *high,
                          const double *low, const double *weights, long lanes, long from, long to, double *terms);

// Which of `count` numbers are not zero, 64 to a word of `marks`; how many they are.
long ringvirk_mark(const double *numbers, long count, uint64_t *marks);

// The marked numbers and their places, in order. Not zero if all of them are finite.
int ringvirk_collect(const double *numbers, long count, const uint64_t *marks, int32_t *indices, double *values);

// For columns from..<to of a matrix in compressed columns: column_factors[j] = margins[j] / Σ_i a_ij row_factors[i], 1
// where the sum is not positive; left as they are where `margins` is NULL. Then row_sums[i] += a_ij column_factors[j].
void ringvirk_fit_columns(const double *values, const int32_t *rows, const long *starts, long from, long to,
                          const double *row_factors, const double *margins, double *column_factors,
                          double *row_sums);

// x_t = (x_t − Σ_{q<t} c(t, q) x_q) / c(t, t) for t = 0, 1, … count − 1, where c(t, q) = corner[t * step + q * known_step],
// 4 * groups numbers to an x, x_t at x[t * x_step]; without the quotient where `unit`. Steps may be below zero.
void ringvirk_substitute(const double *corner, long step, long known_step, long count, int unit, double *x, long x_step,
                         long groups);

// Elimination without interchanges, for processors with vectors of eight numbers; on others nothing of what follows may be
// called. A corner of `width` columns, a multiple of eight, is factored; what it means for the columns right of it, eight at
// a time, and the rows below it, 24 at a time, is worked out in packed panels, which then update all that is beyond:
// panels of the right-hand side hold width * 8 numbers, panels below width * 24.
int ringvirk_has_wide_vectors(void);

// Factors `size` columns in place, on one core; the first pivot that is not above zero, or -1. `work` holds
// ringvirk_elimination_work(size) numbers.
long ringvirk_eliminate(double *cells, long stride, long size, double *work);
long ringvirk_elimination_work(long size);

// A factored corner's triangles, ringvirk_triangle_size(width) numbers each, and its pivots' reciprocals, `width` of them.
void ringvirk_pack_corner(const double *corner, long stride, long width, double *lower, double *upper,
                          double *reciprocals);
long ringvirk_triangle_size(long width);

// L⁻¹ times up to eight columns right of the corner, in place and packed.
void ringvirk_right_panel(double *right, long stride, long width, long columns, const double *lower, double *packed);

// Up to 24 rows below the corner times U⁻¹, in place and packed.
void ringvirk_below_panel(double *below, long stride, long width, long rows, const double *upper,
                          const double *reciprocals, double *packed);

// cells −= below · right, of packed panels; with `minus`, those cells of A, cells = I − A − below · right, and row `diagonal`
// of the first column is on A's diagonal.
void ringvirk_update(double *cells, const double *minus, long diagonal, long stride, long rows, long columns, long width,
                     const double *below, const double *right);

#endif
