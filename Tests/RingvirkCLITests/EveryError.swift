import Accounts
import Actors
import CompanyRegister
import Disclosure
import ExampleLedgers
import FileFormats
import Ledgers
import Leontief
import LinearAlgebra
import Regionalisation
import Ringvirk
import StatisticsNorway
import TestSupport
import Web

@testable import Accounts
@testable import Datasets
@testable import RingvirkCLI

/// One error of every case there is, with how the program ends. A new case is added here by hand.
enum EveryError {
    static let all: [(error: any Error & Sendable, exit: ExitStatus)] =
        files + faults + accounts + linearAlgebra + leontief + regionalisation + actors + datasets
        + inexpressible + statisticsNorway + studies + ledgers + web + register + exampleLedgers

    static let files: [(error: any Error & Sendable, exit: ExitStatus)] = [
        (FileFormatError.notFound(path: "data/flows.csv"), .noInput),
        (FileFormatError.unreadable(path: "data/flows.csv", reason: "Permission denied"), .noInput),
        (FileFormatError.tooLarge(path: "data/flows.csv", bytes: 300_000_000, limit: 268_435_456), .badData),
        (FileFormatError.notUTF8(path: "data/flows.csv", byteOffset: 12), .badData),
        (FileFormatError.damaged(path: "iot.xlsx", reason: "it is not a zip archive"), .badData),
        (
            FileFormatError.damaged(path: "iot.xlsx", reason: "sheet IOT: a cell lies outside the sheet"),
            .badData
        ),
        (FileFormatError.damaged(path: "iot.xlsx", reason: "xl/a.xml, line 3: not well-formed"), .badData),
        (FileFormatError.unpacksTooLarge(path: "iot.xlsx", entry: "xl/a.xml", bytes: 2, limit: 1), .badData),
        (FileFormatError.tooMany(path: "iot.xlsx", of: "cells", limit: 1_000_000), .badData),
        (FileFormatError.encrypted(path: "iot.xlsx"), .badData),
        (FileFormatError.encrypted(path: "books.zip"), .badData),
        (FileFormatError.noSheet(path: "iot.xlsx", wanted: "IOT", found: ["IOTS", "Notes"]), .badData),
        (FileFormatError.outsideFolder(path: "../../secret", folder: "data"), .badData),
        (FileFormatError.damaged(path: "books.xml", reason: "line 7: no element found"), .badData),
        (FileFormatError.damaged(path: "books.zip/a.xml", reason: "line 7: a new reason"), .badData),
        (
            FileFormatError.tooMany(path: "books.xml", of: "bytes between two tags", limit: 1_048_576),
            .badData
        ),
        (FileFormatError.tooMany(path: "books.xml", of: "lines in one voucher", limit: 1_000_000), .badData),
        (FileFormatError.tooMany(path: "books.xml", of: "parties", limit: 1_000_000), .badData),
        (FileFormatError.outsideFolder(path: "../books.xml", folder: "books.zip"), .badData),
        (FileFormatError.cannotWrite(path: "results/a.csv", reason: "No space left on device"), .cannotWrite),
    ]

    static let web: [(error: any Error & Sendable, exit: ExitStatus)] = [
        (WebError.badAddress("data.brreg.no"), .badData),
        (WebError.unreachable(address: "https://a.no", reason: "Couldn't resolve host name"), .noInput),
        (WebError.untrusted(address: "https://a.no", reason: "SSL peer certificate was not OK"), .badData),
        (WebError.timedOut(address: "https://a.no", seconds: 10), .noInput),
        (WebError.tooLarge(address: "https://a.no", limit: 4_194_304), .badData),
        (WebError.tooManyRedirects(address: "https://a.no", limit: 5), .badData),
        (WebError.brokenAnswer(address: "https://a.no", reason: "Transferred a partial file"), .badData),
        (WebError.busy(address: "https://a.no", status: 429, attempts: 4), .noInput),
    ]

