import FoundationEssentials

/// A CSV table of numbers beside the repository: first column and first row are labels.
public struct SharedTable {
    /// The first column, without its header.
    public let rows: [String]
    /// The header, without its first cell.
    public let columns: [String]
    /// The numbers; empty cells and words are `nil`.
    public let numbers: [[Double?]]

    /// The table at `path` under ``Repository/shared``.
    public init(_ path: String) throws {
        let text = try String(contentsOfFile: Repository.shared + "/" + path, encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline).map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        columns = Array(lines.first?.dropFirst() ?? [])
        rows = lines.dropFirst().map { $0[0] }
        numbers = lines.dropFirst().map { $0.dropFirst().map { Double($0) } }
    }

    /// Some columns in the order asked for, by row; `nil` numbers count as 0.
    public func table(_ codes: [String]) -> [[Double]] {
        let positions = codes.compactMap(columns.firstIndex)
        precondition(positions.count == codes.count, "\(codes) are not all columns of the table")
        return numbers.map { row in positions.map { row[$0] ?? 0 } }
    }

    /// Whether the file or folder `path` exists under ``Repository/shared``.
    public static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: Repository.shared + "/" + path)
    }
}
