import Accounts
import FileFormats
import Testing

@testable import Ledgers

@Suite("Annual accounts from a file")
struct AnnualAccountsTests {
    private func read(_ text: String) throws -> AnnualAccounts {
        try AnnualAccounts(YAMLDocument(text: text, file: "a.yaml").root)
    }

    @Test("Figures to the øre; those not given are not known")
    func figures() throws {
        let accounts = try read(
            """
            organisation_number: 923 609 016
            year: 2023
            operating_income: 123456789.05
            wages: 20000000
            """
        )
        #expect(accounts.number.digits == 923_609_016)
        #expect(accounts.year == 2023)
        #expect(
            accounts.figures == [
                .operatingIncome: TestBooks.kroner("123456789.05"), .wages: TestBooks.kroner("20000000"),
            ]
        )
    }

    @Test("Every fault is told with its line")
    func faults() throws {
        let error = #expect(throws: FileFormatError.self) {
            try read(
                """
                organisation_number: 12
                year: 3023
                operating_income: 1,5
                wages: 1.005
                cost_of_goods: 1000000000000000
                income: 4
                """
            )
        }
        guard case .faults(let faults) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(faults.map(\.place.line) == [1, 2, 3, 4, 5, 6])
    }

    @Test("Number and year must be there")
    func missing() {
        #expect(throws: FileFormatError.self) { try read("wages: 4") }
        #expect(throws: FileFormatError.self) { try read("") }
    }
}
