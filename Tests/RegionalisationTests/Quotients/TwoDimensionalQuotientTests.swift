import Accounts
import Glibc
import LinearAlgebra
import TestSupport
import Testing

@testable import Regionalisation

@Suite("Two-dimensional location quotient")
struct TwoDimensionalQuotientTests {
    /// Value added of six sectors in region and nation (UtilMio, `man/FLQ.Rd`).
    private func sixSectors(_ alpha: Double, _ beta: Double) throws -> LocationQuotients {
        let axis = try industries(["s1", "s2", "s3", "s4", "s5", "s6"])
        return try LocationQuotients(
            .twoDimensional(alpha: alpha, beta: beta),
            region: LabelledVector(axis, [170, 2_227, 403, 821, 4_896, 2_484]),
            nation: LabelledVector(axis, [24_019, 129_248, 36_320, 63_521, 484_087, 216_831]),
            measure: .valueAdded
        )
    }

    @Test("Six sectors, α = 0.7 and β = 0.2, as Python's math computes the formula")
    func computed() throws {
        let found = try sixSectors(0.7, 0.2)
        let computed = [
            [
                0.263994106413186, 0.3154094555509153, 0.28883330711077265, 0.2977834778353469,
                0.283530007568683, 0.29068423269918686,
            ],
            [
                0.42915476802493085, 0.5127367181370602, 0.4695339323863254, 0.4840835315924399,
                0.4609127691502414, 0.4725428387301817,
            ],
            [
                0.36164284442482664, 0.43207620887335685, 0.3956698131157675, 0.40793056106540876,
                0.38840487694997133, 0.3982053772755414,
            ],
            [
                0.3870198530660332, 0.46239562996871375, 0.42343454404103426, 0.43655564665125385,
                0.41565981665249063, 0.426148032455594,
            ],
            [
                0.33893079043610486, 0.40494076755477776, 0.37082078237803706, 0.38231152540799784,
                0.36401210194898753, 0.37319710691513786,
            ],
            [
                0.3698193110277836, 0.4418451196820418, 0.40461560331350993, 0.4171535573455692,
                0.3971864125278644, 0.4072084946290444,
            ],
        ]
        #expect(deviation(of: found.matrix.values.printed, from: computed) <= 1e-14)
        let final = [
            0.29106489071369435, 0.47316164497601926, 0.3987268368224607, 0.426706083583495,
            0.37368581752877905,
            0.40774174397530827,
        ]
        #expect(deviation(of: found.cappedDiagonal.values, from: final) <= 1e-14)
        #expect(found.lambda == nil)
    }

    @Test("α = 1 and β = 0 is SLQ where SLQ is at most one; α = 0 and β = 0 buys all at home")
    func limits() throws {
        let rows = try sixSectors(1, 0)
        for (position, simple) in rows.simple.values.enumerated() {
            let expected = simple <= 1 ? simple : tanh(simple - 1) / 2 + 1
            #expect(rows.matrix.values.printed[position].allSatisfy { abs($0 - expected) <= 1e-15 })
        }
        #expect(try sixSectors(0, 0).matrix.values.printed.joined().allSatisfy { $0 == 1 })
    }

    @Test("The factor of a row is continuous where SLQ is one, and its cap is 1.5 to the α")
    func continuous() throws {
        let axis = try industries(["a", "b"])
        func factor(_ size: Double) throws -> Double {
            // s = x / 100 in both, so that SLQ_a is size / 50 over (size + 50) / 100.
            let quotients = try LocationQuotients(
                .twoDimensional(alpha: 0.8, beta: 0),
                region: LabelledVector(axis, [size, 50]),
                nation: LabelledVector(axis, [500, 500]),
                measure: .output
            )
            return quotients.matrix.values[0, 0]
        }
        #expect(abs(try factor(50 - 1e-9) - factor(50 + 1e-9)) <= 1e-10)
        #expect(try factor(50) == 1)
        #expect(try factor(1e9) < pow(1.5, 0.8))
    }

    @Test("A buyer that the region lacks is as large as the region, and a seller it lacks sells nothing")
    func missing() throws {
        let axis = try industries(["a", "b", "none"])
        let quotients = try LocationQuotients(
            .twoDimensional(alpha: 0.5, beta: 0.5),
            region: LabelledVector(axis, [0, 5, 0]),
            nation: LabelledVector(axis, [10, 10, 0]),
            measure: .output
        )
        // SLQ_b = 2: (½ tanh 1 + 1)^½ · (5/20)^½ for the buyer a.
        let expected = (tanh(1) / 2 + 1).squareRoot() * 0.5
        #expect(abs(quotients.matrix.values[1, 0] - expected) <= 1e-15)
        #expect(quotients.matrix.values.printed[0] == [0, 0, 0])
    }

    @Test("Parameters outside 0 to 1 are refused by name", arguments: [-0.01, 1.01, .nan, .infinity])
    func outside(value: Double) throws {
        func name(_ alpha: Double, _ beta: Double) -> String? {
            do {
                _ = try sixSectors(alpha, beta)
                return nil
            } catch RegionalisationError.parameterOutside(let name, _) {
                return name
            } catch {
                return "\(error)"
            }
        }
        #expect(name(value, 0.5) == "alpha")
        #expect(name(0.5, value) == "beta")
        #expect(name(0, 1) == nil)
    }
}
