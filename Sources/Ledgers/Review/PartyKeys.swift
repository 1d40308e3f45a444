import Accounts

/// What makes two entries of the books the same party of the same firm, as small numbers.
struct PartyKeys: Sendable {
    struct Key: Hashable, Sendable {
        let number: Int32
    }

    private let keys: [[Key]]

    init(identities: [[PartyIdentity]], owners: [Int]) {
        struct Same: Hashable {
            let owner: Int
            let role: PartyRole
            let number: UInt32?
            let booked: String
        }
        var known: [Same: Key] = [:]
        keys = zip(identities, owners).map { identities, owner in
            identities.map { identity in
                let same = Same(
                    owner: owner,
                    role: identity.reference.role,
                    number: identity.number?.digits,
                    booked: identity.number == nil ? identity.reference.id : ""
                )
                if let key = known[same] { return key }
                let key = Key(number: Int32(clamping: known.count))
                known[same] = key
                return key
            }
        }
    }

    func key(file: Int, party: Int) -> Key { keys[file][party] }
}
