import Accounts

/// The invented cluster: six firms, everybody they trade with, and what they deliver to each other.
struct ExampleCluster: Sendable {
    let options: ExampleOptions
    private(set) var firms: [ExampleFirm]
    /// Units of the register, the firms and their establishments included.
    let units: [ExampleUnit]
    /// What the six deliver to each other, in the order of the days.
    let deliveries: [Delivery]
    /// The numbers of each group, by the firm that belongs to it.
    let groups: [Int: [OrganisationNumber]]

    /// The days the books cover.
    var days: ClosedRange<CalendarDate> {
        ExampleCluster.day(options.year, 1, 1)...ExampleCluster.day(options.year + options.years - 1, 12, 31)
    }

    /// The cluster of `options`.
    init(_ options: ExampleOptions) {
        var builder = ClusterBuilder(options)
        builder.build()
        self.options = options
        firms = builder.firms
        units = builder.units
        deliveries = builder.deliveries
        groups = builder.groups
        let drawn = self
        for index in firms.indices { firms[index].scale = TradeScale(drawn, drawn.firms[index]) }
    }

    /// A day known to be in the calendar; the first of 1970 for one that is not.
    static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
        CalendarDate(year: year, month: month, day: day) ?? CalendarDate(daysSince1970: 0)
    }
}

/// One of the six firms, as its books know it.
struct ExampleFirm: Sendable {
    let archetype: Archetype
    /// Its place in the cluster.
    let index: Int
    /// Its place in the cluster's list of units.
    let unit: Int
    let number: OrganisationNumber
    var parties: [BookParty]
    /// What brings its ordinary trades to the sums of its kind.
    var scale = TradeScale.none

    /// The party that another of the six is in this firm's books.
    func party(isCustomer: Bool, unit: Int) -> Int? {
        parties.firstIndex { $0.isCustomer == isCustomer && $0.unit == unit }
    }
}
