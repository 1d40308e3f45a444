import Accounts
import Actors
import Ledgers

/// Whose books a study must keep secret.
///
/// A firm is invented only where actors.csv calls it an illustration *and* its books bear an organisation number that
/// Enhetsregisteret could not have given out. Everybody else's are a firm's own: a word in a file, written by mistake, does not tell
/// them to the world.
struct BookSecrecy: Sendable {
    /// Whether any of the books are secret: then nothing is told in full, as the firms' figures hang together.
    let isSecret: Bool
    /// The actors called illustrations whose books look like a firm's.
    let doubted: [Actor]

    /// No books.
    static let none = BookSecrecy(isSecret: false, doubted: [])

    private init(isSecret: Bool, doubted: [Actor]) {
        self.isSecret = isSecret
        self.doubted = doubted
    }

    /// Looks at the books of `firms`.
    init(_ firms: StudyDefinition.Ledgers, _ ledgers: StudyLedgers, actors: [Actor]) {
        let booked = firms.firms.compactMap { firm in
            actors.first { $0.code == firm.actor }.map { (firm: firm, actor: $0) }
        }
        let doubted = booked.filter { firm, actor in
            let numbers = [
                ledgers.owners[actor.code].flatMap { ledgers.review.owners[$0].number },
                ledgers.annualAccounts[actor.code]?.number,
                firm.organisationNumber,
                actor.organisationNumber.flatMap { OrganisationNumber($0) },
            ].compactMap(\.self)
            return numbers.isEmpty || !numbers.allSatisfy(\.isOutsideRegister)
        }.map(\.actor)
        self.doubted = doubted.filter(\.isIllustrative)
        isSecret = !doubted.isEmpty || booked.contains { !$0.actor.isIllustrative }
    }
}
