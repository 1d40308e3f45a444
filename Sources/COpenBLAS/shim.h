// Naming libopenblas on the link line, before LAPACKE's own dependencies are reached, is what binds
// dgetrf_, dgetrs_ and dgecon_ to OpenBLAS's optimised LAPACK, even where the system's alternatives
// point liblapack.so.3 at the reference one. Tests ask the loader which library answered.
#include <lapacke.h>
#include <cblas.h>

char *openblas_get_config(void);
void openblas_set_num_threads(int threads);
int openblas_get_num_threads(void);

// The loader's answer to "which file did this symbol come from?". glibc shows dladdr only under _GNU_SOURCE,
// which a module map cannot define, so it is declared here under a name of our own.
struct symbol_origin {
    const char *file;
    void *base;
    const char *symbol;
    void *address;
};
int origin_of_symbol(const void *address, struct symbol_origin *origin) __asm__("dladdr");