    static let register: [(error: any Error & Sendable, exit: ExitStatus)] = [
        (CompanyRegisterError.file(.notFound(path: "enheter.csv")), .noInput),
        (
            CompanyRegisterError.notARegisterFile(path: "ledger.csv", missing: ["organisasjonsnummer"]),
            .badData
        ),
        (CompanyRegisterError.anotherIndex(path: "register.sqlite"), .badData),
        (CompanyRegisterError.database(path: "register.sqlite", reason: "disk I/O error"), .badData),
        (CompanyRegisterError.web(.timedOut(address: "https://a.no", seconds: 10)), .noInput),
        (CompanyRegisterError.status(address: "https://a.no", code: 500), .badData),
        (CompanyRegisterError.contentType(address: "https://a.no", found: "text/html"), .badData),
        (
            CompanyRegisterError.answer(address: "https://a.no", rule: "the answer is about another unit"),
            .badData
        ),
        (CompanyRegisterError.tooManyUnits(address: "https://a.no", found: 10_001, limit: 10_000), .badData),
    ]

    static let exampleLedgers: [(error: any Error & Sendable, exit: ExitStatus)] = [
        (ExampleLedgersError.file(.cannotWrite(path: "a.csv", reason: "Is a directory")), .cannotWrite),
        (ExampleLedgersError.tooManyRows(firm: "Smelteverk AS", lines: 2_000_000, limit: 1_048_566), .usage),
        (ExampleLedgersError.yearOutside(asked: 1850, first: 2_000, last: 2_090), .usage),
        (ExampleLedgersError.tooFewLines(asked: 10, least: 5_000), .usage),
        (ExampleLedgersError.tooManyLines(asked: 1_000_000_000, most: 20_000_000), .usage),
    ]

    static let problems: [Fault.Problem] = [
        .notANumber, .notAnInteger, .notFinite, .negative, .outside(lower: 0, upper: 1),
        .outside(lower: 0, upper: 0), .outside(lower: 1, upper: .infinity),
        .outside(lower: -.infinity, upper: 1),
        .notOneOf(["A01", "A02"]), .missing, .missingColumn("value"), .unknownKey(known: ["year", "region"]),
        .duplicate(firstLine: 3), .duplicate(firstLine: nil), .fieldCount(expected: 4, found: 5),
        .cellCount(expected: 150, found: 149),
        .expected("mapping"), .expected("a year"), .expected("TIME:"), .expected(""), .spreadsheetError,
        .offBalance(stated: 100, found: 98.5),
        .malformed(rule: "a quote is opened and never closed"), .malformed(rule: "something new"),
        .malformed(rule: "a path inside the folder data"),
    ]

    static let places: [Place] = [
        Place(file: "flows.csv", line: 3, column: "value"), Place(file: "flows.csv", line: 1),
        Place(file: "flows.csv", column: "role"),
        Place(file: "study.yaml", line: 3, column: "shocks[0].name"),
        Place(file: "books.xml", line: 3, column: "Amount"),
        Place(file: "iot.xlsx", column: "R52", sheet: "IOT"), Place(file: "dataset.json", column: "title.en"),
    ]

    static let faults: [(error: any Error & Sendable, exit: ExitStatus)] = places.flatMap { place in
        problems.flatMap { problem in
            [nil, "", "1"].map { value in
                (FileFormatError.faults([Fault(at: place, value: value, problem)]), .badData)
            }
        }
    }

    static let differences: [Difference] = [
        .label(position: 2, "A01", "A02"), .label(position: 0, nil, "A01"), .label(position: 0, "A01", nil),
        .unit(.millionKroner, .persons), .year(2018, 2019), .priceBasis(.purchasers, .basic),
        .priceBasis(.basic, .purchasers), .pricesOf(2023, 2019), .region("50", "46"),
    ]

