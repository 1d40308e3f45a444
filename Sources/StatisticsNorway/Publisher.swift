import Accounts
import FileFormats

/// What Statistics Norway asks to have beside its figures.
enum Publisher {
    /// The nation as the statistics code it.
    static let norway = Region(code: "0", name: Name(english: "Norway", norwegian: "Norge"))

    /// Provenance of figures from `table`, read from files whose bytes are given with their paths.
    static func provenance(
        table: String,
        vintage: String?,
        files: [(path: String, bytes: [UInt8])]
    ) -> Provenance {
        Provenance(
            publisher: "Statistisk sentralbyrå",
            table: table,
            licence: "CC BY 4.0",
            attribution: "Kilde: Statistisk sentralbyrå",
            vintage: vintage,
            files: files.map { file in
                let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
                return Provenance.FileTrace(name: name, sha256: SHA256Digest(of: file.bytes).hexadecimal)
            }
        )
    }
}
