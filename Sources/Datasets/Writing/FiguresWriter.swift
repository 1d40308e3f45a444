import Accounts
import FileFormats

/// Writes `figures.csv`, a line for every cell of a cube, as a stream.
struct FiguresWriter {
    private let cube: StatisticsCube
    /// Each dimension's codes as they stand in a row, the comma behind them included.
    private let codes: [[[UInt8]]]

    private static let pieceBytes = 1 << 16

    init(_ cube: StatisticsCube) {
        self.cube = cube
        codes = cube.dimensions.map { dimension in
            dimension.categories.map { Array((CSVWriter.field($0.code) + ",").utf8) }
        }
    }

    /// Writes the header and every line; returns the digest of what was written.
    func write(to file: StreamedFile) throws(FileFormatError) -> SHA256Digest {
        var hasher = SHA256Hasher()
        var header = CSVWriter()
        header.write(row: cube.dimensions.map(\.code) + FiguresFile.columns)
        var piece = Array(header.text.utf8)
        piece.reserveCapacity(2 * FiguresWriter.pieceBytes)
        // All dimensions but the last change once for a whole run of cells.
        let last = codes.last ?? [[]]
        var place = [Int](repeating: 0, count: max(0, codes.count - 1))
        var position = 0
        while position < cube.figures.count {
            let prefix = place.indices.flatMap { codes[$0][place[$0]] }
            for code in last {
                piece += prefix
                piece += code
                append(cube.figures[position], to: &piece)
                position += 1
                if piece.count >= FiguresWriter.pieceBytes { try flush(&piece, &hasher, file) }
            }
            for dimension in place.indices.reversed() {
                place[dimension] += 1
                if place[dimension] < codes[dimension].count { break }
                place[dimension] = 0
            }
        }
        try flush(&piece, &hasher, file)
        return hasher.digest
    }

    private func append(_ figure: CubeFigure, to piece: inout [UInt8]) {
        if let number = figure.number { piece += CSVNumber.text(number).utf8 }
        piece.append(UInt8(ascii: ","))
        if let mark = figure.mark { piece += mark.rawValue.utf8 }
        piece.append(UInt8(ascii: "\n"))
    }

    private func flush(
        _ piece: inout [UInt8],
        _ hasher: inout SHA256Hasher,
        _ file: StreamedFile
    ) throws(FileFormatError) {
        hasher.add(piece[...])
        try file.append(piece)
        piece.removeAll(keepingCapacity: true)
    }
}
