import Accounts
import Datasets
import FileFormats
import Testing

@Suite("Regional accounts")
struct RegionalAccountsTests {
    private func found(in copy: DatasetCopy) -> [Fault] {
        faults { () throws(DatasetError) in _ = try Dataset(at: copy.path).regionalAccounts() }
    }

    @Test("Numbers, symbols, totals and regions of each year")
    func sound() throws {
        let (series, lines) = try Dataset(at: fixture("regional")).regionalAccounts()
        #expect(series.years == [2020, 2021])
        let (before, after) = (try series.accounts(of: 2020), try series.accounts(of: 2021))
        #expect(before.regions.codes == ["1", "2"] && after.regions.codes == ["1", "3"])
        #expect(before.nation.code == "0" && before.nation.name.norwegian == "Landet X")
        #expect(before.industries.codes == ["A", "B", "C"])
        #expect(
            before.subtotals == [
                .init(code: "T", industries: ["A", "B", "C"]), .init(code: "BC", industries: ["B", "C"]),
            ]
        )
        #expect(before[.valueAdded, "1", "B"] == .suppressed)
        #expect(before[.investment, "1", "B"] == .notAvailable)
        #expect(after[.investment, "0", "B1"] == .notApplicable)
        #expect(after[.valueAdded, "1", "B1"] == .value(-1.5, .published))
        #expect(after[.employment, "3", "T"] == .value(4250, .published))
        #expect(before[.employment, "0", "BC"].number == 6700)
        #expect(before.measures == [.valueAdded, .compensation, .employment])
        #expect(after.measures == [.valueAdded, .compensation, .employment, .investment])
        #expect(lines.map(\.role) == [.total, .industry, .subtotal, .industry, .detail, .industry])
        #expect(try after.vector(.employment, after.region("3")).values == [490, 810, 2950])
    }

    @Test("All faults of the accounts come together")
    func faultyAccounts() throws {
        let copy = try DatasetCopy(of: "regional")
        try copy.edit("accounts.csv", "2020,0,A,52,20", "2020,0,D,52,...")
        try copy.edit("accounts.csv", "2020,2,T,", "2020,3,T,")
        try copy.edit("accounts.csv", "2020,2,C,:,:,2900,..\n", "")
        try copy.edit("accounts.csv", "2021,3,A,29,12,490,6", "2021,3,A,29,12,490,6\n2021,3,A,29,,490,6")
        try copy.edit("accounts.csv", "2021,3,B1,", "2021.5,3,B1,")
        let codes = ["T", "A", "BC", "B", "B1", "C"]
        func fault(_ line: Int?, _ column: String?, _ value: String, _ problem: Fault.Problem) -> Fault {
            Fault(at: copy.place("accounts.csv", line: line, column), value: value, problem)
        }
        let second = try copy.line("2021,3,A,29,,490,6", in: "accounts.csv")
        #expect(
            found(in: copy) == [
                fault(3, "compensation", "...", .notANumber),
                fault(3, "industry", "D", .notOneOf(codes)),
                fault(14, "region", "3", .notOneOf(["0", "1", "2"])),
                fault(second, "industry", "2021, 3, A", .duplicate(firstLine: second - 1)),
                fault(second, "compensation", "", .missing),
                fault(second + 3, "year", "2021.5", .notAnInteger),
                fault(nil, nil, "2020, 0, A", .missing),
                fault(nil, nil, "2020, 2, T", .missing),
                fault(nil, nil, "2020, 2, C", .missing),
                fault(nil, nil, "2021, 3, B1", .missing),
            ]
        )
    }

    @Test("All faults of lines and regions come together")
    func faultyLabels() throws {
        let copy = try DatasetCopy(of: "regional")
        try copy.edit("industries.csv", "total,A B C", "total,A B B B1")
        try copy.edit("industries.csv", "subtotal,B C", "subtotal,")
        try copy.edit("industries.csv", "herav mat,detail,", "herav mat,detail,B")
        try copy.edit("industries.csv", "Tjenester,industry,", "Tjenester,branch,")
        try copy.edit("regions.csv", "1,North,Nord,,", "0,North,Nord,x,")
        try copy.edit("regions.csv", "Nye Sør,2021,", "Nye Sør,2021,2020")
        func fault(_ file: String, _ line: Int, _ column: String, _ value: String, _ problem: Fault.Problem)
            -> Fault
        {
            Fault(at: copy.place(file, line: line, column), value: value, problem)
        }
        let industries = "industries.csv"
        #expect(
            found(in: copy) == [
                fault(industries, 2, "covers", "B", .duplicate(firstLine: 2)),
                fault(industries, 2, "covers", "B1", .notOneOf(["A", "B"])),
                fault(industries, 4, "covers", "", .missing),
                fault(industries, 6, "covers", "B", .expected("")),
                fault(
                    industries,
                    7,
                    "role",
                    "branch",
                    .notOneOf(["industry", "total", "subtotal", "detail"])
                ),
                fault("regions.csv", 2, "first_year", "x", .notAnInteger),
                fault("regions.csv", 2, "code", "0", .duplicate(firstLine: nil)),
                fault("regions.csv", 4, "last_year", "2020", .outside(lower: 2021, upper: .infinity)),
            ]
        )
    }

    @Test("A filled cell is not written as if it were published")
    func filledCell() throws {
        let (series, lines) = try Dataset(at: fixture("regional")).regionalAccounts()
        let filled = try RegionalAccountsSeries(
            series.accounts.map {
                $0.filling(
                    .valueAdded,
                    with: [.init(region: "1", industry: "B"): .value(58, .implied)],
                    rules: []
                )
            }
        )
        let copy = DatasetCopy()
        let error = thrown { () throws(DatasetError) in
            try DatasetWriter(to: copy.path, title: Name("X")).write(filled, lines: lines)
        }
        let refused = Inexpressible.notPublished(
            year: 2020,
            region: "1",
            industry: "B",
            measure: "value_added"
        )
        #expect(error == .cannotExpress(path: copy.path, refused))
        #expect(copy.names.isEmpty)
    }

    @Test("Lines must be those of the accounts")
    func otherLines() throws {
        let (series, lines) = try Dataset(at: fixture("regional")).regionalAccounts()
        let copy = DatasetCopy()
        let writer = DatasetWriter(to: copy.path, title: Name("X"))
        #expect(throws: DatasetError.accounts(path: copy.path, .differ(.label(position: 2, nil, "C")))) {
            try writer.write(series, lines: Array(lines.dropLast()))
        }
        #expect(throws: DatasetError.accounts(path: copy.path, .differ(.label(position: 0, "BC", "T")))) {
            try writer.write(series, lines: Array(lines.dropFirst()))
        }
        let narrower = PrintedLine(industry: lines[2].industry, role: .subtotal, covers: ["C"])
        #expect(throws: DatasetError.cannotExpress(path: copy.path, .inconsistent(code: "BC"))) {
            try writer.write(series, lines: lines[..<2] + [narrower] + lines[3...])
        }
        #expect(throws: DatasetError.accounts(path: copy.path, .duplicateLabel(code: "B1"))) {
            try writer.write(series, lines: lines + [lines[4]])
        }
    }

    @Test("Regions that merge and split keep each year's order; one that comes back is refused")
    func regionsOverTime() throws {
        let (series, lines) = try Dataset(at: fixture("regional")).regionalAccounts()
        let copy = DatasetCopy()
        let writer = DatasetWriter(to: copy.path, title: Name("X"))
        func year(_ number: Int, _ codes: [String]) throws -> RegionalAccounts {
            let first = series.accounts[0]
            return RegionalAccounts(
                year: Year(number),
                nation: first.nation,
                regions: try Axis(codes.map { Region(code: $0, name: Name("Region \($0)")) }),
                industries: first.industries,
                subtotals: first.subtotals,
                cells: [:],
                provenance: first.provenance,
                rules: []
            )
        }
        let years = try [
            year(2018, ["1", "2", "9"]), year(2019, ["1", "5", "9"]), year(2020, ["4", "1", "5", "6", "9"]),
        ]
        try writer.write(try RegionalAccountsSeries(years), lines: lines)
        let read = try Dataset(at: copy.path).regionalAccounts().series
        #expect(read.accounts.map(\.regions.codes) == years.map(\.regions.codes))
        #expect(read.accounts.allSatisfy { $0.measures.isEmpty })
        #expect(
            try copy.text("regions.csv") == """
                code,name_en,name_nb,first_year,last_year
                4,Region 4,Region 4,2020,
                1,Region 1,Region 1,,
                2,Region 2,Region 2,,2018
                5,Region 5,Region 5,2019,
                6,Region 6,Region 6,2020,
                9,Region 9,Region 9,,

                """
        )

        let back = try RegionalAccountsSeries(years + [year(2021, ["2", "9"])])
        #expect(throws: DatasetError.cannotExpress(path: copy.path, .interrupted(region: "2", year: 2019))) {
            try writer.write(back, lines: lines)
        }
        let turned = try RegionalAccountsSeries(years + [year(2021, ["9", "1"])])
        #expect(throws: DatasetError.cannotExpress(path: copy.path, .order(year: 2021))) {
            try writer.write(turned, lines: lines)
        }
    }
}
