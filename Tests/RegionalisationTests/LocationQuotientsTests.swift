import Accounts
import Regionalisation
import TestSupport
import Testing

@Suite("Location quotients")
struct LocationQuotientsTests {
    /// Value added of six sectors in region and nation (UtilMio, `man/FLQ.Rd`); δ = 0.1.
    private func sixSectors(_ method: QuotientMethod) throws -> LocationQuotients {
        let axis = try industries(["s1", "s2", "s3", "s4", "s5", "s6"])
        return try LocationQuotients(
            method,
            region: LabelledVector(axis, [170, 2_227, 403, 821, 4_896, 2_484]),
            nation: LabelledVector(axis, [24_019, 129_248, 36_320, 63_521, 484_087, 216_831]),
            measure: .valueAdded
        )
    }

    /// Quotients with the definitions of Flegg & Webber (1997, 2000) and Flegg & Tohmo (2013), computed with
    /// numpy 2.4 beside the case.
    private static let computed: [(QuotientMethod, [[Double]])] = [
        (
            .cilq,
            [
                [
                    0.6137931611037605, 0.41076895549293196, 0.637873842017336, 0.5476059629812959,
                    0.6998033385606764, 0.6178225853003249,
                ],
                [
                    2.4344585602872, 1.49425401529479, 1.5528774350823884, 1.3331240242441313,
                    1.7036422280766004, 1.5040634815231446,
                ],
                [
                    1.5677081173879244, 0.6439658258972284, 0.9622485210595593, 0.8584863132958088,
                    1.0970873744367424, 0.9685654820809125,
                ],
                [
                    1.8261305895132411, 0.7501177548480461, 1.1648409351581936, 1.120866467125606,
                    1.2779322831891424, 1.1282247219090769,
                ],
                [
                    1.4289728912364927, 0.5869777019609291, 0.9115044282716422, 0.7825140761797262,
                    0.8770937880436269, 0.8828517259878098,
                ],
                [
                    1.6185876395468741, 0.6648655540704397, 1.0324547162795354, 0.8863482430236886,
                    1.1326930339079473, 0.9934780238009498,
                ],
            ]
        ),
        (
            .rlq,
            [
                [
                    0.8889682247468094, 0.4654855547019366, 0.631144736001475, 0.5658885508275909,
                    0.6756110778122031, 0.616699232228306,
                ],
                [
                    2.1641563045581855, 1.1332052933341652, 1.5364957053389958, 1.3776322267307468,
                    1.6447471718047793, 1.5013287250207434,
                ],
                [
                    1.3936427020355058, 0.7297454826330467, 0.989450725876171, 0.8871480746693032,
                    1.0591609708833953, 0.9668043923512161,
                ],
                [
                    1.6233720683154305, 0.8500374104177455, 1.1525527088225527, 1.0333863929215823,
                    1.2337540558068747, 1.1261733325014398,
                ],
                [
                    1.2703114943338203, 0.6651662389312489, 0.9018887181927207, 0.8086393985937315,
                    0.9654299152127068, 0.8812464849006078,
                ],
                [
                    1.4388729805251133, 0.7534291652281749, 1.0215630684570625, 0.9159402137306316,
                    1.0935357396877732, 0.9981817546027835,
                ],
            ]
        ),
        (
            .flq(delta: 0.1),
            [
                [
                    0.40726537993323786, 0.27255431523996376, 0.4232434459704717, 0.3633487055578041,
                    0.46433504088730393, 0.40993899228397657,
                ],
                [
                    1.6153172653539611, 0.9914706904870897, 1.0303686301282677, 0.8845573666144694,
                    1.1304044151294041, 0.9979794889612351,
                ],
                [
                    1.040209116869716, 0.42728561243079843, 0.6384732420524141, 0.5696247151453643,
                    0.7279418127866802, 0.6426646858374157,
                ],
                [
                    1.211678160454599, 0.49771977236353276, 0.772897803497673, 0.7437197683458178,
                    0.8479364219471873, 0.7486021336440021,
                ],
                [
                    0.9481552163552806, 0.3894727278674335, 0.6048034106853212, 0.5192154503079723,
                    0.5819711874637276, 0.5857917070346083,
                ],
                [
                    1.0739688086291088, 0.44115304575256753, 0.6850566101670307, 0.5881117236612182,
                    0.7515669577886825, 0.6591947099753003,
                ],
            ]
        ),
        (
            .aflq(delta: 0.1),
            [
                [
                    0.40726537993323786, 0.3593924087090735, 0.4232434459704717, 0.3941075504021494,
                    0.46433504088730393, 0.40993899228397657,
                ],
                [
                    1.6153172653539611, 1.3073615778377388, 1.0303686301282677, 0.9594384997503317,
                    1.1304044151294041, 0.9979794889612351,
                ],
                [
                    1.040209116869716, 0.563422396460813, 0.6384732420524141, 0.6178456058893201,
                    0.7279418127866802, 0.6426646858374157,
                ],
                [
                    1.211678160454599, 0.656297471182484, 0.772897803497673, 0.8066784650806881,
                    0.8479364219471873, 0.7486021336440021,
                ],
                [
                    0.9481552163552806, 0.513562009361452, 0.6048034106853212, 0.5631690057562911,
                    0.5819711874637276, 0.5857917070346083,
                ],
                [
                    1.0739688086291088, 0.5817081104834847, 0.6850566101670307, 0.6378976097330157,
                    0.7515669577886825, 0.6591947099753003,
                ],
            ]
        ),
    ]

