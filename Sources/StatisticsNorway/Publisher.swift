import Accounts
import FileFormats

/// What Statistics Norway asks to have beside its figures.
enum Publisher {
    /// The nation as the statistics code it.
    static let norway = Region(code: "0", name: Name(english: "Norway", norwegian: "Norge"))

    /// Who publishes.
    static let name = "Statistisk sentralbyrå"
    /// The terms (ssb.no/en/diverse/lisens).
    static let licence = "CC BY 4.0"
    /// The line that must stand beside the figures.
    static let attribution = "Kilde: Statistisk sentralbyrå"

    /// Provenance of figures from `table`, read from files whose bytes are given with their paths.
    static func provenance(
        table: String,
        vintage: String?,
        files: [(path: String, bytes: [UInt8])]
    ) -> Provenance {
        Provenance(
            publisher: name,
            table: table,
            licence: licence,
            attribution: attribution,
            vintage: vintage,
            files: files.map { file in
                let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
                return Provenance.FileTrace(name: name, sha256: SHA256Digest(of: file.bytes).hexadecimal)
            }
        )
    }
}
