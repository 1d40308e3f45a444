import FileFormats

/// A file that holds a table, whose rows can be gone through as often as need be.
struct TableFile {
    let path: String
    let container: Container

    enum Container: Hashable {
        case text(CSVStream.Form)
        case sheet(String)
    }

    /// Hands over the rows in order until `body` says that it has enough. Rows of a workbook without cells do not come.
    func forEachRow(
        progress: (Double) -> Void = { _ in },
        _ body: (TableRow) -> Bool
    ) throws(LedgersError) {
        do throws(FileFormatError) {
            switch container {
            case .text(let form):
                let stream = try CSVStream(contentsOf: path, form: form)
                var rows = 0
                while try stream.next() {
                    rows &+= 1
                    if rows & 0xFFFF == 0 { progress(stream.progress) }
                    guard body(stream.row) else { return }
                }
            case .sheet(let name):
                let workbook = try XLSXWorkbook(contentsOf: path, limits: .ledger)
                try workbook.forEachRow(ofSheet: name, progress: progress, body)
            }
        } catch {
            throw .file(error)
        }
    }
}
