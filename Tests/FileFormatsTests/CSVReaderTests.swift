import FileFormats
import Testing

@Suite struct CSVReaderTests {
    @Test func valuesOfASoundTable() throws {
        let table = try CSVTable(text: "year,code,value,name\n2019,R01,1.5,\n", file: "t")
        var reader = CSVReader(table)
        let year = reader.column("year")
        let code = reader.column("code")
        let value = reader.column("value")
        let name = reader.column("name")
        let note = reader.optionalColumn("note")
        for row in table.rows {
            #expect(reader.integer(year, in: row) == 2019)
            #expect(reader.text(code, in: row) == "R01")
            #expect(reader.choice(code, in: row, of: ["R01", "R02"]) == "R01")
            #expect(reader.number(value, in: row) == 1.5)
            #expect(reader.optionalText(name, in: row) == nil)
            #expect(reader.optionalNumber(name, in: row) == nil)
            #expect(reader.optionalInteger(note, in: row) == nil)
        }
        #expect(!note.isPresent)
        try reader.finish()
    }

    @Test func everyFaultOfATable() throws {
        let path = fixture("values.csv")
        let table = try CSVTable(contentsOf: path)
        var reader = CSVReader(table)
        let value = reader.column("value")
        let year = reader.column("year")
        let code = reader.column("code")
        let unit = reader.column("unit")
        for row in table.rows {
            _ = reader.integer(year, in: row)
            _ = reader.text(code, in: row)
            _ = reader.number(value, in: row)
            #expect(reader.text(unit, in: row) == nil)
            if row.fields[1] == "R99" { reader.fault(code, in: row, .notOneOf(["R01", "R03"])) }
        }
        let found = faults { () throws(FileFormatError) in try reader.finish() }
        func place(_ line: Int, _ column: String?) -> Place { Place(file: path, line: line, column: column) }
        #expect(
            found == [
                Fault(at: place(1, nil), .missingColumn("unit")),
                Fault(at: place(3, "year"), value: "abcd", .notAnInteger),
                Fault(at: place(3, "code"), value: "", .missing),
                Fault(at: place(3, "value"), value: "1,5", .notANumber),
                Fault(at: place(4, "value"), value: "nan", .notANumber),
                Fault(at: place(5, "value"), value: "1e999", .notFinite),
                Fault(at: place(5, "code"), value: "R99", .notOneOf(["R01", "R03"])),
            ]
        )
    }

    @Test func faultsOfAReaderAbove() throws {
        let table = try CSVTable(text: "a,b\n1,x\n", file: "t")
        var reader = CSVReader(table)
        let column = reader.column("b")
        #expect(reader.choice(column, in: table.rows[0], of: ["y"]) == nil)
        #expect(reader.place(column, in: table.rows[0]) == Place(file: "t", line: 2, column: "b"))
        reader.fault(in: table.rows[0], .duplicate(firstLine: nil))
        let found = faults { () throws(FileFormatError) in try reader.finish() }
        #expect(
            found == [
                Fault(at: Place(file: "t", line: 2, column: "b"), value: "x", .notOneOf(["y"])),
                Fault(at: Place(file: "t", line: 2), .duplicate(firstLine: nil)),
            ]
        )
    }
}
