import Accounts
import Actors
import CompanyRegister
import Datasets
import FileFormats
import Ledgers

/// The books of a study's firms, read, looked up in the business register and reviewed together.
struct StudyLedgers {
    /// The review of all the books.
    let review: LedgerReview
    /// Each firm's place in the review's owners, by the actor's code: of firms with books.
    let owners: [String: Int]
    /// The annual accounts, by the actor's code.
    let annualAccounts: [String: AnnualAccounts]
    /// What the register says of those who trade with the firms.
    let register: RegisterExtract
    /// The industry of every code of the register.
    let codes: IndustryCodes

    /// Reads what `definition` names.
    ///
    /// - Throws: `.ledgers`, `.register`, `.dataset`.
    init(_ definition: StudyDefinition.Ledgers) throws(StudyError) {
        let codes = try reading { () throws(DatasetError) in
            try Dataset(at: definition.industryCodes).classificationMap().industryCodes
        }
        var ledgers: [Ledger] = []
        var actorOfFile: [String] = []
        var annual: [String: AnnualAccounts] = [:]
        for firm in definition.firms {
            let (books, accounts) = try Self.read(firm)
            ledgers += books
            actorOfFile += books.map { _ in firm.actor }
            annual[firm.actor] = accounts
        }
        let register = try Self.extract(definition.register, for: ledgers, codes)
        let review = LedgerReview(
            of: ledgers,
            register: register,
            annualAccounts: annual.sorted { $0.key < $1.key }.map(\.value)
        )
        let owners = try Self.owners(of: actorOfFile, in: review, definition)
        self.review = review
        self.owners = owners
        annualAccounts = annual
        self.register = register
        self.codes = codes
    }

    /// - Throws: `.actors(.books(.severalOwners))` for files of one firm that are several firms'.
    private static func owners(
        of actors: [String],
        in review: LedgerReview,
        _ definition: StudyDefinition.Ledgers
    ) throws(StudyError) -> [String: Int] {
        var owners: [String: [Int]] = [:]
        for (file, actor) in zip(review.files, actors) where owners[actor]?.contains(file.owner) != true {
            owners[actor, default: []].append(file.owner)
        }
        for firm in definition.firms {
            guard let own = owners[firm.actor], own.count > 1 else { continue }
            let numbers = own.compactMap { review.owners[$0].number }.map { "\($0)" }
            throw .actors(.books(firm: firm.actor, .severalOwners(numbers)), source: firm.place.file)
        }
        return owners.compactMapValues(\.first)
    }

    private static func read(
        _ firm: StudyDefinition.Ledgers.Firm
    ) throws(StudyError) -> ([Ledger], AnnualAccounts?) {
        do {
            let mapping: LedgerMapping? =
                if let file = firm.mapping { try LedgerMapping(contentsOf: file) } else { nil }
            var ledgers: [Ledger] = []
            for file in firm.books {
                ledgers.append(
                    try Ledger(readingFrom: file, mapping: mapping, owner: firm.organisationNumber)
                )
            }
            let accounts: AnnualAccounts? =
                if let file = firm.annualAccounts { try AnnualAccounts(contentsOf: file) } else { nil }
            return (ledgers, accounts)
        } catch {
            throw .ledgers(error)
        }
    }

    /// What the register says of the parties: from an index, or straight from a small extract of the bulk files.
    private static func extract(
        _ files: [String],
        for ledgers: [Ledger],
        _ codes: IndustryCodes
    ) throws(StudyError) -> RegisterExtract {
        guard let first = files.first else { return .empty }
        do {
            let isIndex = files.count == 1 && first.hasSuffix(".sqlite")
            let index =
                isIndex
                ? try RegisterIndex(at: first) : try RegisterIndex(inMemoryFrom: files, codes: codes)
            return try RegisterExtract.extract(for: ledgers) { numbers throws(CompanyRegisterError) in
                try index.extract(for: numbers)
            }
        } catch {
            throw .register(error)
        }
    }
}
