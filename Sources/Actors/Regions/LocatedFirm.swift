public import Accounts

/// A firm's account and the region the firm stands in: what the account calls the region is this one.
public struct LocatedFirm: Sendable {
    /// The account.
    public let account: FirmAccount
    /// Where the firm is.
    public let region: Region
    /// Where in the rest of the country its partners are.
    public let partners: PartnerRegions

    /// The firm of an account.
    public init(_ account: FirmAccount, in region: Region, partners: PartnerRegions = .unknown) {
        self.account = account
        self.region = region
        self.partners = partners
    }
}
