import Accounts
import LinearAlgebra
import TestSupport
import Testing

@testable import Regionalisation

@Suite("Purchase calibration")
struct PurchaseCalibrationTests {
    /// The same model fitted by numpy 2.4 (dense design matrix, numpy.linalg.solve, 200 Newton steps), printed to twelve
    /// decimals; the two agree when every parameter does to half of the last.
    private static let reference: [(decay: Double, all: [Double], withoutFirst: [Double], errors: [Double])] =
        [
            (
                0,
                [
                    1.494295983041, 0.917875130383, -0.03654144724, -0.109507466904, 0.147656800039,
                    -0.038149333135,
                ],
                [
                    1.457025617004, 0.905708531884, -0.036421120412, -0.041220138924, 0.28006279294,
                    -0.238842654017,
                ],
                [
                    0.26063279517, 0.060540037089, 0.019108241413, 0.210491781623, 0.398136167591,
                    0.303405417289,
                ]
            ),
            (
                1,
                [
                    0.659255690505, 0.861702112556, -0.053442142601, -0.098012942066, 0.138017521438,
                    -0.040004579372,
                ],
                [
                    0.635535185841, 0.85636961621, -0.053364405931, -0.018049129708, 0.279073722209,
                    -0.261024592501,
                ],
                [
                    0.257438593364, 0.046430807294, 0.02193866771, 0.215110489165, 0.406172103122,
                    0.314416230653,
                ]
            ),
        ]