    static let unbalanced: AccountsError = .notBalanced(
        BalanceReport(
            imbalances: [
                .init(side: .row, code: "A01", stated: 1000, found: 1003.5),
                .init(side: .row, code: "A02", stated: 1000, found: 1000.5),
                .init(side: .column, code: "C10", stated: 52_000, found: 47_800),
                .init(side: .imports, code: "C10", stated: 10, found: 9.75),
            ],
            tolerance: BalanceTolerance(row: 1.2, column: 0.000_001, reason: "rounding in the printed table")
        )
    )

    static let unbalancedSupplyUse: AccountsError = .supplyUseNotBalanced(
        SupplyUseBalance(
            imbalances: SupplyUseBalance.Imbalance.Side.allCases.map {
                .init(
                    side: $0,
                    code: "R10_12",
                    supply: $0 == .margin || $0 == .territory ? 0 : 1000,
                    use: 1003.5
                )
            },
            tolerance: SupplyUseTolerance(
                product: 1.01,
                industry: 0.01,
                reason: "rounding in the printed table"
            )
        )
    )

    static let obstacles: [AccountsError] = [
        .supplyNotInvertible(model: .productTechnology, .rectangular(products: 3, industries: 2)),
        .supplyNotInvertible(
            model: .fixedIndustrySales,
            .withoutOutput(products: ["RU"], industries: ["V19", "V20", "VU"])
        ),
        .supplyNotInvertible(model: .hybridTechnology, .withoutOutput(products: [], industries: ["V19"])),
        .supplyNotInvertible(model: .productTechnology, .singular(industry: "V10_12")),
        .supplyNotInvertible(
            model: .fixedIndustrySales,
            .illConditioned(reciprocalCondition: 1.2e-15, least: 1e-12)
        ),
    ]

    static let accountsErrors: [AccountsError] =
        [
            .duplicateLabel(code: "A01"), .unknownLabel(code: "A0l_2", known: ["A01_2", "B05"]),
            .unmapped(code: "A01"), .noSource(target: "FOOD"), .notFinite(row: "output", column: "A01"),
            .negativeOutput(industry: "A01", output: -12.5), unbalanced,
            .noSuchYear(2025, known: [2012, 2013, 2014, 2019]), .noSuchYear(2025, known: []),
            .noSuchRegion(code: "16", year: 2019, known: ["0", "50", "46"]),
            .notPublished(region: "50", industry: "B06", measure: "value_added"),
            .notPublished(region: "50", industry: "B06", measure: "employment"),
            .lacks(role: "imported flows by supplier"), .lacks(role: "regional_accounts"),
            .lacks(role: "imported use by product"), .lacks(role: "domestic flows"),
            .lacks(role: "a product for purchases known in total"),
            unbalancedSupplyUse, .noProducer(products: ["P19", "P20"]),
            .unknownRegion(code: "99"),
            .regionNotThen(
                code: "50",
                name: "Trøndelag",
                first: 2018,
                last: nil,
                asked: [2016, 2017],
                related: ["16", "17"]
            ),
            .regionNotThen(
                code: "30",
                name: "Viken",
                first: 2020,
                last: 2023,
                asked: [2024],
                related: []
            ),
            .municipalityMoved(code: "1567", name: "Rindal", year: 2019, from: "15", to: "50"),
            .bordersDiffer(
                of: 2018,
                asked: 2019,
                moved: [MovedMunicipality(code: "1567", name: "Rindal", from: "15", to: "50")]
            ),
        ] + differences.map(AccountsError.differ) + obstacles

    static let accounts: [(error: any Error & Sendable, exit: ExitStatus)] = accountsErrors.map {
        ($0, .badData)
    }

    static let linearAlgebra: [(error: any Error & Sendable, exit: ExitStatus)] = linearAlgebraErrors.map {
        ($0, .numerical)
    }

