import Accounts

/// Vouchers without a party: wages, depreciation, accruals, sales for cash.
struct OwnVouchers {
    private let sales: Double
    /// Wages and depreciation of a month, in øre.
    private let wages: Int64
    private let depreciation: Int64

    init(_ archetype: Archetype) {
        sales = archetype.sales
        wages = Int64(Double(archetype.employees) * archetype.wage / 12 * 100)
        depreciation = Int64(archetype.sales * archetype.depreciation / 12) * 100
    }

    func entry(for event: PlannedEvent, on day: CalendarDate, _ generator: inout ExampleGenerator) -> Entry {
        switch event {
        case .wages:
            let duty = wages * 141 / 1_000
            return VoucherMaker.own(
                "Lønn",
                [(5000, wages), (5400, duty), (2600, -wages * 3 / 10), (2770, -duty)],
                balancedOn: 1920,
                on: day
            )
        case .taxOnWages:
            return VoucherMaker.own(
                "Forskuddstrekk og avgift",
                [(2600, wages * 6 / 10), (2770, wages * 282 / 1_000)],
                balancedOn: 1920,
                on: day
            )
        case .depreciation:
            return VoucherMaker.own(
                "Avskrivninger",
                [(6000, depreciation)],
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
