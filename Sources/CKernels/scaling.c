#include <stddef.h>

#include "CKernels.h"

#pragma STDC FP_CONTRACT OFF

// Four sums side by side, so that an addition need not wait for the one before it.
static double weighted(const double *values, const int32_t *rows, long count, const double *weights) {
    double one = 0, two = 0, three = 0, four = 0;
    long cell = 0;
    for (; cell + 4 <= count; cell += 4) {
        one += values[cell] * weights[rows[cell]];
        two += values[cell + 1] * weights[rows[cell + 1]];
        three += values[cell + 2] * weights[rows[cell + 2]];
        four += values[cell + 3] * weights[rows[cell + 3]];
    }
    double sum = (one + two) + (three + four);
    for (; cell < count; cell++) sum += values[cell] * weights[rows[cell]];
    return sum;
}

void ringvirk_fit_columns(const double *values, const int32_t *rows, const long *starts, long from, long to,
                          const double *row_factors, const double *margins, double *column_factors,
                          double *row_sums) {
    for (long column = from; column < to; column++) {
        const double *own = values + starts[column];
        const int32_t *in = rows + starts[column];
        long count = starts[column + 1] - starts[column];
        if (margins != NULL) {
            double sum = weighted(own, in, count, row_factors);
            double margin = margins[column] > 0 ? margins[column] : 0;
            column_factors[column] = sum > 0 ? margin / sum : 1;
        }
        double factor = column_factors[column];
        for (long cell = 0; cell < count; cell++) row_sums[in[cell]] += own[cell] * factor;
    }
}