    static let linearAlgebraErrors: [LinearAlgebraError] = [
        .notSquare(rows: 2, columns: 3), .shape(expectedRows: 2, rows: 3),
        .notFinite(row: 0, column: 1, value: .nan),
        .singular(pivot: 3), .illConditioned(reciprocalCondition: 1.2e-17, least: 1e-12),
        .refused(routine: "dgetrf", argument: 4), .outside(row: 4, column: 1, rows: 3, columns: 3),
        .tooManyRows(3_000_000_000), .malformed(column: 2), .fillIn(predicted: 9_000_000, most: 1_000_000),
    ]

    static let leontief: [(error: any Error & Sendable, exit: ExitStatus)] =
        [
            (LeontiefError.accounts(.duplicateLabel(code: "A01")), .badData),
            (LeontiefError.notProductive([SectorSum(sector: "A01", sum: 1.2)]), .numerical),
            (LeontiefError.notProductive([]), .numerical),
            (LeontiefError.productivityUndecided(least: 0.9999999999999, most: 1.0000000000001), .numerical),
            (LeontiefError.extractionUndefined(sector: "A01"), .numerical),
            (LeontiefError.notConverged(relativeResidual: 0.003, products: 400), .numerical),
            (LeontiefError.salesWithoutOutput(sector: "A01", sales: 12), .badData),
            (
                LeontiefError.regionExceedsNation(seller: "A01", buyer: "C10", region: 0.5, nation: 0.25),
                .badData
            ),
            (LeontiefError.inputsWithoutOutput(sector: "A01", inputs: 12), .badData),
            (LeontiefError.amountWithoutOutput(sector: "A01", amount: 3), .badData),
            (LeontiefError.endlessConsumption(respentShare: 1.03), .numerical),
            (LeontiefError.shareOutside(name: "income_tax", value: 25), .badData),
            (LeontiefError.noProduction(demand: "Hospital", sector: "B06", region: "50"), .badData),
        ]
        + differences.map { (LeontiefError.wrongBasis(demand: "Hospital", $0), .badData) }
        + linearAlgebraErrors.flatMap { error in
            [nil, "C10"].map { (LeontiefError.linearAlgebra(error, sector: $0), .numerical) }
        }

    static let regionalisation: [(error: any Error & Sendable, exit: ExitStatus)] = [
        (RegionalisationError.accounts(.unmapped(code: "A01")), .badData),
        (RegionalisationError.deltaOutside(1.5), .badData),
        (RegionalisationError.noNationalSize(industry: "A01", measure: "value_added"), .badData),
        (
            RegionalisationError.negativeSize(
                region: "50",
                industry: "A01",
                measure: "value_added",
                value: -3
            ),
            .badData
        ),
        (RegionalisationError.emptyRegion(region: "50", measure: "employment"), .badData),
        (RegionalisationError.tooFewRegions(count: 2, least: 5), .badData),
        (RegionalisationError.calibrationFailed(iterations: 100), .numerical),
        (RegionalisationError.noPositions(region: nil), .badData),
        (RegionalisationError.noPositions(region: "50"), .badData),
        (RegionalisationError.noPurchaseParameters(industry: "A03", known: ["A01_02", "B"]), .badData),
        (RegionalisationError.notSolvable, .numerical),
        (RegionalisationError.parameterOutside(name: "alpha", value: 1.5), .badData),
        (RegionalisationError.notFromSizes(method: "charm"), .badData),
        (RegionalisationError.wantsTotalFlows(method: "pooling"), .badData),
        (RegionalisationError.negativeAmount(what: "use", product: "A01", value: -3), .badData),
        (RegionalisationError.propensityOutside(product: "A01", value: 1.2), .badData),
        (RegionalisationError.exportsAboveOutput(product: "A01", exports: 12, output: 10), .badData),
        (RegionalisationError.marginsDisagree(rows: 100, columns: 98.5), .badData),
        (RegionalisationError.marginNotFinite(.row(2), .nan), .badData),
        (RegionalisationError.cellNotFinite(row: .row(0), column: .column(1), value: .infinity), .badData),
        (RegionalisationError.negativeCell(row: .row(0), column: a01, value: -3), .badData),
        (RegionalisationError.marginOutOfReach(a01, margin: 5, frozen: 0, hasCells: false), .badData),
        (RegionalisationError.marginOutOfReach(a01, margin: 5, frozen: 7, hasCells: true), .badData),
        (
            RegionalisationError.disconnected(
                rows: [.row(0), .row(3)],
                columns: [a01],
                rowTotal: 40,
                columnTotal: 41
            ),
            .badData
        ),
        (
            RegionalisationError.outOfReach(
                rows: [.row(0)],
                columns: [.column(0), .column(1)],
                rowTotal: 40,
                columnTotal: 30
            ),
            .badData
        ),
        (
            RegionalisationError.outOfReach(rows: [.row(0)], columns: [], rowTotal: 4, columnTotal: 0),
            .badData
        ),
        (RegionalisationError.oneSidedProduct(a01, supply: 12, use: 0), .badData),
        (RegionalisationError.marginsNotMet(iterations: 10_000, a01, found: 9, wanted: 10), .numerical),
    ]

