/// A table of the page, its numbers flush right, its header repeated on every printed page.
struct PageTable {
    private let header: [(heading: String, isNumber: Bool)]
    private let style: Markup
    private var rows: [Markup] = []

    /// A table; `style` is a class of the style sheet.
    init(_ header: [(heading: String, isNumber: Bool)], style: Markup = "") {
        self.header = header
        self.style = style
    }

    var isEmpty: Bool { rows.isEmpty }

    /// Adds a row: a cell for every column.
    mutating func add(_ cells: [Markup], isSum: Bool = false) {
        let row = zip(cells, header).map { cell, column -> Markup in
            column.isNumber ? "<td class=\"n\">\(cell)</td>" : "<td>\(cell)</td>"
        }
        rows.append(isSum ? "<tr class=\"sum\">\(row.joined())</tr>" : "<tr>\(row.joined())</tr>")
    }

    var markup: Markup {
        let headings = header.map { column -> Markup in
            column.isNumber
                ? "<th scope=\"col\" class=\"n\">\(column.heading)</th>"
                : "<th scope=\"col\">\(column.heading)</th>"
        }
        return """
            <div class="wide"><table class="\(style)">
            <thead><tr>\(headings.joined())</tr></thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody>
            </table></div>
            """
    }
}
