import COpenBLAS
import Glibc

/// Which library does the arithmetic, as the dynamic loader bound it.
public enum LinearAlgebraLibrary {
    /// OpenBLAS's own description: version, build options, core type.
    public static var configuration: String {
        guard let text = openblas_get_config() else { return "unknown" }
        return String(cString: text)
    }

    /// OpenBLAS's version alone, such as `"OpenBLAS 0.3.21"`: the same on every machine that has it.
    public static var version: String {
        configuration.split(separator: " ").prefix(2).joined(separator: " ")
    }

    /// The file that `dgetrf_` was loaded from.
    ///
    /// Debian lets the reference LAPACK stand in for `liblapack.so.3`; it is twenty times slower. Because
    /// OpenBLAS itself is linked before it, the name must end up here in `libopenblas`.
    public static var factorisationFile: String? {
        guard let symbol = dlsym(nil, "dgetrf_") else { return nil }
        var origin = symbol_origin()
        guard origin_of_symbol(symbol, &origin) != 0, let name = origin.file else { return nil }
        return String(cString: name)
    }
}
