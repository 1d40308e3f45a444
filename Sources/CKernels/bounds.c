#include "CKernels.h"
#include "each_width.h"

#pragma STDC FP_CONTRACT OFF

INLINE double above(double one, double other) { return one > other ? one : other; }

EACH_WIDTH void ringvirk_bound_terms(const double *residual, const double *rounding, const double *right,
                                     const double *high, const double *low, const double *weights, long lanes,
                                     long from, long to, double *terms) {
    double share[16] = {0}, largest[16] = {0}, weighted[16] = {0}, high_sum[16] = {0}, high_most[16] = {0};
    double low_sum[16] = {0}, low_most[16] = {0}, low_share[16] = {0};
    // Whole elements at a time, so that place k is always one lane's.
    const long step = 16 / lanes * lanes;
    for (long start = from * lanes; start < to * lanes; start += step) {
        long here = to * lanes - start < step ? to * lanes - start : step;
        for (long k = 0; k < here; k++) {
            long i = start + k;
            double off = __builtin_fabs(residual[i]) + rounding[i];
            double value = __builtin_fabs(high[i]), rest = __builtin_fabs(low[i]);
            double part = right[i] > 0 ? off / right[i] : off > 0 ? __builtin_inf() : 0;
            share[k] = above(part, share[k]);
            // A number that is none must not get lost.
            largest[k] = off > largest[k] || off != off ? off : largest[k];
            high_sum[k] += value;
            high_most[k] = above(value, high_most[k]);
            low_sum[k] += rest;
            low_most[k] = above(rest, low_most[k]);
            low_share[k] = above(rest > 0 ? rest / value : 0, low_share[k]);
            if (weights) weighted[k] += weights[i / lanes] * off;
        }
    }
    double *all[8] = {share, largest, weighted, high_sum, high_most, low_sum, low_most, low_share};
    for (long term = 0; term < 8; term++)
        for (long k = 0; k < 16; k++) terms[16 * term + k] = all[term][k];
}
