public import Accounts
public import Actors
import FileFormats

/// The study's actors: a CSV with a line an actor (docs/DATA.md).
public struct ActorsFile: Sendable {
    /// The columns.
    public static let columns = [
        "id", "name_nb", "name_en", "exists", "organisation_number", "industry", "technology", "product_nb",
        "product_en",
        "unit", "price_nok", "price_year", "price_basis", "deflator", "output", "illustrative",
        "description_nb",
        "description_en",
    ]

    /// The actors, in the file's order.
    public let actors: [Actor]

    /// Reads the actors of a file.
    ///
    /// - Parameter industries: the groups an actor may belong to.
    /// - Throws: `.file` with every fault: unknown industry, negative price or output, a doubled id, an
    ///   organisation number that is not nine digits.
    public init(contentsOf path: String, industries: Axis<Industry>) throws(StudyError) {
        do {
            let table = try CSVTable(contentsOf: path)
            try table.requireColumns(exactly: Self.columns)
            var lines = ActorLines(table, industries)
            actors = table.rows.compactMap { lines.actor(in: $0) }
            try lines.finish()
        } catch {
            throw .file(error)
        }
    }
}

/// Reads actors line by line and gathers their faults.
private struct ActorLines {
    private var reader: CSVReader
    private let column: [String: CSVReader.Column]
    private let industries: Axis<Industry>
    private var firstLine: [String: Int] = [:]

    init(_ table: CSVTable, _ industries: Axis<Industry>) {
        var reader = CSVReader(table)
        column = Dictionary(uniqueKeysWithValues: ActorsFile.columns.map { ($0, reader.column($0)) })
        self.reader = reader
        self.industries = industries
    }

    func finish() throws(FileFormatError) { try reader.finish() }

    mutating func actor(in row: CSVTable.Row) -> Actor? {
        let code = code(in: row)
        let name = name("name", in: row)
        let exists = choice("exists", in: row, of: ["yes", "no"])
        let industry = choice("industry", in: row, of: industries.codes)
        let technology = self.technology(in: row)
        let product = self.name("product", in: row)
        let unit = text("unit", in: row)
        let price = price(in: row)
        let output = amount("output", in: row)
        let illustrative = choice("illustrative", in: row, of: ["yes", "no"])
        let description = self.name("description", in: row)
        let organisation = organisationNumber(in: row)
        guard let code, let name, let exists, let product, let unit, let price, let output, let illustrative,
            let description, let label = industries.labels.first(where: { $0.code == industry })
        else { return nil }
        return Actor(
            code: code,
            name: name,
            exists: exists == "yes",
            organisationNumber: organisation,
            industry: label,
            technology: technology,
            product: product,
            unit: Unit(unit),
            price: price,
            output: output,
            isIllustrative: illustrative == "yes",
            description: description
        )
    }

    private mutating func code(in row: CSVTable.Row) -> String? {
        guard let id = column["id"], let code = reader.text(id, in: row) else { return nil }
        if let first = firstLine[code] {
            reader.fault(id, in: row, .duplicate(firstLine: first))
        } else {
            firstLine[code] = row.line
        }
        return code
    }

    /// Blank where the actor has its own industry's.
    private mutating func technology(in row: CSVTable.Row) -> Industry? {
        guard let column = column["technology"], reader.optionalText(column, in: row) != nil else {
            return nil
        }
        let code = reader.choice(column, in: row, of: industries.codes)
        return industries.labels.first { $0.code == code }
    }

    private mutating func price(in row: CSVTable.Row) -> Actor.Price? {
        let kroner = amount("price_nok", in: row)
        let year = column["price_year"].flatMap { reader.integer($0, in: row) }
        let valuation = choice("price_basis", in: row, of: PriceBasis.allCases.map(\.rawValue))
            .flatMap(PriceBasis.init(rawValue:))
        let deflator = column["deflator"].flatMap { reader.optionalNumber($0, in: row) }
        if let deflator, deflator <= 0, let place = column["deflator"] {
            reader.fault(place, in: row, .negative)
        }
        guard let kroner, let year, let valuation else { return nil }
        return Actor.Price(kroner: kroner, year: Year(year), valuation: valuation, deflator: deflator)
    }

    private mutating func organisationNumber(in row: CSVTable.Row) -> String? {
        guard let column = column["organisation_number"], let number = reader.optionalText(column, in: row)
        else {
            return nil
        }
        if number.utf8.count != 9 || !number.utf8.allSatisfy({ (48...57).contains($0) }) {
            reader.fault(column, in: row, .malformed(rule: "nine digits"))
        }
        return number
    }

    private mutating func name(_ stem: String, in row: CSVTable.Row) -> Name? {
        let norwegian = text(stem + "_nb", in: row)
        let english = text(stem + "_en", in: row)
        guard let norwegian, let english else { return nil }
        return Name(english: english, norwegian: norwegian)
    }

    private mutating func text(_ name: String, in row: CSVTable.Row) -> String? {
        column[name].flatMap { reader.text($0, in: row) }
    }

    private mutating func choice(_ name: String, in row: CSVTable.Row, of choices: [String]) -> String? {
        column[name].flatMap { reader.choice($0, in: row, of: choices) }
    }

    private mutating func amount(_ name: String, in row: CSVTable.Row) -> Double? {
        guard let column = column[name], let amount = reader.number(column, in: row) else { return nil }
        if amount < 0 { reader.fault(column, in: row, .negative) }
        return amount
    }
}
