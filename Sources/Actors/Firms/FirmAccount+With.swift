import Accounts

extension FirmAccount {
    /// The account with other partners, all else as it is where nothing is said.
    func with(
        code: String? = nil,
        name: Name? = nil,
        industry: Industry? = nil,
        purchases: [FirmPurchase]?,
        sales: [FirmSale]?
    ) -> FirmAccount {
        FirmAccount(
            code: code ?? self.code,
            name: name ?? self.name,
            industry: industry ?? self.industry,
            output: output,
            purchases: purchases,
            unattributedPurchases: unattributedPurchases,
            sales: sales,
            unattributedSales: unattributedSales,
            primaryInputs: primaryInputs,
            extensions: extensions
        )
    }
}
