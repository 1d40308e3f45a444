import Accounts

/// Something that happens on a certain day, decided before the books are kept.
enum PlannedEvent: Sendable {
    /// An ordinary trade with the party.
    case trade(Int)
    case delivery(Int)
    case rent(Int)
    case wages
    case taxOnWages
    case depreciation
    case accrual
    case reversal
    case taxSettlement
    case cashSale
    case settleOpening(Int)
    /// Trades with something planted in them or a form that readers must bear; the party is drawn.
    case shaped(Shape)

    enum Shape: Sendable, CaseIterable {
        case duplicateExactPurchase, duplicateExactPurchaseAgain, duplicateExactSale
        case duplicateInvoicePurchase, duplicateInvoicePurchaseAgain, duplicateInvoiceSale
        case nameless, namelessAgain, namelessThird
        case capital, capitalAgain
        case creditNote, creditNoteSale
        case collected, twoRates, rounding, freight
        case equalInvoices, splitInvoice, creditedInvoice, sameNumberElsewhere
        case badDebt
    }
}

/// What a firm's year consists of besides the trades drawn at random.
struct BookPlan: Sendable {
    private(set) var events: [Int32: [PlannedEvent]] = [:]
    private var generator: ExampleGenerator
    private let days: ClosedRange<CalendarDate>

    init(_ cluster: ExampleCluster, _ firm: ExampleFirm, lines: Int) {
        generator = ExampleGenerator(seed: cluster.options.seed, stream: 40 + UInt64(firm.index))
        days = cluster.days
        for (index, delivery) in cluster.deliveries.enumerated() {
            if delivery.seller == firm.index, delivery.sold != nil { add(.delivery(index), on: delivery.day) }
            if delivery.buyer == firm.index, delivery.bought != nil {
                add(.delivery(index), on: moved(delivery.day, by: generator.below(4)))
            }
        }
        for year in cluster.options.bookYears { addRegular(year, firm, cluster) }
        for (index, party) in firm.parties.enumerated() where party.opening != 0 {
            add(
                .settleOpening(index),
                on: ExampleCluster.day(cluster.options.year, 1, 3 + generator.below(26))
            )
        }
        // Twelve months of books of some ten thousand lines hold each shape once, larger ones more often.
        for _ in 0..<BookPlan.rounds(ofLines: lines) {
            for shape in PlannedEvent.Shape.allCases { add(.shaped(shape), on: someDay()) }
        }
    }

    /// How many times books of so many lines hold each shape.
    static func rounds(ofLines lines: Int) -> Int { max(1, lines / 10_000) }

    private mutating func addRegular(_ year: Int, _ firm: ExampleFirm, _ cluster: ExampleCluster) {
        for month in 1...12 {
            add(.wages, on: ExampleCluster.day(year, month, 12))
            add(.depreciation, on: ExampleCluster.day(year, month, 28))
            if month % 2 == 0 {
                add(.taxOnWages, on: ExampleCluster.day(year, month, 15))
                add(.taxSettlement, on: ExampleCluster.day(year, month, 10))
            }
            if month % 3 == 0 { add(.accrual, on: ExampleCluster.day(year, month, 30)) }
            if month % 3 == 1, month > 1 || year > cluster.options.year {
                add(.reversal, on: ExampleCluster.day(year, month, 2))
            }
            if month % 4 == 0 { add(.cashSale, on: ExampleCluster.day(year, month, 20)) }
        }
        for (index, party) in firm.parties.enumerated() {
            switch party.purpose {
            case .landlord:
                for month in 1...12 { add(.rent(index), on: ExampleCluster.day(year, month, 1)) }
            case .ordinary:
                // Everybody is met; those who go are met before and after.
                let unit = party.unit.map { cluster.units[$0] }
                if unit?.lastDay != nil {
                    add(.trade(index), on: ExampleCluster.day(year, 2, 1 + generator.below(26)))
                    add(.trade(index), on: ExampleCluster.day(year, 11, 1 + generator.below(20)))
                } else {
                    add(
                        .trade(index),
                        on: ExampleCluster.day(year, 1 + generator.below(10), 1 + generator.below(28))
                    )
                }
            case .machines, .cluster: break
            }
        }
    }

    /// A day so early that what follows it still falls within the books.
    private mutating func someDay() -> CalendarDate {
        let length = Int(days.upperBound.daysSince1970 - days.lowerBound.daysSince1970) - 45
        return moved(days.lowerBound, by: 3 + generator.below(length))
    }

    private mutating func add(_ event: PlannedEvent, on day: CalendarDate) {
        events[BookPlan.workingDay(day).daysSince1970, default: []].append(event)
    }

    /// The day, or the Friday before it at a weekend, so that no day leaves the month by its end; the Monday after it
    /// where the Friday is last year's.
    static func workingDay(_ day: CalendarDate) -> CalendarDate {
        let weekday = (day.daysSince1970 + 3) % 7
        guard weekday > 4 else { return day }
        let friday = CalendarDate(daysSince1970: day.daysSince1970 - (weekday - 4))
        return friday.year < day.year ? moved(friday, by: 3) : friday
    }
}

/// The day `count` days after `day`.
func moved(_ day: CalendarDate, by count: Int) -> CalendarDate {
    CalendarDate(daysSince1970: day.daysSince1970 + Int32(count))
}
