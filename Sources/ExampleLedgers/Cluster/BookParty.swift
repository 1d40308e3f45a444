/// A customer or supplier in one firm's books.
struct BookParty: Sendable {
    let isCustomer: Bool
    let purpose: Purpose
    /// The firm's own number for it.
    let id: String
    let name: String
    /// Its place in the cluster's list of units; `nil` abroad.
    let unit: Int?
    /// What stands where the organisation number should, in SAF-T.
    var written: String?
    /// What stands there in text and workbook; `nil` where it is the same.
    var writtenInTables: String?
    /// The two-letter code of the country it lies in.
    let home: String
    /// The same where one is written.
    var country: String?
    let postalCode: String?
    let city: String?
    let currency: ExampleCurrency?
    /// What is bought or sold; `nil` for one that is met in particular vouchers only.
    var dealing: Dealing?
    /// What is planted and holds for all vouchers with it.
    var planted: Set<Planted> = []
    /// What it owes (customer) or is owed (supplier, negative) at the opening, in øre.
    var opening: Int64 = 0

    /// Which vouchers it is met in.
    enum Purpose: Sendable {
        /// The ordinary ones, drawn at random.
        case ordinary
        /// The monthly rent, with an invoice number or without.
        case landlord(numbered: Bool)
        /// Purchases of capital goods.
        case machines
        /// Deliveries among the six.
        case cluster
    }

    /// What is bought from or sold to a party, time after time.
    struct Dealing: Sendable {
        let account: Int
        let tax: ExampleTax
        /// Kroner a year.
        let yearly: Double
        let text: String
    }
}
