import Accounts

/// Vouchers without a party: wages, depreciation, accruals, sales for cash.
struct OwnVouchers {
    private let sales: Double
    private let employees: Int

    init(_ archetype: Archetype) {
        sales = archetype.sales
        employees = archetype.employees
    }

    func entry(for event: PlannedEvent, on day: CalendarDate, _ generator: inout ExampleGenerator) -> Entry {
        switch event {
        case .wages:
            let wages = Int64(employees) * 4_800_000
            let duty = wages * 141 / 1_000
            return VoucherMaker.own(
                "Lønn",
                [(5000, wages), (5400, duty), (2600, -wages * 3 / 10), (2770, -duty)],
                balancedOn: 1920,
                on: day
            )
        case .taxOnWages:
            let wages = Int64(employees) * 4_800_000
            return VoucherMaker.own(
                "Forskuddstrekk og avgift",
                [(2600, wages * 6 / 10), (2770, wages * 282 / 1_000)],
                balancedOn: 1920,
                on: day
            )
        case .depreciation:
            return VoucherMaker.own(
                "Avskrivninger",
                [(6000, Int64(sales / 500) * 100)],
                balancedOn: 1200,
                on: day
            )
        case .accrual:
            return VoucherMaker.own("Påløpt strøm", [(6340, accrued)], balancedOn: 2960, on: day)
        case .reversal:
            return VoucherMaker.own("Tilbakeført påløpt strøm", [(6340, -accrued)], balancedOn: 2960, on: day)
        default:
            let net = Int64(100_000 + generator.below(900_000))
            let tax = ExampleTax.output25.amount(on: net)
            return VoucherMaker.own("Kontantsalg", [(3000, -net), (2700, -tax)], balancedOn: 1900, on: day)
        }
    }

    /// The same each quarter, so that the reversal takes back what was accrued.
    private var accrued: Int64 { Int64(sales / 2_000) * 100 }
}
