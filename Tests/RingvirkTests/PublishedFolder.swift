import FileFormats
import Testing

/// A run's folder as anybody reads it.
struct PublishedFolder {
    let path: String
    /// The firms whose books are in the run.
    let firms: Set<String>
    /// Figures with what they are rounded to, by `place:item` or `firm:measure:scope`.
    let sums: [String: Figure]
    let multipliers: [String: Figure]
    /// What an industry's final demand sets moving, by `region:industry:measure:scope`; Type I.
    let effects: [String: Double]

    /// The rules in force.
    let (largestShare, margin, width): (Double, Double, Double)
    let hasForesight: Bool

    /// A figure; `nil` where it is withheld.
    typealias Figure = (value: Double, base: Double)?

    init(_ path: String) throws {
        self.path = path
        let manifest = try JSONValue(
            parsing: InputFile.text(at: path + "/manifest.json"),
            file: "manifest.json"
        )
        firms = Set((manifest["disclosure"]?["firms"]?.elements ?? []).compactMap(\.text))
        let rules = try #require(manifest["disclosure"]?["rules"])
        func rule(_ name: String) throws -> Double { try #require(rules[name]?.number) }
        (largestShare, margin, width) = (try rule("largest_share"), try rule("margin"), try rule("width"))
        hasForesight = rules["foresight"]?.text == "one_unit_left_out"
        func figures(_ name: String, keys: Int) throws -> [String: Figure] {
            var figures: [String: Figure] = [:]
            for row in try CSVTable(contentsOf: path + "/" + name).rows {
                let isWithheld = row.fields[keys] == ":"
                figures[row.fields[..<keys].joined(separator: ":")] =
                    isWithheld
                    ? .some(nil)
                    : (try #require(Double(row.fields[keys])), try #require(Double(row.fields[keys + 1])))
            }
            return figures
        }
        sums = try figures("cluster_purchases.csv", keys: 2)
        multipliers = try figures("cluster_multipliers.csv", keys: 3)
        var effects: [String: Double] = [:]
        for row in try CSVTable(contentsOf: path + "/multipliers.csv").rows where row.fields[3] == "type_1" {
            let key = [row.fields[0], row.fields[1], row.fields[2], row.fields[4]].joined(separator: ":")
            effects[key] = Double(row.fields[6])
        }
        self.effects = effects
    }

    func effect(_ region: String, _ industry: String, _ measure: String, _ scope: String) -> Double {
        effects["\(region):\(industry):\(measure):\(scope)"] ?? 0
    }

    /// The withheld multipliers and sums there are.
    var withheld: Int { (Array(sums.values) + Array(multipliers.values)).filter { $0 == nil }.count }
}
