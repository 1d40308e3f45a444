import Accounts
import Actors
import Leontief
import Regionalisation
import Reporting
import TestSupport

/// A report on a region that supplies half of what it buys, of two industries: food 100, power 50.
enum SmallReport {
    static let nation = Region(code: "0", name: Name(english: "Country X", norwegian: "Landet X"))
    static let region = Region(code: "1", name: Name(english: "North", norwegian: "Nord"))

    /// Every assumption there is, and each method in turn.
    static func assumptions() throws -> [Assumption] {
        let leakages = try HouseholdLeakages(
            wageShareOfCompensation: 0.803,
            incomeTax: 0.25,
            saving: 0.07,
            residentShare: 0.9
        )
        let methods: [(QuotientMethod, Double?)] = [
            (.slq, nil), (.cilq, nil), (.rlq, nil), (.flq(delta: 0.1), 0.76), (.aflq(delta: 0.25), 0.5),
        ]
        var assumptions: [Assumption] = [
            .fixedCoefficients(2019), .projectedTable("2012 → 2008"), .gross, .notAdditive,
            .regionalOutputFromValueAdded,
        ]
        for (method, size) in zip(methods, SizeMeasure.allCases + [.output]) {
            assumptions.append(
                .quotients(
                    method: method.0,
                    size: size,
                    basis: .domestic,
                    relativeSize: 0.0733,
                    lambda: method.1
                )
            )
        }
        assumptions.append(
            .quotients(method: .slq, size: .output, basis: .total, relativeSize: 0.5, lambda: nil)
        )
        assumptions += [
            .purchaseCoefficients(
                nation: nation,
                year: 2014,
                regions: 10,
                leftOutError: 0.044,
                relativeSize: 0.08
            ),
            .restSuppliesTheRest, .coefficientsPerOutput(.national), .coefficientsPerOutput(.county),
            .households(leakages: leakages, sources: [Name("table 1")], excluded: ["R68A"], inRegion: true),
            .households(leakages: leakages, sources: [], excluded: [], inRegion: false),
            .mostlyOutsideRegions([(Industry(code: "B", name: Name(english: "Oil", norwegian: "Olje")), 0.9)]
            ),
            .domesticTechnologyAbroad, .actorsLikeTheirIndustry, .illustrativeActors,
        ]
        return assumptions
    }

    static let rules = [
        AppliedRule("regions-merged", touched: ["16 + 17 → 50"]),
        AppliedRule("ours-alone", touched: ["a", "b", "c", "d", "e", "f"]),
        AppliedRule("row-rounding-accepted", touched: []),
    ]

    static func source(_ table: String) -> Provenance {
        Provenance(
            publisher: "X",
            table: table,
            licence: "CC BY 4.0",
            attribution: "Kilde: Statistisk sentralbyrå",
            vintage: nil,
            files: []
        )
    }

    static func model(regional: Bool = true) throws -> RippleModel {
        let industries = try Axis([
            Industry(code: "F", name: Name(english: "Food", norwegian: "Mat")),
            Industry(code: "P", name: Name(english: "Power", norwegian: "Kraft")),
        ])
        let closure = HouseholdClosure(
            wages: LabelledVector(industries, [0.25, 0.125]),
            purchases: LabelledVector(industries, [0.25, 0.25])
        )
        let whole = try TechnicalCoefficients(LabelledMatrix(industries, [[0.25, 0], [0.25, 0.5]]))
        let half = try TechnicalCoefficients(whole.matrix.map { _, _, value in value / 2 })
        let direct = LabelledVector(industries, [0.5, 0.5])
        return try RippleModel(
            region: regional ? region : nation,
            nation: ClosedLeontiefSystem(LeontiefSystem(whole), closedBy: closure),
            regional: regional ? ClosedLeontiefSystem(LeontiefSystem(half), closedBy: closure) : nil,
            basis: SmallTable.basis,
            measures: [
                MeasureCoefficients(.valueAdded, everywhere: direct),
                MeasureCoefficients(.employment, everywhere: LabelledVector(industries, [2, 0])),
                MeasureCoefficients(
                    .imports,
                    everywhere: direct,
                    perWages: 0.25,
                    abroad: .init(perOutput: direct, perWages: 0.25)
                ),
                MeasureCoefficients(
                    .greenhouseGases,
                    everywhere: LabelledVector(industries, [10, 1]),
                    abroad: .init(perOutput: LabelledVector(industries, [4, 2]), perWages: 0)
                ),
            ],
            producing: industries.labels
        )
    }

    static func report(regional: Bool = true) throws -> Report {
        let model = try model(regional: regional)
        let actor = Actor(
            code: "mill",
            name: Name(english: "The mill, \"old\"", norwegian: "Møllen"),
            exists: true,
            organisationNumber: "123456789",
            industry: model.industries.labels[0],
            product: Name(english: "Flour", norwegian: "Mel"),
            unit: Unit("t"),
            price: .init(kroner: 10_000, year: 2019, valuation: .basic),
            output: 1000,
            isIllustrative: true,
            description: Name(english: "Grinds", norwegian: "Maler")
        )
        let output = LabelledVector(model.industries, [100, 50])
        let demand = FinalDemand(
            name: "Ten of food",
            amounts: LabelledVector(model.industries, [10, 0]),
            basis: model.basis
        )
        let national = try self.model(regional: false).multipliers()
        return Report(
            title: Name(english: "A study", norwegian: "En studie"),
            region: model.region,
            nation: nation,
            basis: model.basis,
            regionalMultipliers: regional ? try model.multipliers() : nil,
            nationalMultipliers: national,
            impacts: [try model.impact(of: demand)],
            actorTable: try ActorTable(
                of: [actor],
                in: model,
                nation: Region(code: "0", name: Name("Norge")),
                regionalOutput: regional ? output : nil,
                nationalOutput: output
            ),
            recipes: [
                Recipe(
                    actor: "mill",
                    inputs: [.init(Name("corn"), ratio: 0.5)],
                    outputs: [.init(Name("flour"), ratio: 1)]
                )
            ],
            assumptions: try assumptions(),
            rules: rules,
            checks: Report.Check.Kind.allCases.map { kind in
                switch kind {
                case .rowBalance: .init(kind, 0.188)
                case .impliedEmployment: .init(kind, -0.038)
                default: .init(kind, 1e-12)
                }
            },
            sources: [source("Table 1"), source("Table 2"), source("Table 1")]
        )
    }
}
