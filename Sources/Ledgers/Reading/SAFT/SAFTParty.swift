/// The customer or supplier being read.
struct SAFTParty {
    let role: PartyRole
    let line: Int
    var id: String?
    var name = ""
    var registrationNumber: String?
    var taxNumber: String?
    var country: String?
    var postalCode: String?
    private var opening: Kroner?
    private var closing: Kroner?

    init(_ role: PartyRole, line: Int) {
        self.role = role
        self.line = line
    }

    /// Adds a balance; a party with several accounts has several of each.
    mutating func add(_ element: SAFTElement, _ amount: Kroner) {
        switch element {
        case .openingDebitBalance: opening = (opening ?? .zero) + amount
        case .openingCreditBalance: opening = (opening ?? .zero) - amount
        case .closingDebitBalance: closing = (closing ?? .zero) + amount
        default: closing = (closing ?? .zero) - amount
        }
    }

    /// The party, where it has a number. Its organisation number is the registered one, otherwise that of the VAT register.
    var party: Party? {
        id.map { id in
            Party(
                reference: PartyReference(role, id),
                name: name,
                organisationNumber: registrationNumber ?? taxNumber,
                country: country,
                postalCode: postalCode,
                opening: opening,
                closing: closing,
                line: line
            )
        }
    }
}
