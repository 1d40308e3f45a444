import Accounts
import Leontief

/// What the actors without books are carved out of: the area's industries, and the firms whose books are read.
struct ClusterBase: Sendable {
    /// What a firm's own account says of a measure.
    struct Own: Sendable {
        let code: String
        let industry: Industry
        let output: Double
        let amount: Double
    }

    private let industries: LabelledMatrix<Industry, Industry>
    private let outputs: LabelledVector<Industry>
    private let books: AugmentedTable?

    /// - Throws: `.accounts(.differ)` when the books' table is on other industries.
    init(
        _ industries: LabelledMatrix<Industry, Industry>,
        _ outputs: LabelledVector<Industry>,
        _ books: AugmentedTable?
    ) throws(ActorsError) {
        if let difference = books?.parent.industries.firstDifference(from: outputs.axis) {
            throw .accounts(.differ(difference))
        }
        self.industries = industries
        self.outputs = outputs
        self.books = books?.firms.isEmpty == true ? nil : books
    }

    /// Whether the sector is a firm whose books are read.
    func isFirm(_ sector: Sector) -> Bool {
        if case .actor = sector { books?.sectors.contains(sector) ?? false } else { false }
    }

    /// Output of a firm whose books are read.
    func output(ofFirm code: String) -> Double? {
        books?.firms.first { $0.code == code }?.output.amount
    }

    /// Output of an industry without the firms whose books are read.
    func output(ofRemainder industry: Industry) -> Double {
        books?.output[.remainder(industry)] ?? outputs[industry]
    }

    /// What part of its industry's output a sector has.
    func shareOfIndustry(_ sector: Sector, _ industry: Industry) -> Double {
        guard let books, outputs[industry] > 0 else { return 1 }
        return books.output[sector] / outputs[industry]
    }

    /// Purchases per unit of the buyer's output.
    subscript(seller: Sector, buyer: Sector) -> Double {
        if let books {
            let output = books.output[buyer]
            return output == 0 ? 0 : books.flows[seller, buyer] / output
        }
        guard case .remainder(let from) = seller, case .remainder(let to) = buyer else { return 0 }
        return industries[from, to]
    }

    /// What the firms' own accounts say of `measure`, firm by firm; firms whose books do not tell are left out.
    func own(_ measure: Measure) -> [Own] {
        guard let books else { return [] }
        return books.firms.compactMap { firm in
            let sector = Sector.actor(code: firm.code, name: firm.name)
            let output = books.output[sector]
            guard output > 0, let amount = Self.amount(of: measure, firm, books.inputs, sector) else {
                return nil
            }
            return Own(code: firm.code, industry: firm.industry, output: output, amount: amount)
        }
    }

    /// What `row`, per unit of output of the importing industry, makes of each firm's own imports.
    func own(importing row: LabelledVector<Industry>) -> [Own] {
        guard let books else { return [] }
        let imports = books.parent.primaryInputs { $0 == .imports }
        return own(.imports).map { firm in
            let whole = imports[firm.industry]
            let perImport = whole == 0 ? 0 : row[firm.industry] * outputs[firm.industry] / whole
            return Own(
                code: firm.code,
                industry: firm.industry,
                output: firm.output,
                amount: perImport * firm.amount
            )
        }
    }

    private static func amount(
        of measure: Measure,
        _ firm: FirmAccount,
        _ inputs: LabelledMatrix<AreaInput, Sector>,
        _ sector: Sector
    ) -> Double? {
        guard let counts = measure.inputs else { return firm.extensions[measure.code]?.amount }
        return inputs.sum(of: counts, in: sector)
    }
}