    private static let a01 = TableLine(.column, 0, code: "A01")

    static let actors: [(error: any Error & Sendable, exit: ExitStatus)] =
        [
            (ActorsError.accounts(.duplicateLabel(code: "mill")), .badData),
            (ActorsError.needlessDeflator(actor: "mill", deflator: 2, year: 2019), .badData),
            (ActorsError.leontief(.notProductive([SectorSum(sector: "mill", sum: 2)])), .numerical),
            (ActorsError.scoreOutOfRange(score: "access", value: 11, range: 1...10), .badData),
            (
                ActorsError.measureExceedsIndustry(
                    measure: "employment",
                    actors: ["smelter"],
                    industry: "C24",
                    area: "50"
                ),
                .badData
            ),
            (
                ActorsError.largerThanIndustry(
                    actors: ["mill", "yard"],
                    industry: "C16",
                    area: "50",
                    actorOutput: 4200,
                    industryOutput: 3100.25
                ),
                .badData
            ),
            (ActorsError.rebalancing(.marginsDisagree(rows: 1, columns: 2)), .badData),
        ] + differences.map { (ActorsError.wrongPrice(actor: "mill", $0), .badData) }
        + carving.map { ($0, .badData) }
        + booksProblems.map { (ActorsError.books(firm: "mill", $0), .badData) }

    /// Firms that do not fit, with every cause, and accounts that cannot be used.
    static let carving: [ActorsError] = {
        let (wood, trade) = (
            Industry(code: "C16", name: Name("wood")), Industry(code: "G46", name: Name("trade"))
        )
        let flow = AreaCell.flow(from: wood, to: trade)
        let refusal = CarvingRefusal(
            area: "50",
            scope: .region,
            offences: [
                CarvingOffence(cell: flow, parent: 80, firms: 100, parts: [.init(firm: "mill", amount: 100)]),
                CarvingOffence(
                    cell: .input(.rounding, of: wood),
                    parent: 0,
                    firms: 1,
                    parts: [.init(firm: "yard", amount: 1)]
                ),
            ],
            causes: [
                .largerThanIndustry(wood, firms: ["mill"], share: 1.2),
                .headOffice(wood, firms: ["mill"], share: 2),
                .wrongIndustry(wood, firms: ["mill"], cells: 4), .missingPurchases(wood, firms: ["mill"]),
                .tradePlace(seller: wood, buyer: trade),
                .estimate(flow), .emptyCell(flow), .negativeCell(flow), .negativeAmount(flow, firm: "mill"),
                .valueAddedTax(wood, firms: ["mill"], ratio: 1.25),
                .yearOrPrices(wood, firms: ["mill"], ratio: 1.1),
            ],
            repairs: [.capped]
        )
        let faults: [FirmAccountFault] = [
            .notFinite(what: "D1"), .noOutput(0), .negativeUnattributed(.purchases, -1),
            .doesNotAddUp(.sales, output: 100, sum: 90), .nothingToSpreadBy(.purchases),
        ]
        return [.firmsDoNotFit(refusal)] + faults.map { .firmAccount(firm: "mill", $0) }
    }()