    @Test(
        "The fit, without a region too, and its jackknife errors are numpy's to twelve decimals",
        arguments: 0..<2
    )
    func numpy(_ index: Int) throws {
        let (decay, all, withoutFirst, errors) = Self.reference[index]
        let fit = try PurchaseCalibration(of: SmallRegions.set(), decay: decay).fit()
        for (found, expected) in [(fit.model.vector, all), (fit.leftOut[0].model.vector, withoutFirst)] {
            for (one, other) in zip(found, expected) { #expect(abs(one - other) <= 5.1e-13) }
        }
        let covariance = fit.covariance
        for (position, error) in errors.enumerated() {
            #expect(abs(covariance[position, position].squareRoot() - error) <= 5.1e-13)
        }
        #expect(fit.leftOut.map(\.region) == (0..<6).map { "r\($0)" })
    }

    @Test("What a left-out region's model is, is what is learned when its table is not looked at")
    func leftOut() throws {
        let set = try SmallRegions.set()
        let all = try PurchaseCalibration(of: set, decay: 1).fit()
        let anew = try PurchaseCalibration(of: set, decay: 1, without: ["r0"]).fit()
        #expect(all.leftOut[0].model == anew.model)
    }

    @Test("At the solution the weighted residuals balance what draws the parameters")
    func optimum() throws {
        let fit = try PurchaseCalibration(of: SmallRegions.set(), decay: 0).fit()
        // The intercept is free and every industry has one effect, so the effects' pull adds up to nothing.
        #expect(abs(fit.model.effects.sum) < 1e-10)
    }

    @Test("Too few regions, positions that are not there or the same, and losses are refused")
    func refusals() throws {
        let set = try SmallRegions.set()
        #expect(throws: RegionalisationError.tooFewRegions(count: 4, least: 5)) {
            try PurchaseCalibration(of: set, decay: 0, without: ["r0", "r1"])
        }
        let outputs = set.output
        #expect(throws: RegionalisationError.noPositions(region: nil)) {
            try SupplyPull(of: set.regions.labels[0], outputs: outputs, positions: nil, decay: 1)
        }
        let same = (0..<6).map { _ in GeographicPosition(latitude: 60, longitude: 25) }
        #expect(throws: RegionalisationError.noPositions(region: "r1")) {
            try SupplyPull(of: set.regions.labels[0], outputs: outputs, positions: same, decay: 1)
        }
        let loss = try SmallRegions.set { region, industry, value in
            region == 3 && industry == 1 ? -2 : value
        }
        #expect(
            throws: RegionalisationError.negativeSize(
                region: "r3",
                industry: "B",
                measure: "output",
                value: -2
            )
        ) { try SupplyPull(of: loss.regions.labels[0], outputs: loss.output, positions: nil, decay: 0) }
        let stranger = Region(code: "r9", name: Name("r9"))
        #expect(
            throws: RegionalisationError.accounts(
                .unknownLabel(code: "r9", known: (0..<6).map { "r\($0)" })
            )
        ) { try SupplyPull(of: stranger, outputs: outputs, positions: nil, decay: 0) }
        let empty = try SmallRegions.set { region, _, value in region == 2 ? 0 : value }
        #expect(throws: RegionalisationError.emptyRegion(region: "r2", measure: "output")) {
            try SupplyPull(of: empty.regions.labels[2], outputs: empty.output, positions: nil, decay: 0)
        }
        let notFinite = PenalisedLogit(
            observations: [.init(share: .nan, weight: 1, terms: [(0, 1)])],
            priors: [.init(centre: 0, strength: 1)]
        )
        #expect(throws: RegionalisationError.calibrationFailed(iterations: 1)) { try notFinite.fitted() }
    }

    @Test("An industry the region lacks supplies nothing; one that it alone has supplies all")
    func corners() throws {
        let set = try SmallRegions.set { region, industry, value in
            switch (region, industry) {
            case (0, 0): 0
            case (0, 1): value
            case (_, 1): 0
            default: value
            }
        }
        let fit = try PurchaseCalibration(of: SmallRegions.set(), decay: 0).fit()
        let pull = try SupplyPull(
            of: set.regions.labels[0],
            outputs: set.output,
            positions: nil,
            decay: 0
        )
        let shares = try fit.shares(pull).values
        #expect(shares[0] == 0 && shares[1] == 1 && shares[2] > 0 && shares[2] < 1)
        let covariance = fit.predictorCovariance(pull)
        #expect(covariance[0, 0] == 0 && covariance[1, 2] == 0 && covariance[2, 2] > 0)
    }

    @Test("Shares lie between 0 and 1 and grow with the region's own supply", arguments: 0..<20)
    func property(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let fit = try PurchaseCalibration(of: SmallRegions.set(), decay: 0).fit()
        let set = try SmallRegions.set { _, _, _ in Double.random(in: 0.01...1000, using: &generator) }
        let region = set.regions.labels[Int(seed % 6)]
        let pull = try SupplyPull(of: region, outputs: set.output, positions: nil, decay: 0)
        let shares = try fit.shares(pull)
        #expect(shares.values.allSatisfy { $0 >= 0 && $0 <= 1 })
        // Regional coefficients a_ij q_i and multipliers never pass those they are made from.
        let national = try RegionalMultipliers(of: set.nationalCoefficients)
        let regional = try RegionalMultipliers(
            of: set.nationalCoefficients.map { seller, _, value in value * shares[seller] }
        )
        let ones = LabelledVector(set.industries) { _ in 1 }
        let (all, own) = (try national.effects(of: ones), try regional.effects(of: ones))
        for industry in set.industries.labels { #expect(own[industry] <= all[industry] + 1e-12) }
        let larger = LabelledMatrix(rows: set.output.rows, columns: set.output.columns) {
            set.output[$0, $1] * ($0 == region && $1.code == "A" ? 2 : 1)
        }
        let more = try fit.shares(SupplyPull(of: region, outputs: larger, positions: nil, decay: 0))
        #expect(more.values[0] > shares.values[0])
    }

    @Test("Another classification's industry gets the weighted mean of those it corresponds to")
    func mapped() throws {
        let fit = try PurchaseCalibration(of: SmallRegions.set(), decay: 0).fit()
        let axis = try Axis(["goods", "services"].map { Industry(code: $0, name: Name($0)) })
        let mapped = try fit.mapped(to: axis, ["goods": ["A", "B"], "services": ["C"]])
        let outputs = LabelledMatrix(rows: try SmallRegions.set().regions, columns: axis) { region, _ in
            region.code == "r0" ? 1 : 3
        }
        let pull = try SupplyPull(
            of: outputs.rows.labels[0],
            outputs: outputs,
            positions: nil,
            decay: 0
        )
        let shares = try mapped.shares(pull)
        let (model, weights) = (fit.model, fit.weights.values)
        let effect =
            (weights[0] * model.effects.values[0] + weights[1] * model.effects.values[1])
            / (weights[0] + weights[1])
        let predictor =
            model.intercept + effect + model.supply * pull.pull.values[0] + model.size * pull.size
        #expect(abs(shares.values[0] - PurchaseModel.logistic(predictor)) < 1e-15)
        #expect(
            throws: RegionalisationError.noPurchaseParameters(industry: "services", known: ["goods"])
        ) { try fit.mapped(to: axis, ["goods": ["A"]]) }
        #expect(
            throws: RegionalisationError.accounts(.unknownLabel(code: "D", known: ["A", "B", "C"]))
        ) { try fit.mapped(to: axis, ["goods": ["A"], "services": ["D"]]) }
    }
}
