// KLU of SuiteSparse: sparse LU by block triangular form and approximate minimum degree (LGPL-2.1-or-later).
#include <suitesparse/klu.h>
