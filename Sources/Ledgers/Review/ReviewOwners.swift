import Accounts

/// The firms whose books are under review, and what belongs to each one's group.
struct ReviewOwners: Sendable {
    let owners: [ReviewedOwner]
    /// The owner of each file.
    let ofFile: [Int]
    private let register: RegisterExtract

    /// Files with the same organisation number are one firm's; a file without one is a firm's of its own.
    init(of ledgers: [Ledger], register: RegisterExtract) {
        var owners: [ReviewedOwner] = []
        var ofFile: [Int] = []
        for ledger in ledgers {
            if let number = ledger.owner, let place = owners.firstIndex(where: { $0.number == number }) {
                ofFile.append(place)
                continue
            }
            let unit = ledger.owner.flatMap { register.units[$0] }
            let name = ledger.books.ownerName.isEmpty ? unit?.name ?? "" : ledger.books.ownerName
            let mayBeWritten = unit.map { !$0.isSoleProprietor } ?? PartyName(name).isFirm
            ofFile.append(owners.count)
            owners.append(
                ReviewedOwner(number: ledger.owner, name: mayBeWritten && !name.isEmpty ? name : nil)
            )
        }
        self.owners = owners
        self.ofFile = ofFile
        self.register = register
    }

    /// The owner that `number` is, or is an establishment of; `nil` where it is none's.
    func owner(of number: OrganisationNumber) -> Int? {
        owners.firstIndex { owner in
            owner.number != nil && (owner.number == number || owner.number == register.units[number]?.parent)
        }
    }

    /// Whether `number` belongs to the owner's own group: itself, its parent, a child, one with the same parent, or listed.
    func isGroup(_ number: OrganisationNumber, of owner: Int, listed: Set<OrganisationNumber>) -> Bool {
        if listed.contains(number) { return true }
        guard let own = owners[owner].number else { return false }
        let parent = register.units[number]?.parent
        if number == own || parent == own { return true }
        if let parent, listed.contains(parent) { return true }
        guard let ownParent = register.units[own]?.parent else { return false }
        return number == ownParent || parent == ownParent
    }
}
