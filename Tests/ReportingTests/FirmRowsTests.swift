import Accounts
import Disclosure
import FileFormats
import Reporting
import Testing

/// What is published of a cluster, and what marks what is not.
@Suite("Rows and marks of firms' figures")
struct FirmRowsTests {
    @Test(
        "A figure's keys are its columns, whatever signs they hold; what is printed is a multiple of its base"
    )
    func keys() throws {
        let firms = ["mill:1", "mill:2", "mill:3", "mill:4"]
        let names = firms.map { ContributionName(unit: $0, cell: "wood") }
        let control = try DisclosureControl(
            of: names.map { Contribution($0, amount: 10) },
            in: [
                PublicationItem("sum:region:A:1", keys: ["region", "A:1"], sumOf: names, base: 0.1),
                PublicationItem(
                    "multiplier:mill:1:value_added:region",
                    keys: ["mill:1", "value_added", "region"],
                    .derived,
                    terms: [],
                    constant: 0.3,
                    base: 0.1
                ),
            ],
            rules: DisclosureRules(foresight: .none)
        )
        let rows = ClusterRows(control)
        let sums = try CSVTable(text: rows.purchases, file: "sums")
        #expect(sums.rows.map { Array($0.fields.prefix(2)) } == [["region", "A:1"]])
        let multipliers = try CSVTable(text: rows.multipliers, file: "multipliers")
        #expect(multipliers.rows.map(\.fields) == [["mill:1", "value_added", "region", "0.3", "0.1", ""]])
        // 0.3 is no multiple of 0.1 in binary fractions: 3 · 0.1 is 0.30000000000000004.
        #expect(control["multiplier:mill:1:value_added:region"]?.printed == 0.3)
        #expect(DisclosureControl.Publication.secondary.printed == nil)
    }

    @Test("A mark in each kind of file")
    func marks() {
        let mark = ConfidentialMark(.english)
        #expect(mark.marking("a,b\n1,2\n", in: "x.csv") == "a,b,confidential\n1,2,yes\n")
        let object = JSONValue.object([.init("a", .integer(1))]).prettyText
        #expect(mark.marking(object, in: "x.json").hasPrefix("{\n  \"confidential\": true,\n  \"a\": 1"))
        #expect(mark.marking("# Page\n", in: "x.md") == "**" + mark.line + "**\n\n# Page\n")
    }

    @Test("An array has no room for a mark, and is not spoiled by one")
    func array() async {
        await #expect(processExitsWith: .failure) {
            _ = ConfidentialMark(.english).marking("[\n  1\n]\n", in: "x.json")
        }
    }
}
