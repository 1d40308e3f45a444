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

    private let books: [FirmFiles]
    private let index: RegisterIndex?

    /// What was read of one firm.
    private struct FirmFiles {
        let firm: StudyDefinition.Ledgers.Firm
        let ledgers: [Ledger]
        let annualAccounts: AnnualAccounts?
    }

    /// Reads what `definition` names.
    ///
    /// - Throws: `.ledgers`, `.register`, `.dataset`; `.actors` for files of one firm that are several firms'.
    init(_ definition: StudyDefinition.Ledgers) throws(StudyError) {
        let codes = try reading { () throws(DatasetError) in
            try Dataset(at: definition.industryCodes).classificationMap().industryCodes
        }
        let books = try definition.firms.map { firm throws(StudyError) in try Self.read(firm) }
        try self.init(books, Self.index(definition.register, codes), codes)
    }

    private init(_ books: [FirmFiles], _ index: RegisterIndex?, _ codes: IndustryCodes) throws(StudyError) {
        let ledgers = books.flatMap(\.ledgers)
        let register = try Self.extract(index, for: ledgers)
        let annual = books.compactMap { one in one.annualAccounts.map { (one.firm.actor, $0) } }
        review = LedgerReview(
            of: ledgers,
            register: register,
            annualAccounts: annual.sorted { $0.0 < $1.0 }.map(\.1)
        )
        owners = try Self.owners(of: books, in: review)
        annualAccounts = Dictionary(annual) { $1 }
        self.register = register
        self.codes = codes
        self.books = books
        self.index = index
    }

    /// One firm's alone, reviewed as if no other's had been read.
    ///
    /// - Throws: `.register`.
    func only(_ firm: StudyDefinition.Ledgers.Firm) throws(StudyError) -> StudyLedgers {
        try StudyLedgers(books.filter { $0.firm.actor == firm.actor }, index, codes)
    }

    /// - Throws: `.actors(.books(.severalOwners))` for files of one firm that are several firms'.
    private static func owners(
        of books: [FirmFiles],
        in review: LedgerReview
    ) throws(StudyError) -> [String: Int] {
        var owners: [String: Int] = [:]
        var files = review.files[...]
        for one in books {
            let own = Set(files.prefix(one.ledgers.count).map(\.owner)).sorted()
            files = files.dropFirst(one.ledgers.count)
            guard own.count < 2 else {
                let numbers = own.compactMap { review.owners[$0].number }.map { "\($0)" }
                throw .actors(
                    .books(firm: one.firm.actor, .severalOwners(numbers)),
                    source: one.firm.place.file
                )
            }
            owners[one.firm.actor] = own.first
        }
        return owners
    }

    private static func read(_ firm: StudyDefinition.Ledgers.Firm) throws(StudyError) -> FirmFiles {
        do {
            let mapping: LedgerMapping? =
                if let file = firm.mapping { try LedgerMapping(contentsOf: file) } else { nil }
            let ledgers = try firm.books.map { file throws(LedgersError) in
                try Ledger(readingFrom: file, mapping: mapping, owner: firm.organisationNumber)
            }
            let accounts: AnnualAccounts? =
                if let file = firm.annualAccounts { try AnnualAccounts(contentsOf: file) } else { nil }
            return FirmFiles(firm: firm, ledgers: ledgers, annualAccounts: accounts)
        } catch {
            throw .ledgers(error)
        }
    }

    /// The register: an index, or one made of a small extract of the bulk files; `nil` where there is none.
    private static func index(_ files: [String], _ codes: IndustryCodes) throws(StudyError) -> RegisterIndex?
    {
        guard let first = files.first else { return nil }
        do {
            let isIndex = files.count == 1 && first.hasSuffix(".sqlite")
            return isIndex
                ? try RegisterIndex(at: first) : try RegisterIndex(inMemoryFrom: files, codes: codes)
        } catch {
            throw .register(error)
        }
    }

    /// What the register says of the parties.
    private static func extract(
        _ index: RegisterIndex?,
        for ledgers: [Ledger]
    ) throws(StudyError) -> RegisterExtract {
        guard let index else { return .empty }
        do {
            return try RegisterExtract.extract(for: ledgers) { numbers throws(CompanyRegisterError) in
                try index.extract(for: numbers)
            }
        } catch {
            throw .register(error)
        }
    }
}
