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

    /// - Throws: `.books` where an organisation number cannot be read or two actors have it, and for books and annual
    ///   accounts that are another's.
    init(
        _ firms: [BookedFirm],
        in review: LedgerReview,
        register: RegisterExtract
    ) throws(ActorsError) {
        var numbers: [OrganisationNumber: Int] = [:]
        var ownerOfFirm: [Int?] = []
        var firmOfOwner = [Int?](repeating: nil, count: review.owners.count)
        for (index, firm) in firms.enumerated() {
            let number = try Self.number(of: firm, in: review)
            if let number {
                guard numbers.updateValue(index, forKey: number) == nil else {
                    throw .books(firm: firm.actor.code, .organisationNumber("\(number)", isShared: true))
                }
            }
            let owner =
                firm.owner
                ?? number.flatMap { number in
                    review.owners.firstIndex { $0.number == number }
                }
            ownerOfFirm.append(owner)
            if let owner { firmOfOwner[owner] = index }
        }
        self.numbers = numbers
        self.ownerOfFirm = ownerOfFirm
        self.firmOfOwner = firmOfOwner
        self.register = register
    }

    /// The firm's number: the actor's, its books' and its annual accounts', which are one; `nil` where none has any.
    private static func number(
        of firm: BookedFirm,
        in review: LedgerReview
    ) throws(ActorsError) -> OrganisationNumber? {
        let code = firm.actor.code
        var number: OrganisationNumber?
        if let text = firm.actor.organisationNumber {
            guard let own = OrganisationNumber(text) else {
                throw .books(firm: code, .organisationNumber(text, isShared: false))
            }
            number = own
        }
        if let books = firm.owner.flatMap({ review.owners[$0].number }) {
            if let number, number != books {
                throw .books(firm: code, .booksOfAnother(books: "\(books)", actor: "\(number)"))
            }
            number = books
        }
        if let annual = firm.annualAccounts?.number {
            if let number, number != annual {
                throw .books(firm: code, .annualAccountsOfAnother(annual: "\(annual)", firm: "\(number)"))
            }
            number = annual
        }
        return number
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
