import FileFormats

/// The register's CSV: a header, then one row a unit (RFC 4180); free texts may run over several lines.
final class RegisterCSV: RecordSource {
    private let path: String
    private var stream: ByteStream
    private var window: [UInt8] = []
    private var position = 0
    private var line = 1
    private var separator = UInt8(ascii: ",")
    private var columns: [Int?] = []
    private var width = 0
    /// Whether a column is read at all; most are passed over without making texts of them.
    private var isWanted: [Bool] = []
    private var piece: [UInt8] = []

    /// A mebibyte a row: a quote that is opened and never closed shall not take the whole file.
    private static let rowLimit = 1 << 20
    private static let required: [RegisterField] = [.number, .legalForm, .industry]

    init(_ path: String) throws(CompanyRegisterError) {
        self.path = path
        do {
            stream = try ByteStream(path)
        } catch {
            throw .file(error)
        }
        try readHeader()
    }

    var progress: Double { stream.progress }
    var digest: SHA256Digest { stream.digest }

    func next() throws(CompanyRegisterError) -> RegisterRecord? {
        while true {
            let first = line
            guard let fields = try row() else { return nil }
            if fields == [""] { continue }
            guard fields.count == width else {
                let problem = Fault.Problem.fieldCount(expected: width, found: fields.count)
                throw .file(.faults([Fault(at: Place(file: path, line: first), problem)]))
            }
            let values = RegisterField.allCases.map { field in columns[field.rawValue].map { fields[$0] } }
            return RegisterRecord(at: Place(file: path, line: first), values)
        }
    }

    private func readHeader() throws(CompanyRegisterError) {
        guard try refill() else { throw .notARegisterFile(path: path, missing: Self.required.map(\.path)) }
        if window.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        let firstLine = window[position...].prefix { $0 != UInt8(ascii: "\n") }
        if !firstLine.contains(separator), firstLine.contains(UInt8(ascii: ";")) {
            separator = UInt8(ascii: ";")
        }
        let header = (try row() ?? []).map { $0.lowercased() }
        columns = RegisterField.allCases.map { field in
            header.firstIndex(of: field.path.lowercased())
                ?? field.otherNames.lazy.compactMap { header.firstIndex(of: $0) }.first
        }
        let missing = Self.required.filter { columns[$0.rawValue] == nil }
        guard missing.isEmpty else { throw .notARegisterFile(path: path, missing: missing.map(\.path)) }
        width = header.count
        // The first always, so that a blank line is known from a row with one field.
        isWanted = header.indices.map { $0 == 0 || columns.contains($0) }
    }

    /// The next row's fields; `nil` at the end of the file.
    private func row() throws(CompanyRegisterError) -> [String]? {
        let end = try rowEnd()
        guard end > position else { return nil }
        var fields: [String] = []
        fields.reserveCapacity(width)
        var last = end
        if last > position, window[last - 1] == UInt8(ascii: "\n") { last -= 1 }
        if last > position, window[last - 1] == UInt8(ascii: "\r") { last -= 1 }
        var start = position
        while true {
            var next = start
            let isPassedOver = !isWanted.isEmpty && (fields.count >= width || !isWanted[fields.count])
            fields.append(try field(from: &next, to: last, isPassedOver: isPassedOver))
            guard next < last else { break }
            start = next + 1
        }
        line += window[position..<end].count { $0 == UInt8(ascii: "\n") }
        position = end
        return fields
    }

    /// Behind the line feed that ends the row at `position`: one outside quotes.
    private func rowEnd() throws(CompanyRegisterError) -> Int {
        var index = position
        var isQuoted = false
        while true {
            if RegisterCSV.findEnd(in: window, from: &index, &isQuoted) { return index }
            guard index - position <= RegisterCSV.rowLimit else {
                throw .file(.tooLarge(path: path, bytes: index - position, limit: RegisterCSV.rowLimit))
            }
            let before = position
            guard try refill() else {
                if isQuoted { throw malformed("a quote is opened and never closed") }
                return index
            }
            index -= before - position
        }
    }

    /// Moves behind the first line feed outside quotes; `false` where there is none yet.
    private static func findEnd(in bytes: [UInt8], from index: inout Int, _ isQuoted: inout Bool) -> Bool {
        let span = bytes.span
        while index < span.count {
            let byte = span[index]
            index += 1
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == UInt8(ascii: "\n"), !isQuoted { return true }
        }
        return false
    }

    /// Moves to the separator, or to `end`.
    private static func skip(to separator: UInt8, in bytes: [UInt8], from start: inout Int, end: Int) {
        let span = bytes.span
        while start < end, span[start] != separator { start += 1 }
    }

    /// One field, empty where it is passed over; `start` moves to the separator behind it, or to `end`.
    private func field(
        from start: inout Int,
        to end: Int,
        isPassedOver: Bool
    ) throws(CompanyRegisterError) -> String {
        guard start < end, window[start] == UInt8(ascii: "\"") else {
            let first = start
            RegisterCSV.skip(to: separator, in: window, from: &start, end: end)
            return isPassedOver || first == start ? "" : try text(window[first..<start])
        }
        var content: [UInt8] = []
        start += 1
        while start < end {
            let byte = window[start]
            start += 1
            if byte == UInt8(ascii: "\"") {
                guard start < end, window[start] == UInt8(ascii: "\"") else { break }
                start += 1
            }
            if !isPassedOver { content.append(byte) }
        }
        guard start == end || window[start] == separator else {
            throw malformed("nothing may follow a closing quote")
        }
        return try text(content[...])
    }

    private func text(_ bytes: ArraySlice<UInt8>) throws(CompanyRegisterError) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .file(.notUTF8(path: path, byteOffset: stream.length - window.count + position))
        }
        return text
    }

    private func refill() throws(CompanyRegisterError) -> Bool {
        do {
            guard try stream.next(&piece) else { return false }
        } catch {
            throw .file(error)
        }
        window.removeFirst(position)
        position = 0
        window.append(contentsOf: piece)
        return true
    }

    private func malformed(_ rule: String) -> CompanyRegisterError {
        .file(.faults([Fault(at: Place(file: path, line: line), .malformed(rule: rule))]))
    }
}
