import Accounts
import Synchronization
import TestSupport
import Testing

@testable import StatisticsNorway

@Suite("Statistics bank: selections, plans and pace")
struct BankPartsTests {
    @Test("A selection is read as it is written")
    func parsing() throws {
        #expect(try CubeSelection(parsing: "Region=50,11") == CubeSelection("Region", ["50", "11"]))
        #expect(
            try CubeSelection(parsing: "Tid=range(2015, 2019),2021,[a,b]")
                == CubeSelection("Tid", ["range(2015, 2019)", "2021", "[a,b]"])
        )
        for text in ["", "=50", "Region", "Region=", "Region=50,", "Tid=top(3"] {
            #expect(throws: StatisticsNorwayError.self) { try CubeSelection(parsing: text) }
        }
    }

    @Test(
        "Expressions give the codes that the bank's guide says",
        arguments: [
            ("2017", ["2017"]), ("*", ["2015", "2016", "2017", "2018", "2019"]),
            ("201?", ["2015", "2016", "2017", "2018", "2019"]),
            ("*7", ["2017"]), ("top(2)", ["2018", "2019"]), ("top(2,1)", ["2017", "2018"]),
            ("TOP(9)", ["2015", "2016", "2017", "2018", "2019"]), ("bottom(2)", ["2015", "2016"]),
            ("bottom(1, 1)", ["2016"]), ("from(2018)", ["2018", "2019"]), ("to(2016)", ["2015", "2016"]),
            ("range(2016,2018)", ["2016", "2017", "2018"]), ("range(2018,2016)", []), ("from(1999)", []),
            ("1999", []), ("9*", []), ("[2017]", ["2017"]), ("top(2,9)", []),
        ]
    )
    func time(_ text: String, _ expected: [String]) throws {
        let codes = ["2015", "2016", "2017", "2018", "2019"]
        let positions = try SelectionExpression(text).positions(in: codes, isTime: true)
        #expect(positions.map { codes[$0] } == expected)
    }

    @Test("Of another variable than time, the top is the beginning")
    func otherVariables() throws {
        #expect(try SelectionExpression("top(2)").positions(in: ["a", "b", "c"], isTime: false) == [0, 1])
        #expect(try SelectionExpression("top(1,1)").positions(in: ["a", "b", "c"], isTime: false) == [1])
        #expect(
            try SelectionExpression("bottom(2)").positions(in: ["a", "b", "c"], isTime: false) == [1, 2]
        )
        #expect(try SelectionExpression("a(b)").positions(in: ["a(b)"], isTime: false) == [0])
        for text in [
            "top()", "top(0)", "top(a)", "top(1,-1)", "from()", "from(1,2)", "range(1)", "to(1,2,3)",
        ] {
            #expect(throws: StatisticsNorwayError.self, "\(text)") {
                let expression = try SelectionExpression(text)
                // An empty code is no code.
                if expression.positions(in: ["1"], isTime: true).isEmpty {
                    throw StatisticsNorwayError.selection(text, rule: "")
                }
            }
        }
    }

    @Test("A mask fits as in a shell")
    func masks() {
        func fits(_ text: String, _ mask: String) -> Bool {
            SelectionExpression.matches(Array(text), Array(mask))
        }
        #expect(
            fits("", "*") && fits("abc", "a*c") && fits("abc", "*b*") && fits("ac", "a*c")
                && fits("aXbXc", "a*b*c")
        )
        #expect(
            !fits("abd", "a*c") && !fits("", "?") && fits("ab", "??") && !fits("abc", "??")
                && fits("aab", "*ab")
        )
    }

    @Test("Parts are within the limit, do not overlap and leave nothing out", arguments: 0..<40)
    func plans(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let sizes = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
            Int.random(in: 1...12, using: &generator)
        }
        let limit = Int.random(in: 1...200, using: &generator)
        let plan = RequestPlan(sizes: sizes, limit: limit)
        var met: Set<[Int]> = []
        for part in plan.parts {
            #expect(part.reduce(1) { $0 * $1.count } <= limit)
            var cells: [[Int]] = [[]]
            for range in part { cells = cells.flatMap { cell in range.map { cell + [$0] } } }
            for cell in cells { #expect(met.insert(cell).inserted) }
        }
        #expect(met.count == sizes.reduce(1, *))
    }

    @Test("As few parts as a cut along one variable makes; any size is planned for")
    func planSizes() {
        #expect(RequestPlan(sizes: [994, 2, 106, 1, 41], limit: 800_000).parts.count == 11)
        #expect(RequestPlan(sizes: [3, 900_000], limit: 800_000).parts.count == 4)
        #expect(RequestPlan(sizes: [800_000], limit: 800_000).parts.count == 1)
        #expect(RequestPlan(sizes: [800_001], limit: 800_000).parts.count == 2)
        #expect(RequestPlan(sizes: [], limit: 10).parts == [[]])
    }

    /// A clock that only waiting moves.
    private final class Clock: Sendable {
        private let state = Mutex<(time: Double, waits: [Double])>((0, []))
        var time: Double { state.withLock { $0.time } }
        func wait(_ seconds: Double) { state.withLock { $0.time += seconds } }
    }

    @Test("No window of a minute has more requests than are allowed", arguments: [40, 30, 7, 2])
    func pace(_ requests: Int) {
        let clock = Clock()
        let pace = RequestPace(requests: requests, seconds: 60, now: { clock.time }, wait: { clock.wait($0) })
        var times: [Double] = []
        for _ in 0..<150 {
            pace.take()
            times.append(clock.time)
        }
        for (position, time) in times.enumerated() {
            let inWindow = times[position...].prefix { $0 < time + 60 - 1e-9 }.count
            #expect(inWindow <= requests)
        }
        // The rate is not much below what is allowed either.
        #expect(times.last ?? 0 < Double(150) * 60 / Double(requests) * 2)
    }

    @Test("The pace follows what the server states")
    func stated() {
        #expect(
            RequestPace.policy("40;w=60s")?.requests == 40 && RequestPace.policy("40; w=60s")?.seconds == 60
        )
        for text in ["", "40", "0;w=60s", "40;w=0s", "40;w=x", "40;v=60s", "x;w=60s"] {
            #expect(RequestPace.policy(text) == nil, "\(text)")
        }
        let clock = Clock()
        let pace = RequestPace(requests: 40, seconds: 60, now: { clock.time }, wait: { clock.wait($0) })
        pace.follow(["x-ratelimit-policy": "4;w=100s", "x-ratelimit-remaining": "0"])
        pace.take()
        #expect(abs(clock.time - 100 / 3) < 1e-9)
    }

    @Test("The number of a table is found where there is one")
    func numbers() {
        #expect(BankTable.number(in: "11713") == "11713")
        #expect(BankTable.number(in: "Table 09391, by county") == "09391")
        #expect(BankTable.number(in: "ESA 1850, ESA 1950") == nil)
        #expect(BankTable.number(in: "09170 and 09174") == nil)
        #expect(BankTable.number(in: "111713") == nil)
    }
}
