import Accounts

/// Something one of the six firms delivers to another, which therefore stands in both books.
struct Delivery: Sendable {
    let seller: Int
    let buyer: Int
    let day: CalendarDate
    let text: String
    let invoice: String
    let income: Int
    let cost: Int
    /// What the seller has booked, without tax; `nil` where it has nothing.
    let sold: Int64?
    /// What the buyer has booked.
    let bought: Int64?

    /// A line of deliveries through the year.
    struct Line: Sendable {
        let seller: Int
        let buyer: Int
        let text: String
        let income: Int
        let cost: Int
        /// Kroner a year.
        let yearly: Double
    }

    /// What the cluster's firms deliver to each other; numbers are places in `Archetype.all`.
    static let lines: [Line] = [
        Line(seller: 4, buyer: 0, text: "Flis til smelteovn", income: 3000, cost: 4010, yearly: 9e6),
        Line(seller: 4, buyer: 1, text: "Bark og flis til strø", income: 3050, cost: 4020, yearly: 1e6),
        Line(seller: 0, buyer: 1, text: "Damp fra spillvarme", income: 3050, cost: 6340, yearly: 6e6),
        Line(seller: 0, buyer: 2, text: "Varme", income: 3050, cost: 6340, yearly: 1.5e6),
        Line(seller: 0, buyer: 5, text: "Mikrosilika", income: 3050, cost: 4010, yearly: 3e6),
        Line(seller: 1, buyer: 3, text: "Slakteavfall", income: 3050, cost: 4000, yearly: 8e6),
        Line(seller: 2, buyer: 3, text: "Avskjær av laks", income: 3050, cost: 4000, yearly: 5e6),
        Line(seller: 3, buyer: 1, text: "Fôrrester", income: 3050, cost: 4020, yearly: 0.8e6),
        Line(seller: 5, buyer: 0, text: "Byggelementer til ny hall", income: 3000, cost: 1100, yearly: 4e6),
    ]
}
