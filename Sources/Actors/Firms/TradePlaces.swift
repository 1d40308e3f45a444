public import Ledgers
public import Accounts

/// Which municipalities lie in the study's region: those whose number begins with the county's, or with that of a county
/// that was merged into it.
public struct TradePlaces: Sendable, Hashable {
    /// The first two digits of the region's municipalities; `nil` for the nation, in which all of them lie.
    public let counties: Set<String>?

    /// The places of `region`.
    ///
    /// - Parameter former: counties that are part of it, by their own codes: `["16", "17"]` in Trøndelag's `50`.
    public init(of region: Region, former: [String] = []) {
        counties = Set([region.code] + former)
    }

    private init() {
        counties = nil
    }

    /// The places of a nation as a whole: everything at home is in the area.
    public static let nation = TradePlaces()

    /// Where a party lies; `nil` where only that it is at home is known, or not even that.
    public func place(of party: PartyPlace) -> TradePlace? {
        switch party {
        case .municipality(let number):
            guard let counties else { return .region }
            return counties.contains(String(number.prefix(2))) ? .region : .restOfCountry
        case .abroad: return .abroad
        case .norway, .unknown: return counties == nil ? .region : nil
        }
    }
}