    static let booksProblems: [BooksProblem] = [
        .organisationNumber("12345", isShared: false), .organisationNumber("923609016", isShared: true),
        .deflatorNeeded(books: 2024, table: 2019), .deflatorNotUsable(1.2, books: 2019),
        .severalYears(
            from: CalendarDate(daysSince1970: 17_897),
            to: CalendarDate(daysSince1970: 18_627)
        ),
        .annualAccountsOfAnotherYear(annual: 2018, books: 2019...2019),
        .annualAccountsOfAnotherYear(annual: 2018, books: 2019...2020),
        .totalNeeded, .booksOfAnother(books: "510000005", actor: "510000013"), .severalOwners([]),
        .severalOwners(["510000005"]), .severalOwners(["510000005", "510000013"]),
        .annualAccountsOfAnother(annual: "510000005", firm: "510000013"),
        .exceedsTotal(.purchases, ledger: 104.5, total: 100, from: .annualAccounts),
        .exceedsTotal(.sales, ledger: 104.5, total: 100, from: .stated),
        .nothingLeftOfIncome(income: 100, resale: 80, excise: 25), .noOutput,
    ]

    /// What a dataset with one file changed and one gone is refused with.
    static let changedDataset: DatasetError = {
        do throws(DatasetError) {
            _ = try Dataset(at: Repository.fixtures + "/messages/changed-dataset")
        } catch .changed(_, let digests) {
            return .changed(path: "data/groups", digests)
        } catch {
            return error
        }
        fatalError("the fixture is no longer refused")
    }()

    static let reachingOutput = [
        InputsReachingOutput(
            at: Place(file: "data/no/output.csv", line: 8, column: "value"),
            industry: "C19",
            inputs: 5210.5,
            output: 5000
        )
    ]

    static let datasets: [(error: any Error & Sendable, exit: ExitStatus)] =
        files.compactMap { one in
            (one.error as? FileFormatError).map { (DatasetError.file(path: "data/no", $0), one.exit) }
        }
        + accountsErrors.map { (DatasetError.accounts(path: "data/no", $0), .badData) }
        + DatasetKind.allCases.map {
            (DatasetError.anotherKind(path: "data/no", wanted: $0, found: .concordance), .badData)
        }
        + [
            (changedDataset, .badData),
            (DatasetError.inputsReachOutput(path: "data/no", reachingOutput.compactMap(\.self)), .badData),
        ]
        + inexpressible.compactMap { one in
            (one.error as? Inexpressible).map { (DatasetError.cannotExpress(path: "data/no", $0), .badData) }
        }

    static let inexpressible: [(error: any Error & Sendable, exit: ExitStatus)] = [
        (
            Inexpressible.notPublished(year: 2019, region: "50", industry: "A01", measure: "employment"),
            .badData
        ),
        (Inexpressible.valueAddedInFinalDemand(input: "D1", category: "P3", amount: 3), .badData),
        (Inexpressible.interrupted(region: "50", year: 2019), .badData),
        (Inexpressible.order(year: 2019), .badData),
        (Inexpressible.severalSources(codes: ["ghg", "jobs"]), .badData),
        (Inexpressible.inconsistent(code: "TOTAL"), .badData),
    ]

