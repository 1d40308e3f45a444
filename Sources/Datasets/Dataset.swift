public import Accounts
import FileFormats

/// A dataset folder, opened: described, with all its files there and none changed since they were described.
///
///     let dataset = try Dataset(at: "data/norway-2019")
///     let (table, extensions) = try dataset.inputOutputTable()
///
/// The format is documented in docs/DATA.md.
public struct Dataset: Sendable {
    /// The folder, as the user named it.
    public let folder: String
    /// What `dataset.json` says.
    public let description: DatasetDescription
    let files: DatasetFiles

    /// Opens the dataset in `folder` and checks its files against the digests `dataset.json` states.
    ///
    /// - Throws: `.file` where a file is missing or unreadable, or with every fault of `dataset.json`;
    ///   `.changed` with every file that is not the one described.
    public init(at folder: String) throws(DatasetError) {
        try self.init(unverified: folder)
        let changed = digests.filter { !$0.isAccepted }
        guard changed.isEmpty else { throw .changed(path: folder, changed) }
        for name in description.kind.requiredFiles where !files.has(name) {
            throw .file(path: folder, .notFound(path: files.path(of: name)))
        }
    }

    /// Opens the dataset without comparing digests, which `DatasetCheck` reports instead.
    init(unverified folder: String) throws(DatasetError) {
        let path = DatasetFiles.path(of: DatasetDescription.fileName, in: folder)
        do {
            description = try DatasetDescription(JSONDocument(contentsOf: path))
            files = try DatasetFiles(in: folder, of: description.kind)
        } catch {
            throw .file(path: folder, error)
        }
        self.folder = folder
    }

    /// A dataset that is not written yet.
    init(in folder: String, description: DatasetDescription, files: DatasetFiles) {
        self.folder = folder
        self.description = description
        self.files = files
    }

    /// Reads the dataset, whatever its kind, to know that it can be.
    func readThrough() throws(DatasetError) {
        switch description.kind {
        case .inputOutputTable: _ = try inputOutputTable()
        case .supplyUseTable: _ = try supplyUseTable()
        case .regionalAccounts: _ = try regionalAccounts()
        case .extensions: _ = try extensionSeries()
        case .concordance: _ = try classificationMap()
        case .regionalTables: _ = try regionalTables()
        case .purchaseCoefficients: _ = try purchaseParameters()
        case .cube: _ = try cube()
        case .regionHistory: _ = try regionHistory()
        case .regionPlaces: _ = try regionPlaces()
        }
    }

    /// The files that are there, with the digests of what they hold.
    public var fileDigests: [Provenance.FileTrace] {
        digests.compactMap { digest in
            digest.found.map { Provenance.FileTrace(name: digest.file, sha256: $0) }
        }
    }

    /// Every file the dataset has or says it has, with the digest stated and the one found.
    var digests: [DatasetDigest] {
        let stated = Dictionary(description.files.map { ($0.name, $0.sha256) }) { first, _ in first }
        let names = description.kind.requiredFiles + description.kind.optionalFiles
        return names.compactMap { name in
            let found = files.digest(of: name)
            if found == nil && stated[name] == nil { return nil }
            let mayBeUnstated = description.files.isEmpty || description.kind.requiredFiles.contains(name)
            return DatasetDigest(
                file: name,
                stated: stated[name],
                found: found,
                mayBeUnstated: mayBeUnstated
            )
        }
    }

    /// What `read` gives, once the dataset is known to be of `kind`; its errors with the folder's name.
    func reading<Value>(
        _ kind: DatasetKind,
        _ read: () throws(FileFormatError) -> Value
    ) throws(DatasetError) -> Value {
        guard description.kind == kind else {
            throw .anotherKind(path: folder, wanted: kind, found: description.kind)
        }
        do {
            return try read()
        } catch {
            throw .file(path: folder, error)
        }
    }

    /// What `build` gives; its errors with the folder's name.
    func building<Value>(_ build: () throws(AccountsError) -> Value) throws(DatasetError) -> Value {
        do {
            return try build()
        } catch {
            throw .accounts(path: folder, error)
        }
    }
}
