import Accounts
import Actors
import FileFormats
import Leontief
import Regionalisation
import Reporting
import TestSupport
import Testing

@testable import Ringvirk

/// A country of three industries and two regions whose inverses are written out by hand.
///
/// Flows over output, columns A, B, C:
///
///         .10  .20  .00                .90 −.20  .00
///     A = .30  .10  .15       I − A = −.30  .90 −.15       det = .9 (.81 − .015) + .2 (−.27 − .045) = .6525
///         .30  .10  .10               −.30 −.10  .90
///
///     L = 1/.6525 ·  .795  .180  .030       .795 = .9·.9 − .15·.1     .18 = .2·.9     .03  = .2·.15
///                    .315  .810  .135       .315 = .3·.9 + .15·.3     .81 = .9·.9     .135 = .9·.15
///                    .300  .150  .750       .30  = .3·.1 + .9·.3      .15 = .9·.1 + .2·.3   .75 = .9·.9 − .2·.3
///
/// Region 1 has 2, 8 and 90 of the nation's 20, 80 and 300 in value added, a quarter of all: r = .1, .1, .3,
/// SLQ = r/.25 = .4, .4, 1.2; CILQ between different industries r_i/r_j, capped at one, SLQ on the diagonal:
///
///          .4  1   1/3              .04  .20  .00               .96 −.20  .00
///     q =  1   .4  1/3        A₁ =  .30  .04  .05     I − A₁ = −.30  .96 −.05
///          1   1   1                .30  .10  .10              −.30 −.10  .90
///
///     det = .96 (.864 − .005) + .2 (−.27 − .015) = .76764
///
///     L₁ = 1/.76764 · .859  .180  .0100     .859 = .96·.9 − .05·.1    .18  = .2·.9     .01  = .2·.05
///                     .285  .864  .0480     .285 = .3·.9 + .05·.3     .864 = .96·.9    .048 = .96·.05
///                     .318  .156  .8616     .318 = .3·.1 + .96·.3     .156 = .96·.1 + .2·.3  .8616 = .96² − .06
@Suite("Small study")
struct SmallStudyTests {
    private let study: Study
    private let nation: [[Double]] = [[0.795, 0.18, 0.03], [0.315, 0.81, 0.135], [0.30, 0.15, 0.75]]
    private let region: [[Double]] = [[0.859, 0.18, 0.01], [0.285, 0.864, 0.048], [0.318, 0.156, 0.8616]]
    private let nationDeterminant = 0.6525
    private let regionDeterminant = 0.76764

    /// A dozen roundings of numbers about one.
    private let tolerance = 1e-13

    init() throws { study = try Study(definedIn: StudyCopy.original + "/study.yaml") }

    /// v' adj / det.
    private func times(_ row: [Double], _ adjugate: [[Double]], over determinant: Double) -> [Double] {
        (0..<3).map { column in (0..<3).reduce(0) { $0 + row[$1] * adjugate[$1][column] } / determinant }
    }

    private func values(_ measure: Measure, _ closure: ClosureType, _ scope: Scope) throws -> [Double] {
        try #require(try study.model.multipliers()[measure, closure, scope]).values
    }

