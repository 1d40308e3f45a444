import FileFormats

/// The register's CSV: a header, then one row a unit; free texts may run over several lines.
final class RegisterCSV: RecordSource {
    private let path: String
    private let stream: CSVStream
    private var columns: [Int?] = []
    private var width = 0

    private static let required: [RegisterField] = [.number, .legalForm, .industry]

    init(_ path: String) throws(CompanyRegisterError) {
        self.path = path
        do {
            let source = ByteSource(try ByteStream(path))
            stream = try CSVStream(source, form: CSVStream.Form(encoding: .utf8))
        } catch {
            throw .file(error)
        }
        try readHeader()
    }

    var progress: Double { stream.progress }
    var digest: SHA256Digest { stream.digest ?? SHA256Hasher().digest }

    func next() throws(CompanyRegisterError) -> RegisterRecord? {
        while let row = try row() {
            if row.count == 1, row.isBlank { continue }
            let place = Place(file: path, line: row.line)
            guard row.count == width else {
                let problem = Fault.Problem.fieldCount(expected: width, found: row.count)
                throw .file(.faults([Fault(at: place, problem)]))
            }
            // Most columns are passed over without making texts of them.
            let values = RegisterField.allCases.map { field in columns[field.rawValue].map(row.text) }
            return RegisterRecord(at: place, values)
        }
        return nil
    }

    private func readHeader() throws(CompanyRegisterError) {
        let row = try row()
        let header = row.map { row in (0..<row.count).map { row.text($0).lowercased() } } ?? []
        columns = RegisterField.allCases.map { field in
            header.firstIndex(of: field.path.lowercased())
                ?? field.otherNames.lazy.compactMap { header.firstIndex(of: $0) }.first
        }
        let missing = Self.required.filter { columns[$0.rawValue] == nil }
        guard missing.isEmpty else { throw .notARegisterFile(path: path, missing: missing.map(\.path)) }
        width = header.count
    }

    /// The next row; `nil` at the end of the file.
    private func row() throws(CompanyRegisterError) -> TableRow? {
        do {
            return try stream.next() ? stream.row : nil
        } catch {
            throw .file(error)
        }
    }
}
