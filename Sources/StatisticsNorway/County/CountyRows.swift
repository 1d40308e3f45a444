import Accounts
import FileFormats

/// The rows of table 11713 as they stand in a file, whichever its format.
struct CountyRows {
    let file: String
    private(set) var rows: [Row] = []
    private(set) var faults: [Fault] = []

    /// One row: a county, an industry, a year.
    struct Row {
        let region: Field
        let regionName: String
        let industry: String
        let year: Int
        let figures: [RegionalAccounts.Measure: Figure]
    }

    /// A text and where it stands.
    struct Field {
        let text: String
        let place: Place
    }

    /// A printed figure in our unit; no number where the field is blank.
    struct Figure {
        let number: Double?
        let place: Place
    }

    /// A measure, its column in the CSV file and its heading in Statbank's, what makes the printed unit ours,
    /// and half of the last printed digit in our unit.
    struct Measured {
        let measure: RegionalAccounts.Measure
        let column: String
        let heading: String
        let factor: Double
        let halfDigit: Double
    }

    static let measures = [
        Measured(
            measure: .valueAdded,
            column: "gva_mnok",
            heading: "Bruttoprodukt i basisverdi. Løpende priser (mill. kr)",
            factor: 1,
            halfDigit: 0.5
        ),
        Measured(
            measure: .compensation,
            column: "compensation_mnok",
            heading: "Lønnskostnader. Løpende priser (mill. kr)",
            factor: 1,
            halfDigit: 0.5
        ),
        Measured(
            measure: .employment,
            column: "employed_1000",
            heading: "Sysselsatte personer (1 000 personer)",
            factor: 1000,
            halfDigit: 50
        ),
        Measured(
            measure: .investment,
            column: "gfcf_mnok",
            heading: "Bruttoinvestering i fast realkapital. Løpende priser (mill. kr)",
            factor: 1,
            halfDigit: 0.5
        ),
    ]

    /// No rows, from `file`.
    init(file: String) {
        self.file = file
    }

    /// The rows of a CSV file.
    ///
    /// - Throws: whatever the file throws, and `.faults` for missing columns. Faults in fields are kept.
    init(csv path: String) throws(FileFormatError) {
        let table = try CSVTable(contentsOf: path)
        try table.requireColumns(["regionCode", "region", "industry", "year"] + Self.measures.map(\.column))
        file = path
        let positions = Dictionary(zip(table.header, 0...)) { first, _ in first }
        for row in table.rows {
            func field(_ column: String) -> Field {
                Field(
                    text: positions[column].map { Self.tidy(row.fields[$0]) } ?? "",
                    place: Place(file: path, line: row.line, column: column)
                )
            }
            var figures: [RegionalAccounts.Measure: Figure] = [:]
            for entry in Self.measures {
                let field = field(entry.column)
                figures[entry.measure] = figure(field, CSVNumber.number(field.text), entry.factor)
            }
            add(
                region: field("regionCode"),
                name: field("region").text,
                industry: field("industry"),
                year: field("year"),
                figures: figures
            )
        }
    }

    /// The rows of a sheet laid out by Statbank.
    ///
    /// - Throws: whatever the workbook throws, and `.faults` for missing headings. Faults in cells are kept.
    init(workbook path: String, sheet name: String) throws(FileFormatError) {
        let sheet = try XLSXWorkbook(contentsOf: path).sheet(named: name)
        file = path
        let positions = try Self.headings(of: sheet)
        for row in sheet.rows.dropFirst() {
            func address(_ heading: String) -> CellAddress {
                CellAddress(column: positions[heading] ?? 1, row: row)
            }
            func field(_ heading: String) -> Field {
                let address = address(heading)
                return Field(text: sheet[address].tidyText ?? "", place: sheet.place(of: address))
            }
            var figures: [RegionalAccounts.Measure: Figure] = [:]
            for entry in Self.measures {
                let number: Double? =
                    if case .number(let number) = sheet[address(entry.heading)] { number } else { nil }
                figures[entry.measure] = figure(field(entry.heading), number, entry.factor)
            }
            // "50 Trøndelag - Trööndelage": the code stands before the name.
            let region = field("Region")
            let parts = region.text.split(separator: " ", maxSplits: 1).map(String.init)
            add(
                region: Field(text: parts.first ?? "", place: region.place),
                name: parts.dropFirst().first ?? "",
                industry: field("Næring"),
                year: field("År"),
                figures: figures
            )
        }
    }

    private static func headings(of sheet: XLSXSheet) throws(FileFormatError) -> [String: Int] {
        var positions: [String: Int] = [:]
        for column in sheet.columns {
            if let heading = sheet[column: column, row: 1].tidyText { positions[heading] = column }
        }
        let missing = (["Region", "Næring", "År"] + measures.map(\.heading)).filter { positions[$0] == nil }
        if !missing.isEmpty {
            let place = sheet.place(of: CellAddress(column: 1, row: 1))
            throw .faults(missing.map { Fault(at: place, .missingColumn($0)) })
        }
        return positions
    }

    mutating func figure(_ field: Field, _ number: Double?, _ factor: Double) -> Figure {
        if number?.isFinite != true && !field.text.isEmpty {
            faults.append(Fault(at: field.place, value: field.text, .notANumber))
        }
        return Figure(number: number.map { Self.scaled($0, factor) }, place: field.place)
    }

    mutating func add(
        region: Field,
        name: String,
        industry: Field,
        year: Field,
        figures: [RegionalAccounts.Measure: Figure]
    ) {
        // "¬" and "¬¬" before a label show its level in Statbank's tables.
        let label = Self.tidy(String(industry.text.drop { $0 == "¬" || $0.isWhitespace }))
        let code = Self.codes[label]
        let number = Int(year.text).flatMap { (1900...2999).contains($0) ? $0 : nil }
        if region.text.isEmpty { faults.append(Fault(at: region.place, .missing)) }
        if code == nil {
            let known = CountyIndustry.all.map(\.industry.name.norwegian)
            faults.append(Fault(at: industry.place, value: industry.text, .unknownKey(known: known)))
        }
        if number == nil { faults.append(Fault(at: year.place, value: year.text, .expected("a year"))) }
        guard let code, let number, !region.text.isEmpty else { return }
        rows.append(Row(region: region, regionName: name, industry: code, year: number, figures: figures))
    }

    /// The code of each printed label; mainland Norway, which has none, stands for itself.
    private static let codes: [String: String] = {
        var codes = [CountyIndustry.mainlandNorway: CountyIndustry.mainlandNorway]
        for row in CountyIndustry.all { codes[row.industry.name.norwegian] = row.industry.code }
        return codes
    }()

    /// `number` in our unit; a printed decimal times a thousand is made whole again to the last bit.
    private static func scaled(_ number: Double, _ factor: Double) -> Double {
        let product = number * factor
        return abs(product - product.rounded()) < 1e-6 ? product.rounded() : product
    }

    static func tidy(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