    static let statisticsNorway: [(error: any Error & Sendable, exit: ExitStatus)] =
        [
            (StatisticsNorwayError.file(.notFound(path: "iot.xlsx")), .noInput),
            (
                StatisticsNorwayError.file(
                    .faults([Fault(at: places[4], value: "#VALUE!", .spreadsheetError)])
                ),
                .badData
            ),
            (StatisticsNorwayError.accounts(unbalanced, files: ["a.xlsx", "b.xlsx"]), .badData),
            (StatisticsNorwayError.web(.timedOut(address: "https://a.no", seconds: 60)), .noInput),
            (StatisticsNorwayError.web(.busy(address: "https://a.no", status: 429, attempts: 4)), .noInput),
            (
                StatisticsNorwayError.unreachable(
                    .unreachable(address: "https://a.no", reason: "Couldn't resolve host name"),
                    cached: CalendarDate(daysSince1970: 20_000)
                ),
                .noInput
            ),
            (
                StatisticsNorwayError.refused(
                    address: "https://a.no",
                    status: 400,
                    reason: "Non-existent value"
                ),
                .badData
            ),
            (StatisticsNorwayError.contentType(address: "https://a.no", found: "text/html"), .badData),
            (
                StatisticsNorwayError.answer(
                    address: "https://a.no",
                    .faults([
                        Fault(
                            at: Place(file: "https://a.no/data", column: "value"),
                            .cellCount(expected: 10, found: 9)
                        )
                    ])
                ),
                .badData
            ),
            (
                StatisticsNorwayError.updatedMeanwhile(
                    table: "09391",
                    first: "2026-03-01",
                    then: "2026-09-01"
                ),
                .badData
            ),
            (
                StatisticsNorwayError.selection("Tid=[2019", rule: "brackets that open close again"),
                .usage
            ),
            (
                StatisticsNorwayError.unknownCode(
                    table: "09391",
                    variable: nil,
                    code: "Reigon",
                    known: ["Region", "Tid"]
                ),
                .usage
            ),
            (
                StatisticsNorwayError.unknownCode(
                    table: "09391",
                    variable: "Region",
                    code: "99",
                    known: ["50", "46"]
                ),
                .usage
            ),
            (
                StatisticsNorwayError.notSelected(
                    table: "09391",
                    variable: "Tid",
                    name: "år",
                    codes: ["2018", "2019"]
                ),
                .usage
            ),
            (StatisticsNorwayError.tooManyCells(table: "07459", cells: 8_640_000, limit: 4_000_000), .usage),
            (StatisticsNorwayError.notCached(folder: "cache/ssb", address: "https://a.no"), .noInput),
            (StatisticsNorwayError.cacheAltered(path: "cache/ssb/a.answer"), .badData),
            (StatisticsNorwayError.regions(viken, table: "07459"), .badData),
        ]
        + refusedStatuses.map {
            (StatisticsNorwayError.refused(address: "https://a.no", status: $0, reason: nil), .badData)
        }
        + bankRules.map { (StatisticsNorwayError.otherAnswer(address: "https://a.no", rule: $0), .badData) }

    private static let refusedStatuses = [307, 403, 404, 500]
    private static let bankRules = [
        "the dimensions are the variables asked for", "the codes of each variable are those asked for",
        "every cell asked for is answered", "a code list has codes",
    ]
    private static let viken = AccountsError.regionNotThen(
        code: "30",
        name: "Viken",
        first: 2020,
        last: 2023,
        asked: [2018, 2019],
        related: []
    )

