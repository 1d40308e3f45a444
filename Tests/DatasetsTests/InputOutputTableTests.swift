import Accounts
import Datasets
import FileFormats
import Testing

@Suite("Input-output tables")
struct InputOutputTableTests {
    private func read(_ copy: DatasetCopy) throws(DatasetError) {
        _ = try Dataset(at: copy.path).inputOutputTable()
    }

    private func found(in copy: DatasetCopy) -> [Fault] {
        faults { () throws(DatasetError) in try read(copy) }
    }

    @Test("Every number in its place")
    func sound() throws {
        let (table, extensions) = try Dataset(at: fixture("table")).inputOutputTable()
        #expect(table.industries.codes == ["A", "B", "C"])
        #expect(table.categories.codes == ["HH", "GOV", "INV", "STK", "EXP"])
        #expect(table.area.code == "X" && table.basis.unit == Unit("MX") && table.basis.year == 2020)
        let (farming, works) = (try table.industries.label("A"), try table.industries.label("B"))
        let inventories = try table.categories.label("STK")
        #expect(table.domestic[farming, works] == 40 && table.domestic[works, farming] == 15)
        #expect(table.finalDemand[farming, inventories] == -2)
        #expect(table.imported?.intermediate[works, farming] == 8)
        #expect(table.imported?.finalDemand[farming, inventories] == 1)
        #expect(table.primaryInputs[try table.primaryInputs.rows.label("D29"), farming] == -3)
        #expect(table.inputs(.imports).values == [12, 70, 40])
        #expect(
            table.finalDemandInputs.row(try table.primaryInputs.rows.label("T")).values == [35, 2, 6, 0, 0]
        )
        #expect(
            table.finalDemandInputs.row(try table.primaryInputs.rows.label("D1")).values == [0, 0, 0, 0, 0]
        )
        #expect(table.valueAdded.values == [52, 96, 250])
        #expect(table.output.values == [100, 300, 400])
        #expect(table.balanceReport.imbalances.isEmpty)
        #expect(table.provenance.publisher == "Statistics X" && table.rules.count == 1)
        #expect(extensions.map(\.code) == ["employment"])
        #expect(extensions.first?.amounts.values == [900, 1500, 5200])
        #expect(extensions.first?.unit == .persons && extensions.first?.year == 2020)
    }

    @Test("A table without imported flows has none")
    func withoutImportedFlows() throws {
        let copy = try DatasetCopy(of: "table")
        let lines = try copy.text("flows.csv").split(separator: "\n").filter { !$0.hasPrefix("imported") }
        try AtomicFile.write(lines.joined(separator: "\n") + "\n", to: copy.file("flows.csv"))
        let (table, _) = try Dataset(at: copy.path).inputOutputTable()
        #expect(table.imported == nil)
        #expect(table.inputs(.imports).values == [12, 70, 40])
    }

    @Test("All faults of flows, output and extensions come together, file by file and line by line")
    func faultyNumbers() throws {
        let copy = try DatasetCopy(of: "table")
        try copy.edit("flows.csv", "domestic,A,B,40", "domestic,A,D,40")
        try copy.edit("flows.csv", "domestic,B,A,15", "domestic,Q,A,15")
        try copy.edit("flows.csv", "imported,A,B,10", "imported,A,B,:")
        try copy.edit("flows.csv", "imported,B,B,50", "abroad,B,B,50")
        try copy.edit("flows.csv", "primary,T,A,1\n", "primary,T,A,1\nprimary,T,A,2\n")
        try copy.edit("flows.csv", "primary,K1,C,45", "primary,K1,C,1e999")
        try copy.edit("flows.csv", "primary,B2,C,40", "primary,B2,C,")
        try copy.append("flows.csv", "primary,D1,HH,3\nprimary,D1,GOV,0\n")
        try copy.edit("output.csv", "A,100", "A,-100")
        try copy.edit("output.csv", "C,400", "C,400\nC,400")
        try copy.edit("output.csv", "B,300\n", "")
        try copy.edit("extensions.csv", "persons,B,1500", "heads,B,many")
        func fault(
            _ file: String,
            _ line: Int?,
            _ column: String?,
            _ value: String?,
            _ problem: Fault.Problem
        ) -> Fault {
            Fault(at: copy.place(file, line: line, column), value: value, problem)
        }
        func line(_ text: String) throws -> Int { try copy.line(text, in: "flows.csv") }
        let users = ["A", "B", "C", "HH", "GOV", "INV", "STK", "EXP"]
        let origins = ["domestic", "imported", "primary"]
        let expected = [
            fault("flows.csv", 3, "user", "D", .notOneOf(users)),
            fault("flows.csv", 5, "supplier", "Q", .notOneOf(["A", "B", "C"])),
            fault("flows.csv", try line("imported,A,B,:"), "value", ":", .notANumber),
            fault("flows.csv", try line("abroad,B,B,50"), "origin", "abroad", .notOneOf(origins)),
            fault(
                "flows.csv",
                try line("primary,T,A,2"),
                "user",
                "primary, T, A",
                .duplicate(firstLine: try line("primary,T,A,1"))
            ),
            fault("flows.csv", try line("primary,K1,C,1e999"), "value", "1e999", .notFinite),
            fault("flows.csv", try line("primary,B2,C,"), "value", "", .missing),
            fault("flows.csv", try line("primary,D1,HH,3"), "value", "3", .outside(lower: 0, upper: 0)),
            fault("flows.csv", nil, nil, "domestic, B, A", .missing),
            fault("flows.csv", nil, nil, "domestic, A, B", .missing),
            fault("flows.csv", nil, nil, "imported, B, B", .missing),
            fault("output.csv", 2, "value", "-100", .negative),
            fault("output.csv", 4, "industry", "C", .duplicate(firstLine: 3)),
            fault("output.csv", nil, nil, "B", .missing),
            fault("extensions.csv", 3, "value", "many", .notANumber),
            fault("extensions.csv", 3, "unit", "heads", .expected("persons")),
        ]
        #expect(found(in: copy) == expected)
    }

    @Test("All faults of the label files come together")
    func faultyLabels() throws {
        let copy = try DatasetCopy(of: "table")
        try copy.edit("industries.csv", "B,Manufacturing", "A,Manufacturing")
        try copy.edit("industries.csv", "C,Services,Tjenester", "C,,")
        try copy.edit("final_demand.csv", "GOV,", "A,")
        try copy.edit("final_demand.csv", "exports", "export")
        try copy.edit("primary_inputs.csv", "code,name_en", "codes,name_en")
        let found = found(in: copy)
        let roles = FinalDemandCategory.Role.allCases.map(\.rawValue)
        #expect(
            found == [
                Fault(
                    at: copy.place("industries.csv", line: 3, "code"),
                    value: "A",
                    .duplicate(firstLine: 2)
                ),
                Fault(at: copy.place("industries.csv", line: 4, "name_en"), value: "", .missing),
                Fault(
                    at: copy.place("final_demand.csv", line: 3, "code"),
                    value: "A",
                    .duplicate(firstLine: nil)
                ),
                Fault(at: copy.place("final_demand.csv", line: 6, "role"), value: "export", .notOneOf(roles)),
                Fault(at: copy.place("primary_inputs.csv", line: 1), .missingColumn("code")),
                Fault(
                    at: copy.place("primary_inputs.csv", line: 1, "codes"),
                    value: "codes",
                    .unknownKey(known: ["code", "name_en", "name_nb", "role"])
                ),
            ]
        )
    }

    @Test("A table needs an import row and value added")
    func roles() throws {
        let copy = try DatasetCopy(of: "table")
        try copy.edit("primary_inputs.csv", "Import,imports", "Import,product_taxes")
        for (label, role) in [
            ("Lønnskostnader", "compensation"), ("Netto næringsskatter", "production_taxes"),
            ("Kapitalslit", "capital_consumption"), ("\"Driftsresultat, netto\"", "operating_surplus"),
        ] {
            try copy.edit("primary_inputs.csv", "\(label),\(role)", "\(label),product_taxes")
        }
        let place = copy.place("primary_inputs.csv", "role")
        #expect(
            found(in: copy) == [
                Fault(at: place, .expected("imports")),
                Fault(
                    at: place,
                    .notOneOf([
                        "compensation", "production_taxes", "capital_consumption", "operating_surplus",
                    ])
                ),
            ]
        )
    }

    @Test("An empty file, and one with a wrong number of fields")
    func malformed() throws {
        let copy = try DatasetCopy(of: "table")
        try AtomicFile.write("industry,value\n", to: copy.file("output.csv"))
        try copy.edit("extensions.csv", "persons,A,900", "persons,A,900,")
        #expect(
            found(in: copy) == [
                Fault(at: copy.place("output.csv", line: 2), .missing),
                Fault(at: copy.place("extensions.csv", line: 2), .fieldCount(expected: 6, found: 7)),
            ]
        )
    }

    @Test("Inputs that reach output are refused at the industry's output")
    func inputsReachOutput() throws {
        let copy = try DatasetCopy(of: "table")
        try copy.edit("flows.csv", "domestic,B,A,15", "domestic,B,A,80")
        let error = thrown { () throws(DatasetError) in try read(copy) }
        guard case .inputsReachOutput(copy.path, let found) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(found.map(\.industry) == ["A"])
        #expect(found.map(\.place) == [copy.place("output.csv", line: 2, "value")])
        #expect(found.map(\.inputs) == [100] && found.map(\.output) == [100])
    }

    @Test("An industry with neither inputs nor output is accepted, one with inputs alone is not")
    func withoutOutput() throws {
        let copy = try DatasetCopy(of: "table")
        try copy.edit("output.csv", "A,100", "A,0")
        let error = thrown { () throws(DatasetError) in try read(copy) }
        guard case .inputsReachOutput(_, let found) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(found.map(\.inputs) == [35] && found.map(\.output) == [0])
    }

    @Test("A table off balance is refused with every row and column beyond the tolerance")
    func notBalanced() throws {
        let copy = try DatasetCopy(of: "table")
        try copy.edit("flows.csv", "domestic,C,EXP,60", "domestic,C,EXP,60.6")
        try copy.edit("flows.csv", "domestic,B,EXP,95", "domestic,B,EXP,95.5")
        try copy.edit("flows.csv", "primary,B2,A,20", "primary,B2,A,21")
        let error = thrown { () throws(DatasetError) in try read(copy) }
        guard case .accounts(copy.path, .notBalanced(let report)) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        // B's row is off by exactly the tolerance, 0.5, and accepted.
        #expect(report.imbalances.map(\.code) == ["B", "C", "A"])
        #expect(report.beyondTolerance.map(\.code) == ["C", "A"])
        #expect(report.beyondTolerance.map(\.side) == [.row, .column])
        #expect(report.beyondTolerance.map(\.found) == [400.6, 101])
    }

    @Test("Imported flows that do not add up to the import row are off balance")
    func importsNotBalanced() throws {
        let copy = try DatasetCopy(of: "table")
        try copy.edit("flows.csv", "imported,B,EXP,3", "imported,B,EXP,4")
        let error = thrown { () throws(DatasetError) in try read(copy) }
        guard case .accounts(_, .notBalanced(let report)) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(report.beyondTolerance.map(\.side) == [.imports])
        #expect(report.beyondTolerance.map(\.code) == ["EXP"])
        #expect(report.beyondTolerance.map(\.difference) == [1])
    }

    @Test("More industries than a table can have are refused before room is made for them")
    func tooMany() throws {
        let copy = try DatasetCopy(of: "table")
        try copy.append("industries.csv", (0..<5000).map { "Z\($0),Z,Z\n" }.joined())
        let error = thrown { () throws(DatasetError) in try read(copy) }
        #expect(
            error
                == .file(path: copy.path, .tooMany(path: copy.file("flows.csv"), of: "cells", limit: 1 << 25))
        )
    }
}
