import FileFormats

/// The register's JSON: one array of units, or one unit as a single look-up answers.
final class RegisterJSON: RecordSource {
    private let path: String
    private var stream: JSONRecordStream

    init(_ path: String) throws(CompanyRegisterError) {
        self.path = path
        do {
            stream = JSONRecordStream(try ByteStream(path), fields: RegisterField.paths)
        } catch {
            throw .file(error)
        }
    }

    var progress: Double { stream.progress }
    var digest: SHA256Digest { stream.digest }

    func next() throws(CompanyRegisterError) -> RegisterRecord? {
        do {
            guard let record = try stream.next() else { return nil }
            let values = RegisterField.allCases.map { record.text($0.rawValue) }
            return RegisterRecord(at: Place(file: path, line: record.line), values)
        } catch {
            throw .file(error)
        }
    }
}
