// Naming libopenblas on the link line, before LAPACKE's own dependencies are reached, is what binds
// dgetrf_, dgetrs_ and dgecon_ to OpenBLAS's optimised LAPACK, even where the system's alternatives
// point liblapack.so.3 at the reference one. Tests ask the loader which library answered.
#include <lapacke.h>
#include <cblas.h>

char *openblas_get_config(void);
void openblas_set_num_threads(int threads);
int openblas_get_num_threads(void);
