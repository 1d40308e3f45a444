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
    private var textBytes = 0

    /// Adds a party, or what an earlier one of the same number lacks: a delivery in several files has its parties in each.
    mutating func add(_ party: Party, of file: String) throws(FileFormatError) {
        try hold(
            party.reference.id.utf8.count + party.name.utf8.count
                + (party.organisationNumber?.utf8.count ?? 0)
                + (party.country?.utf8.count ?? 0) + (party.postalCode?.utf8.count ?? 0),
            of: file
        )
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
        try hold(account.utf8.count + name.utf8.count, of: file)
        accounts[account] = name
        if let standard { standardAccounts[account] = standard }
    }

    private mutating func hold(_ bytes: Int, of file: String) throws(FileFormatError) {
        textBytes += bytes
        guard textBytes <= LedgerBounds.heldBytes else {
            throw .tooMany(path: file, of: "bytes of accounts and parties", limit: LedgerBounds.heldBytes)
        }
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
