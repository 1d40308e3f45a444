import Accounts
import FileFormats

extension AnnualAccounts {
    /// Reads the annual accounts of one firm and year from a small YAML file:
    ///
    ///     organisation_number: 999999999
    ///     year: 2023
    ///     operating_income: 123456789.00     # 30–39
    ///     cost_of_goods: 45678901.50         # 40–49
    ///     wages: 20000000                    # 50–59
    ///     other_operating_costs: 2345678     # 61–79
    ///
    /// The figures are kroner, with at most two decimals; those that are not known are left out.
    ///
    /// - Throws: `.file` with every fault.
    public init(contentsOf path: String) throws(LedgersError) {
        do {
            let document = try YAMLDocument(contentsOf: path)
            try self.init(document.root)
        } catch {
            throw .file(error)
        }
    }

    init(_ root: YAMLNode) throws(FileFormatError) {
        var reader = YAMLReader()
        let items = Item.allCases.map(\.rawValue)
        reader.unknownKeys(in: root, allowed: ["organisation_number", "year"] + items)
        var number: OrganisationNumber?
        if let node = reader.required("organisation_number", in: root), let text = reader.text(of: node) {
            number = OrganisationNumber(text)
            if number == nil { reader.fault(node, .expected("an organisation number")) }
        }
        var year: Int?
        if let node = reader.required("year", in: root) {
            year = reader.integer(of: node)
            if let given = year, !(1_990...2_098).contains(given) {
                reader.fault(node, .outside(lower: 1_990, upper: 2_098))
            }
        }
        var figures: [Item: Kroner] = [:]
        for item in Item.allCases {
            guard let node = reader.optional(item.rawValue, in: root), let text = reader.text(of: node) else {
                continue
            }
            figures[item] = Self.amount(text, node, &reader)
        }
        try reader.finish()
        guard let number, let year else {
            // Where one is lacking a fault was noted, and `finish` has thrown it.
            throw .faults([Fault(at: root.place, .missing)])
        }
        self.init(number: number, year: year, figures: figures)
    }

    private static func amount(_ text: String, _ node: YAMLNode, _ reader: inout YAMLReader) -> Kroner? {
        var text = text
        let amount = text.withUTF8 { AmountText($0, most: .mostInAFile) }
        switch amount {
        case .amount(let kroner): return kroner
        case .notANumber: reader.fault(node, .notANumber)
        case .fractionOfOere: reader.fault(node, .expected("kroner with at most two decimals"))
        case .tooLarge:
            reader.fault(node, .outside(lower: -10_000_000_000_000, upper: 10_000_000_000_000))
        }
        return nil
    }
}
