import Accounts
import Testing

@Suite("Extension series")
struct ExtensionSeriesTests {
    private func industries() throws -> Axis<Industry> {
        try Axis([Industry(code: "A", name: Name("Farms")), Industry(code: "B", name: Name("Works"))])
    }

    private func amounts(
        _ code: String,
        _ year: Year,
        _ values: [Double],
        unit: Unit = .persons,
        on axis: Axis<Industry>
    ) -> Extension {
        Extension(
            code: code,
            name: Name(code),
            unit: unit,
            year: year,
            amounts: LabelledVector(axis, values),
            provenance: Provenance(
                publisher: "P",
                table: "T",
                licence: "L",
                attribution: "A",
                vintage: nil,
                files: []
            )
        )
    }

    @Test("A year gives its extensions in the order of the measures")
    func year() throws {
        let axis = try industries()
        let series = try ExtensionSeries(
            industries: axis,
            extensions: [
                amounts("persons", 2021, [3, 4], on: axis), amounts("hours", 2020, [5, 6], on: axis),
                amounts("persons", 2020, [1, 2], on: axis),
            ],
            rules: []
        )
        #expect(series.measures.map(\.code) == ["persons", "hours"])
        #expect(series.years == [2020, 2021])
        #expect(try series.extensions(of: 2020).map(\.code) == ["persons", "hours"])
        #expect(try series.extensions(of: 2021).map(\.amounts.values) == [[3, 4]])
        #expect(throws: AccountsError.noSuchYear(2019, known: [2020, 2021])) {
            try series.extensions(of: 2019)
        }
    }

    @Test("A measure with a year twice, two units or another axis is refused")
    func refusals() throws {
        let axis = try industries()
        let one = amounts("persons", 2020, [1, 2], on: axis)
        #expect(throws: AccountsError.duplicateLabel(code: "persons 2020")) {
            try ExtensionSeries(industries: axis, extensions: [one, one], rules: [])
        }
        let thousands = amounts("persons", 2021, [1, 2], unit: Unit("1000 persons"), on: axis)
        #expect(throws: AccountsError.differ(.unit(.persons, Unit("1000 persons")))) {
            try ExtensionSeries(industries: axis, extensions: [one, thousands], rules: [])
        }
        let shorter = try Axis([Industry(code: "A", name: Name("Farms"))])
        #expect(throws: AccountsError.differ(.label(position: 1, "B", nil))) {
            try ExtensionSeries(industries: shorter, extensions: [one], rules: [])
        }
        let infinite = amounts("persons", 2020, [1, .infinity], on: axis)
        #expect(throws: AccountsError.notFinite(row: "persons", column: "B")) {
            try ExtensionSeries(industries: axis, extensions: [infinite], rules: [])
        }
    }
}