    @Test("six sectors: the simple quotients agree with another program's, in every method")
    func simple() throws {
        let computed = [
            0.6137931611037605, 1.49425401529479, 0.9622485210595593, 1.120866467125606, 0.8770937880436269,
            0.9934780238009498,
        ]
        for method in [QuotientMethod.slq, .cilq, .rlq, .flq(delta: 0.1), .aflq(delta: 0.1)] {
            #expect(deviation(of: try sixSectors(method).simple.values, from: computed) <= 1e-12)
        }
        let rows = try sixSectors(.slq).matrix.values.printed
        #expect(deviation(of: rows, from: computed.map { [Double](repeating: $0, count: 6) }) <= 1e-12)
    }

    @Test(
        "six sectors: cross-industry, Round's, Flegg's and the augmented quotients agree",
        arguments: computed
    )
    func family(method: QuotientMethod, computed: [[Double]]) throws {
        #expect(deviation(of: try sixSectors(method).matrix.values.printed, from: computed) <= 1e-12)
    }

    @Test("six sectors: λ, and the cap at one")
    func cap() throws {
        let quotients = try sixSectors(.flq(delta: 0.1))
        #expect(abs(try #require(quotients.lambda) - 0.6635221858791458) <= 1e-12)
        let capped = quotients.capped.values.printed
        #expect(
            zip(capped.joined(), quotients.matrix.values.printed.joined()).allSatisfy { $0 == min($1, 1) }
        )
        #expect(capped.joined().filter { $0 == 1 }.count == 6)
        let diagonal = try sixSectors(.cilq).cappedDiagonal
        #expect(
            deviation(
                of: diagonal.values,
                from: zip(try sixSectors(.slq).simple.values, [1.0, 1, 1, 1, 1, 1]).map(min)
            ) <= 1e-12
        )
        #expect(try sixSectors(.cilq).lambda == nil)
    }

    /// Toroj (2024), CEJEME 16:285–322, Tables 4–7: three sectors in two regions that make up the nation.
    private func toroj(_ method: QuotientMethod, _ region: [Double]) throws -> LocationQuotients {
        let axis = try industries(["s1", "s2", "s3"])
        return try LocationQuotients(
            method,
            region: LabelledVector(axis, region),
            nation: LabelledVector(axis, [100, 50, 80]),
            measure: .output
        )
    }

    private static let first = [70.0, 20, 10]
    private static let second = [30.0, 30, 70]

    /// Capped quotients: printed with three decimals for SLQ, CILQ and RLQ; with more in the code that came with
    /// the paper (quadrium, MIT), whose FLQ is a second implementation.
    private static let shares: [(QuotientMethod, [Double], [[Double]])] = [
        (
            .slq, first,
            [
                [1, 1, 1],
                [0.92, 0.92, 0.92],
                [0.2875, 0.2875, 0.2875],
            ]
        ),
        (
            .slq, second,
            [
                [0.530769230769231, 0.530769230769231, 0.530769230769231],
                [1, 1, 1],
                [1, 1, 1],
            ]
        ),
        (
            .cilq, first,
            [
                [1, 1, 1],
                [0.571428571428572, 0.92, 1],
                [0.178571428571429, 0.3125, 0.2875],
            ]
        ),
        (
            .cilq, second,
            [
                [0.530769230769231, 0.5, 0.342857142857143],
                [1, 1, 0.685714285714286],
                [1, 1, 1],
            ]
        ),
        (
            .rlq, first,
            [
                [1, 1, 1],
                [0.664715962881646, 0.92, 1],
                [0.207723738400514, 0.305491522749298, 0.2875],
            ]
        ),
        (
            .rlq, second,
            [
                [0.530769230769231, 0.508535364175939, 0.393334635474537],
                [1, 1, 0.786669270949073],
                [1, 1, 1],
            ]
        ),
        (
            .flq(delta: 0.2), first,
            [
                [1, 1, 1],
                [0.501535305410419, 0.807471841710774, 1],
                [0.156729782940756, 0.274277120146323, 0.252334950534617],
            ]
        ),
        (
            .flq(delta: 0.2), second,
            [
                [0.486408372870529, 0.458210786037455, 0.314201681854255],
                [1, 0.972816745741059, 0.62840336370851],
                [1, 1, 1],
            ]
        ),
        (
            .flq(delta: 0.3), first,
            [
                [1, 1, 1],
                [0.469863046255458, 0.756479504471288, 1],
                [0.146832201954831, 0.256956353420954, 0.236399845147277],
            ]
        ),
        (
            .flq(delta: 0.3), second,
            [
                [0.465638298906077, 0.438644774331812, 0.300784988113242],
                [1, 0.931276597812154, 0.601569976226485],
                [1, 1, 1],
            ]
        ),
        (
            .aflq(delta: 0.3), first,
            [
                [1, 1, 1],
                [0.650313858390052, 0.756479504471288, 1],
                [0.203223080746891, 0.256956353420954, 0.236399845147277],
            ]
        ),
        (
            .aflq(delta: 0.3), second,
            [
                [0.465638298906077, 0.457822928067771, 0.405881919285323],
                [1, 0.97199329343619, 0.811763838570646],
                [1, 1, 1],
            ]
        ),
    ]

    @Test("Toroj's two regions: simple quotients")
    func torojSimple() throws {
        #expect(
            deviation(of: try toroj(.slq, Self.first).simple.values, from: [1.61, 0.92, 0.2875]) <= 1e-12
        )
        #expect(
            deviation(
                of: try toroj(.slq, Self.second).simple.values,
                from: [0.530769230769231, 1.06153846153846, 1.54807692307692]
            ) <= 1e-12
        )
    }

    @Test("Toroj's two regions: capped quotients of every method", arguments: shares)
    func torojShares(method: QuotientMethod, region: [Double], shares: [[Double]]) throws {
        let quotients = try toroj(method, region)
        var found = quotients.capped.values.printed
        if method == .rlq {
            // The paper puts SLQ_i on the diagonal of Round's quotients too; the definition here has no such
            // exception, so the diagonal is compared through SLQ_i alone.
            for index in found.indices { found[index][index] = min(quotients.simple.values[index], 1) }
        }
        #expect(deviation(of: found, from: shares) <= 1e-12)
    }

    @Test("the mean of SLQ weighted by the nation is one; CILQ_ij · CILQ_ji = 1; δ = 0 gives CILQ")
    func identities() throws {
        var generator = SeededGenerator(seed: 11)
        for size in [1, 2, 5, 13, 40] {
            let axis = try industries(size)
            let nation = LabelledVector(axis) { _ in Double.random(in: 10...1_000, using: &generator) }
            let region = LabelledVector(axis) { nation[$0] * Double.random(in: 0.001...1, using: &generator) }
            func quotients(_ method: QuotientMethod) throws -> LocationQuotients {
                try LocationQuotients(method, region: region, nation: nation, measure: .employment)
            }
            let weighted = try quotients(.slq).simple.dot(nation) / nation.sum
            #expect(abs(weighted - 1) <= 1e-12)
            let cross = try quotients(.cilq).matrix
            for one in axis.labels {
                for other in axis.labels where one != other {
                    #expect(abs(cross[one, other] * cross[other, one] - 1) <= 1e-12)
                }
            }
            #expect(try quotients(.flq(delta: 0)).matrix == cross)
            #expect(try quotients(.flq(delta: 0)).lambda == 1)
        }
    }

    @Test("a nation of one region gives every purchase to itself, whatever the method")
    func wholeNation() throws {
        let axis = try industries(["a", "b"])
        let nation = LabelledVector(axis, [30, 70])
        for method in [QuotientMethod.slq, .cilq, .rlq, .flq(delta: 0.3), .aflq(delta: 0.3)] {
            let quotients = try LocationQuotients(method, region: nation, nation: nation, measure: .output)
            #expect(deviation(of: quotients.matrix.values.printed, from: [[1, 1], [1, 1]]) <= 1e-12)
        }
    }

    @Test("an industry the region lacks sells nothing and would buy by the sellers' own quotients")
    func missing() throws {
        let axis = try industries(["a", "b", "none"])
        for method in [QuotientMethod.slq, .cilq, .rlq, .flq(delta: 0.3), .aflq(delta: 0.3)] {
            let quotients = try LocationQuotients(
                method,
                region: LabelledVector(axis, [0, 5, 0]),
                nation: LabelledVector(axis, [10, 10, 0]),
                measure: .output
            )
            #expect(quotients.simple.values == [0, 2, 0])
            let zeros = [0.0, 0, 0]
            let printed = quotients.matrix.values.printed
            #expect(printed[0] == zeros)
            #expect(printed[2] == zeros)
            // Like households, who have no quotient of their own either: min(q_11, 1) of the second industry's.
            let own = method.delta == nil ? 2 : 2 * (quotients.lambda ?? 0)
            #expect(printed.map { $0[0] } == [0, own, 0])
            #expect(printed[1][1] > 0)
        }
    }

    @Test("δ outside 0 ≤ δ < 1 is refused with its value", arguments: [-0.01, 1, 1.5])
    func deltaOutside(delta: Double) throws {
        #expect(throws: RegionalisationError.deltaOutside(delta)) { try sixSectors(.flq(delta: delta)) }
        #expect(throws: RegionalisationError.deltaOutside(delta)) { try sixSectors(.aflq(delta: delta)) }
    }

    @Test("sizes that cannot be are refused by industry and measure")
    func sizes() throws {
        let axis = try industries(["a", "b"])
        func quotients(_ region: [Double], _ nation: [Double]) throws -> LocationQuotients {
            try LocationQuotients(
                .slq,
                region: LabelledVector(axis, region),
                nation: LabelledVector(axis, nation),
                measure: .compensation,
                regionCode: "50"
            )
        }
        #expect(
            throws: RegionalisationError.negativeSize(
                region: "50",
                industry: "b",
                measure: "compensation",
                value: -1
            )
        ) { try quotients([1, -1], [2, 2]) }
        #expect(
            throws: RegionalisationError.negativeSize(
                region: "nation",
                industry: "a",
                measure: "compensation",
                value: -2
            )
        ) { try quotients([1, 1], [-2, 2]) }
        #expect(throws: RegionalisationError.noNationalSize(industry: "b", measure: "compensation")) {
            try quotients([1, 1], [2, 0])
        }
        #expect(throws: RegionalisationError.emptyRegion(region: "50", measure: "compensation")) {
            try quotients([0, 0], [2, 2])
        }
        #expect(throws: RegionalisationError.accounts(.differ(.label(position: 0, "a", "b")))) {
            try LocationQuotients(
                .slq,
                region: LabelledVector(axis, [1, 1]),
                nation: LabelledVector(try industries(["b", "a"]), [2, 2]),
                measure: .output
            )
        }
    }
}
