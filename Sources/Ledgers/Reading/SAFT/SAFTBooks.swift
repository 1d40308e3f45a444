import Accounts
import FileFormats

/// What has been read of a delivery so far, over all its files: header, master files, totals and faults.
struct SAFTBooks {
    var faults = FaultNotes()
    var header = SAFTHeader()
    var accounts: [String: String] = [:]
    var standardAccounts: [String: String] = [:]
    private(set) var parties: [Party] = []
    private var partyPlaces: [PartyReference: Int] = [:]
    var totals = SAFTTotals()

    /// Adds a party, or what an earlier one of the same number lacks: a delivery in several files has its parties in each.
    mutating func add(_ party: Party, of file: String) throws(FileFormatError) {
        guard let place = partyPlaces[party.reference] else {
            guard parties.count < LedgerBounds.parties else {
                throw .tooMany(path: file, of: "parties", limit: LedgerBounds.parties)
            }
            partyPlaces[party.reference] = parties.count
            parties.append(party)
            return
        }
        let first = parties[place]
        parties[place] = Party(
            reference: first.reference,
            name: first.name.isEmpty ? party.name : first.name,
            organisationNumber: first.organisationNumber ?? party.organisationNumber,
            country: first.country ?? party.country,
            postalCode: first.postalCode ?? party.postalCode,
            opening: first.opening ?? party.opening,
            closing: first.closing ?? party.closing,
            line: first.line
        )
    }

    /// Adds an account of the firm's own.
    mutating func add(
        account: String,
        called name: String,
        standard: String?,
        of file: String
    ) throws(FileFormatError) {
        guard accounts.count < LedgerBounds.parties else {
            throw .tooMany(path: file, of: "accounts", limit: LedgerBounds.parties)
        }
        accounts[account] = name
        if let standard { standardAccounts[account] = standard }
    }

    /// The books.
    func books(file: String) -> Books {
        Books(
            file: file,
            format: "SAF-T Financial" + (header.version.isEmpty ? "" : " " + header.version),
            owner: header.owners.first,
            ownerName: header.ownerName,
            period: header.period ?? totals.period,
            accounts: accounts,
            parties: parties,
            voucherCount: totals.vouchers,
            lineCount: totals.lines,
            debit: totals.debit,
            credit: totals.credit,
            standardAccounts: standardAccounts,
            controls: totals.controls
        )
    }
}