    static let studies: [(error: any Error & Sendable, exit: ExitStatus)] = [
        (StudyError.file(.notFound(path: "study.yaml")), .noInput),
        (StudyError.file(.cannotWrite(path: "out", reason: "Read-only file system")), .cannotWrite),
        (StudyError.dataset(.file(path: "data/no", .notFound(path: "data/no/dataset.json"))), .noInput),
        (StudyError.accounts(.unmapped(code: "A01"), source: "data/no"), .badData),
        (StudyError.regionalisation(.deltaOutside(1), source: "data/no"), .badData),
        (StudyError.leontief(.endlessConsumption(respentShare: 2), source: "study.yaml"), .numerical),
        (StudyError.actors(.leontief(.accounts(.unmapped(code: "A01"))), source: "actors.csv"), .badData),
        (StudyError.ledgers(.file(.notFound(path: "books.xml"))), .noInput),
        (StudyError.disclosure(.notProtectable([])), .badData),
        (StudyError.disclosure(.repeatedItem("sum")), .badData),
        (StudyError.disclosure(.contradictsEarlier(item: "told: sum:region:total")), .badData),
        (StudyError.disclosure(.contradictsLimit(name: "limit:C24:D1")), .badData),
        (StudyError.disclosure(.parameterOutside(name: "width", value: 2)), .badData),
        (StudyError.disclosure(.solverFailed(status: 4)), .badData),
        (StudyError.disclosure(.repeatedContribution(.init(unit: "mill", cell: "wood"))), .badData),
        (StudyError.register(.anotherIndex(path: "register.sqlite")), .badData),
        (StudyError.secretFirms(actors: ["mill"], file: "study.yaml"), .usage),
        (StudyError.repeatedExtension(code: "ghg", first: "data/table", second: "data/emissions"), .badData),
        (StudyError.missing(what: "A1", place: places[3], known: ["A01"]), .badData),
        (
            StudyError.severalCategories(
                dimension: "Tid",
                place: Place(file: "data/commuting"),
                known: ["2018", "2019"]
            ), .badData
        ),
        (
            StudyError.missing(
                what: "consumption_not_from_wages: L68_A",
                place: Place(file: "study.yaml"),
                known: ["L68A"]
            ),
            .badData
        ),
    ]

    static let ledgers: [(error: any Error & Sendable, exit: ExitStatus)] = [
        (LedgersError.file(.notFound(path: "books.xml")), .noInput),
        (LedgersError.unknownFormat(path: "books.docx"), .badData),
        (LedgersError.notAnAuditFile(path: "books.xml", root: "Invoice"), .badData),
        (LedgersError.noLedgerInArchive(path: "books.zip", entries: ["readme.txt"]), .badData),
        (LedgersError.emptyTable(path: "books.csv", sheet: nil), .badData),
        (LedgersError.emptyTable(path: "books.xlsx", sheet: "Ark1"), .badData),
        (LedgersError.noHeader(path: "books.csv", sheet: nil, line: nil, best: []), .badData),
        (
            LedgersError.noHeader(path: "books.xlsx", sheet: "Ark1", line: 3, best: ["Kundenr", "Sum"]),
            .badData
        ),
        (
            LedgersError.noLedgerForm(
                path: "books.csv",
                line: 1,
                recognised: [.supplier, .balance],
                nearest: .partyLedger,
                lacking: [.amount]
            ),
            .badData
        ),
        (
            LedgersError.noLedgerForm(
                path: "books.csv",
                line: 1,
                recognised: [.customer],
                nearest: .summary,
                lacking: [.purchases]
            ), .badData
        ),
        (LedgersError.yearNeeded(path: "books.csv"), .badData),
        (LedgersError.taxRuleNeeded(path: "books.csv"), .badData),
        (LedgersError.roleNeeded(path: "books.csv", column: "Reskontronr"), .badData),
        (
            LedgersError.decimalSignUnclear(
                Fault(at: Place(file: "books.csv", line: 2, column: "Beløp"), value: "12.500", .notANumber)
            ), .badData
        ),
        (LedgersError.noVouchers(path: "books.csv", form: .summary), .badData),
        (LedgersError.noVouchers(path: "books.csv", form: .partyLedger), .badData),
        (
            LedgersError.file(
                .faults([Fault(at: Place(file: "books.csv", line: 2, column: "Dato"), value: "x", .missing)])
            ), .badData
        ),
        (LedgersError.severalFirms(path: "books.zip", owners: ["912345678", "987654321"]), .badData),
    ]
}