    @Test("Type I, in the region, in the nation and in the rest of the country")
    func typeI() throws {
        let gases = Measure(code: "ghg", name: Name("gases"), unit: .tonnesCO2Equivalents)
        // Per MNOK of output: value added 20/100, 80/200, 300/500; wages 10/100, 50/200, 200/500; persons 100/100,
        // 200/200, 1000/500; tonnes 500/100, 200/200, 125/500.
        let rows: [(Measure, [Double])] = [
            (.output, [1, 1, 1]), (.valueAdded, [0.2, 0.4, 0.6]), (.compensation, [0.1, 0.25, 0.4]),
            (.employment, [1, 1, 2]), (gases, [5, 1, 0.25]), (.imports, [0.08, 0.18, 0.1]),
            (.productTaxes, [0.02, 0.02, 0.05]),
        ]
        for (measure, row) in rows {
            let here = times(row, region, over: regionDeterminant)
            let whole = times(row, nation, over: nationDeterminant)
            #expect(
                deviation(of: try values(measure, .type1, .region), from: here) <= 8 * tolerance,
                "\(measure.code)"
            )
            #expect(
                deviation(of: try values(measure, .type1, .nation), from: whole) <= 8 * tolerance,
                "\(measure.code)"
            )
            #expect(
                deviation(
                    of: try values(measure, .type1, .restOfCountry),
                    from: zip(whole, here).map { $0 - $1 }
                )
                    <= 8 * tolerance,
                "\(measure.code)"
            )
        }
        // Value added in the nation, all the way: .465, .45 and .51 over .6525.
        #expect(
            deviation(
                of: try values(.valueAdded, .type1, .nation),
                from: [0.465, 0.45, 0.51].map { $0 / 0.6525 }
            )
                <= tolerance
        )
        // In the region: .2·.859 + .4·.285 + .6·.318 = .4766; .4752; .53816.
        #expect(
            deviation(
                of: try values(.valueAdded, .type1, .region),
                from: [0.4766, 0.4752, 0.53816].map { $0 / 0.76764 }
            )
                <= tolerance
        )
    }

    @Test("Type II, in the nation and in the region")
    func typeII() throws {
        // Households spend .75 of their wages; of what they buy besides A's products, at home and abroad (domestic
        // 50 + 300, imports 60 + 20, taxes 60: 490), B delivers 50 and C 300: c = s · (.075, .45) with s = 500/490.
        // Wages are .8 of compensation: h = .08, .2, .32. All that follows of c is s times as large:
        // L c = (.18·.075 + .03·.45, .81·.075 + .135·.45, .15·.075 + .75·.45)/.6525 = (.027, .1215, .34875)/.6525
        // h L c = (.08·.027 + .2·.1215 + .32·.34875)/.6525 = .13806/.6525      k = .6525/(.6525 − .13806)
        // h'L = (.2226, .2244, .2694)/.6525, and of value added v' L c = (.0054 + .0486 + .20925)/.6525
        let typeI = [0.465, 0.45, 0.51].map { $0 / 0.6525 }
        let wages = [0.2226, 0.2244, 0.2694].map { $0 / 0.6525 }
        let scale = 500.0 / 490
        let amplification = 0.6525 / (0.6525 - 0.13806 * scale)
        let induced = wages.map { 0.26325 * scale / 0.6525 * amplification * $0 }
        #expect(
            deviation(of: try values(.valueAdded, .type2, .nation), from: zip(typeI, induced).map(+)) <= 8
                * tolerance
        )

        // In the region households buy .4 of B's products and all of C's: c₁ = .03, .45.
        // L₁ c₁ = (.0099, .04752, .3924)/.76764: .0054 + .0045; .02592 + .0216; .00468 + .38772
        // h L₁ c₁ = (.000792 + .009504 + .125568)/.76764 = .135864/.76764
        // h'L₁ = (.22748, .23712, .286112)/.76764, v'L₁ c₁ = (.00198 + .019008 + .23544)/.76764 = .256428/.76764
        let regionalTypeI = [0.4766, 0.4752, 0.53816].map { $0 / 0.76764 }
        let regionalWages = [0.22748, 0.23712, 0.286112].map { $0 / 0.76764 }
        let regionalAmplification = 0.76764 / (0.76764 - 0.135864 * scale)
        let regionalInduced = regionalWages.map { 0.256428 * scale / 0.76764 * regionalAmplification * $0 }
        #expect(
            deviation(
                of: try values(.valueAdded, .type2, .region),
                from: zip(regionalTypeI, regionalInduced).map(+)
            )
                <= 8 * tolerance
        )
    }

    @Test("The region's own output, quotients and the wages that only its total tells")
    func regionalTable() throws {
        let table = try #require(study.regionalTable)
        // A tenth, a tenth and three tenths of 100, 200 and 500.
        #expect(deviation(of: table.output.values, from: [10, 20, 150]) <= 1e-12)
        #expect(table.relativeSize == 0.25)
        #expect(deviation(of: table.quotients.simple.values, from: [0.4, 0.4, 1.2]) <= 1e-15)
        #expect(study.inputs.accounts?[.compensation, "1", "C"] == .value(60, .implied))
        #expect(study.inputs.accounts?[.compensation, "2", "C"] == .value(140, .published))
    }

    @Test("With the region's own coefficients its jobs come out, and the rest is the remainder's")
    func countyCoefficients() throws {
        let copy = try StudyCopy()
        try copy.edit("study.yaml", "coefficients: national", "coefficients: county")
        let study = try Study(definedIn: copy.study)
        let row = try #require(study.model.measures.first { $0.measure == .employment })
        // 12/10, 18/20, 312/150; and (100 − 12)/(100 − 10), (200 − 18)/(200 − 20), (1000 − 312)/(500 − 150).
        #expect(deviation(of: row.inRegion.values, from: [1.2, 0.9, 2.08]) <= 1e-14)
        #expect(
            deviation(of: row.inRestOfCountry.values, from: [88 / 90.0, 182 / 180.0, 688 / 350.0]) <= 1e-14
        )
        let multipliers = try study.model.multipliers()
        let here = try #require(multipliers[.employment, .type1, .region]).values
        #expect(deviation(of: here, from: times([1.2, 0.9, 2.08], region, over: regionDeterminant)) <= 1e-12)
    }

    @Test("The shock's effects: direct, indirect and induced")
    func impact() throws {
        let impact = try #require(try study.run().report.impacts.first)
        // Ten of B: value added .4 · 10 directly, in the region; total .45/.6525 · 10 at Type I.
        #expect(impact[.valueAdded, .region, .direct] == 4)
        #expect(impact[.valueAdded, .restOfCountry, .direct] == 0)
        let indirect = try #require(impact[.valueAdded, .nation, .indirect])
        #expect(abs(indirect - (4.5 / 0.6525 - 4)) <= 1e-12)
        let induced = try #require(impact[.valueAdded, .nation, .induced])
        // As Type II above: .26325 s/.6525 · .6525/(.6525 − .13806 s) · .2244/.6525, times ten, s = 500/490.
        let scale = 500.0 / 490
        #expect(abs(induced - 10 * 0.26325 * scale / (0.6525 - 0.13806 * scale) * 0.2244 / 0.6525) <= 1e-12)
        let total = try #require(impact[.valueAdded, .nation, .total])
        #expect(abs(total - 4 - indirect - induced) <= 1e-12)
    }

    @Test("The actors: price, share and the planned one's technology")
    func actors() throws {
        let table = try #require(try study.run().report.actorTable)
        // 500 t at 10 000 kr are 5 of the works' 20; 4 000 MWh at 2 000 kr of 2019, times 1.25, are 10, and planned.
        #expect(table.rows.map(\.output) == [5, 10])
        #expect(table.rows.map(\.shareOfIndustry) == [0.25, 0])
        // Both work like B, and all of what is left of A, B and C is outside them. In the nation the mill is 5 of
        // B's 200: what is left sells .975 of each purchase of B. I − A_RR has the rows
        //     .9, −.2, 0     −.2925, 1 − .0975, −.14625     −.3, −.1, .9
        let (a, b, c) = ([0.9, -0.2, 0], [-0.2925, 0.9025, -0.14625], [-0.3, -0.1, 0.9])
        let determinant =
            a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0])
        // v_R' L_RR from the adjugate's columns, v = .2, .4, .6.
        let adjugate = [
            [b[1] * c[2] - b[2] * c[1], a[2] * c[1] - a[1] * c[2], a[1] * b[2] - a[2] * b[1]],
            [b[2] * c[0] - b[0] * c[2], a[0] * c[2] - a[2] * c[0], a[2] * b[0] - a[0] * b[2]],
            [b[0] * c[1] - b[1] * c[0], a[1] * c[0] - a[0] * c[1], a[0] * b[1] - a[1] * b[0]],
        ]
        let perDemand = times([0.2, 0.4, 0.6], adjugate, over: determinant)
        let expected = 0.4 + 0.2 * perDemand[0] + 0.0975 * perDemand[1] + 0.1 * perDemand[2]
        for row in table.rows {
            let found = try #require(row.perOutput[.init(.valueAdded, .nation)])
            #expect(abs(found - expected) <= 1e-12, "\(row.actor.code)")
        }
        #expect(table.roundTripDeviation <= 1e-12)
    }

    @Test("The summary, whole", arguments: Language.allCases)
    func golden(language: Language) throws {
        let files = try study.run().files(language: language)
        let summary = try #require(files.first { $0.name == "summary.md" }).text
        let golden = try InputFile.text(at: StudyCopy.original + "/golden/summary.\(language.rawValue).md")
        // Error bounds and round trips are of the order of rounding, which another processor may do otherwise.
        func stable(_ text: String) -> String {
            text.split(separator: "\n", omittingEmptySubsequences: false)
                .map { $0.replacing(/: (?:0|-?\d[.,]\de-[1-9]\d)$/, with: ": about 0") }.joined(
                    separator: "\n"
                )
        }
        #expect(stable(summary) == stable(golden))
    }
}
