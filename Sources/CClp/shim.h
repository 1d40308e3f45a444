// Clp of COIN-OR: linear programmes by the simplex method, through its C interface (EPL-1.0).
#include <coin/Clp_C_Interface.h>
