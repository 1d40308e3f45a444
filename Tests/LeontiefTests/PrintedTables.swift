import Accounts
import Leontief
import TestSupport

/// Miller & Blair (2009), Input-Output Analysis, 2nd ed., Tables 2.3 and 2.4: two sectors.
struct TwoSectors {
    let axis: Axis<Industry>
    let flows: LabelledMatrix<Industry, Industry>
    let output: LabelledVector<Industry>
    let finalDemand: LabelledVector<Industry>
    /// Output less purchases: 650 and 1 400.
    let valueAdded: LabelledVector<Industry>

    init() throws {
        axis = try industries(["sec1", "sec2"])
        flows = LabelledMatrix(axis, [[150, 500], [200, 100]])
        output = LabelledVector(axis, [1_000, 2_000])
        finalDemand = LabelledVector(axis, [350, 1_700])
        valueAdded = LabelledVector(axis, [650, 1_400])
    }

    var coefficients: TechnicalCoefficients<Industry> {
        get throws { try TechnicalCoefficients(flows: flows, output: output) }
    }

    var system: LeontiefSystem<Industry> {
        get throws { try LeontiefSystem(coefficients) }
    }
}

/// Miller & Blair (2009), Table 3.3, as adapted in CLIMADA petals' supply chain test: region L with three
/// sectors, region M with two.
struct TwoRegions {
    let axis: Axis<Industry>
    let inL: Axis<Industry>
    let flows: LabelledMatrix<Industry, Industry>
    let output: LabelledVector<Industry>
    let valueAdded: LabelledVector<Industry>
    let finalDemand: LabelledVector<Industry>

    init() throws {
        axis = try industries(["L.natres", "L.manuf", "L.serv", "M.natres", "M.manuf"])
        inL = try industries(["L.natres", "L.manuf", "L.serv"])
        flows = LabelledMatrix(
            axis,
            [
                [150, 500, 50, 25, 75],
                [200, 100, 400, 200, 100],
                [300, 500, 50, 60, 40],
                [75, 100, 60, 200, 250],
                [50, 25, 25, 150, 100],
            ]
        )
        output = LabelledVector(axis, [1_000, 2_000, 1_000, 1_200, 800])
        valueAdded = LabelledVector(axis, [225, 775, 415, 565, 235])
        finalDemand = LabelledVector(axis, [200, 1_000, 50, 515, 450])
    }

    var coefficients: TechnicalCoefficients<Industry> {
        get throws { try TechnicalCoefficients(flows: flows, output: output) }
    }

    var system: LeontiefSystem<Industry> {
        get throws { try LeontiefSystem(coefficients) }
    }
}

extension LeontiefSystem {
    /// L, row by row, through the outputs that unit demands set moving.
    func inverse() throws -> [[Double]] {
        let columns = try sectors.labels.map { sector in
            try output(meeting: LabelledVector(sectors) { $0 == sector ? 1 : 0 }).values.values
        }
        return sectors.labels.indices.map { row in columns.map { $0[row] } }
    }

    /// A vector of ones over the sectors.
    var ones: LabelledVector<Sector> { LabelledVector(sectors) { _ in 1 } }
}

/// Rounding in sums and products of a few numbers near one; published figures carry no such digits.
let rounding = 1e-12
