import Accounts
import FileFormats

/// The questionnaires of supply and of use of a year, found sound and found to belong together.
struct SupplyUsePair {
    let supply: SupplyUseFigures
    let use: SupplyUseFigures

    /// Reads both, and throws the faults of both together.
    init(supply: String, use: String) throws(FileFormatError) {
        let (supply, use) = try bothOpened(
            { () throws(FileFormatError) in try SupplyUseQuestionnaire(.supply, contentsOf: supply) },
            { () throws(FileFormatError) in try SupplyUseQuestionnaire(.use, contentsOf: use) }
        )
        guard supply.year == use.year else {
            let place = Place(file: use.sheet.file, column: "B3", sheet: use.sheet.name)
            throw .faults([Fault(at: place, value: String(use.year), .expected(String(supply.year)))])
        }
        var made = SupplyUseFigures(supply)
        var used = SupplyUseFigures(use)
        if made.cells.sheetFaults.isEmpty && used.cells.sheetFaults.isEmpty { Self.compare(&made, &used) }
        self.supply = made
        self.use = used
        let faults = made.cells.sheetFaults + used.cells.sheetFaults
        if !faults.isEmpty { throw .faults(faults) }
    }

    /// Notes where the two say different things of the same, and amounts in cells the table has no place for.
    private static func compare(_ supply: inout SupplyUseFigures, _ use: inout SupplyUseFigures) {
        for industry in QuestionnaireIndustries.codes + [SupplyUseCodes.total] {
            use.require(QuestionnaireCodes.output, industry, isSum: supply[SupplyUseCodes.total, industry])
        }
        let abroad = supply[SupplyUseCodes.purchasesAbroad, SupplyUseCodes.imports]
        supply.require(SupplyUseCodes.purchasesAbroad, SupplyUseCodes.purchasersSupply, isSum: abroad)
        use.require(SupplyUseCodes.purchasesAbroad, SupplyUseCodes.totalUse, isSum: abroad)
        use.require(SupplyUseCodes.purchasesHere, SupplyUseCodes.totalUse, isSum: 0)
        for row in [SupplyUseCodes.purchasesAbroad, SupplyUseCodes.purchasesHere] {
            use.require(row, SupplyUseCodes.total, isSum: 0)
        }
        // C.i.f./f.o.b. adjustments are not filled by Statistics Norway, and would have to be placed.
        supply.require(SupplyUseCodes.importAdjustment, SupplyUseCodes.purchasersSupply, isSum: 0)
        use.require(SupplyUseCodes.exportAdjustment, SupplyUseCodes.totalUse, isSum: 0)
    }

    /// The table the two make.
    func table(files: [(path: String, bytes: [UInt8])]) throws(AccountsError) -> SupplyUseTable {
        let products = try products
        let industries = try industries
        let categories = try Axis(QuestionnaireCodes.categories)
        let inputs = try Axis(QuestionnaireCodes.primaryInputs.filter(\.role.isValueAdded))
        let dates = [supply, use].compactMap(\.questionnaire.vintage)
        return try SupplyUseTable(
            area: Publisher.norway,
            basis: Basis(
                unit: .millionKroner,
                year: Year(supply.questionnaire.year),
                valuation: .purchasers
            ),
            supply: LabelledMatrix(rows: products, columns: industries) { supply[$0.code, $1.code] },
            imports: LabelledVector(products) { supply[$0.code, SupplyUseCodes.imports] },
            valuation: LabelledMatrix(rows: products, columns: try Axis(SupplyUseCodes.valuation)) {
                supply[$0.code, $1.code]
            },
            use: .purchasers(
                SupplyUseTable.ProductFlows(
                    intermediate: LabelledMatrix(rows: products, columns: industries) {
                        use[$0.code, $1.code]
                    },
                    finalDemand: LabelledMatrix(rows: products, columns: categories) { use[$0.code, $1.code] }
                )
            ),
            territory: LabelledMatrix(rows: try Axis(SupplyUseCodes.territory), columns: categories) {
                use[$0.code, $1.code]
            },
            primaryInputs: LabelledMatrix(rows: inputs, columns: industries) { use[$0.code, $1.code] },
            finalDemandInputs: LabelledMatrix(rows: inputs, columns: categories) { _, _ in 0 },
            tolerance: SupplyUseWorkbook.tolerance,
            provenance: Publisher.provenance(
                // The pair is complete when its later half is sent.
                table: "ESA 1500, ESA 1600",
                vintage: dates.max(),
                files: files
            ),
            rules: rules
        )
    }

    private var products: Axis<Product> {
        get throws(AccountsError) {
            try Axis(
                QuestionnaireIndustries.norwegianNames.map { code, norwegian in
                    Product(
                        code: code,
                        name: Name(
                            english: supply.questionnaire.productNames[code] ?? code,
                            norwegian: "Produkter: " + norwegian
                        )
                    )
                }
            )
        }
    }

    private var industries: Axis<Industry> {
        get throws(AccountsError) {
            try Axis(
                QuestionnaireIndustries.norwegianNames.map { code, norwegian in
                    if code == QuestionnaireIndustries.merged.into, !mergers.isEmpty {
                        return Industry(code: code, name: QuestionnaireIndustries.merged.name)
                    }
                    let english = supply.questionnaire.industryNames[code] ?? code
                    return Industry(code: code, name: Name(english: english, norwegian: norwegian))
                }
            )
        }
    }
}
