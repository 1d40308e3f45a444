import Accounts
import Ledgers

/// The firms of the cluster and whose books in the review are whose.
struct FirmIdentities {
    /// The firm of each owner; `nil` for books that are no actor's.
    private let firmOfOwner: [Int?]
    /// The owner of each firm; `nil` for firms without books.
    let ownerOfFirm: [Int?]
    private let numbers: [OrganisationNumber: Int]
    private let register: RegisterExtract

    /// - Throws: `.books(.organisationNumber)` where a number cannot be read or two actors have it.
    init(
        _ firms: [BookedFirm],
        in review: LedgerReview,
        register: RegisterExtract
    ) throws(ActorsError) {
        var numbers: [OrganisationNumber: Int] = [:]
        var ownerOfFirm: [Int?] = []
        var firmOfOwner = [Int?](repeating: nil, count: review.owners.count)
        for (index, firm) in firms.enumerated() {
            var owner: Int?
            if let text = firm.actor.organisationNumber {
                guard let number = OrganisationNumber(text) else {
                    throw .books(firm: firm.actor.code, .organisationNumber(text, isShared: false))
                }
                guard numbers.updateValue(index, forKey: number) == nil else {
                    throw .books(firm: firm.actor.code, .organisationNumber(text, isShared: true))
                }
                owner = review.owners.firstIndex { $0.number == number }
            }
            ownerOfFirm.append(owner)
            if let owner { firmOfOwner[owner] = index }
        }
        self.numbers = numbers
        self.ownerOfFirm = ownerOfFirm
        self.firmOfOwner = firmOfOwner
        self.register = register
    }

    /// The firm whose books the owner's are.
    func firm(ofOwner owner: Int) -> Int? { firmOfOwner[owner] }

    /// The firm that a party is, by its number, by one that its trade was booked on, or by the firm an establishment
    /// belongs to.
    func firm(of party: ReviewedParty) -> Int? {
        for number in [party.number].compactMap(\.self) + party.bookedOn {
            if let firm = numbers[number] { return firm }
            if let parent = register.units[number]?.parent, let firm = numbers[parent] { return firm }
        }
        return nil
    }
}
