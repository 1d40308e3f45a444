/// What the columns of exported ledgers are called, by meaning; best known name first.
///
/// Names are compared in lower case, without spaces and punctuation: `Org.nr` and `orgnr` are one. Sources: exports of
/// PowerOffice Go, Visma Business, Tripletex and Fakuva, summaries made from SAF-T, and this package's own journal; a few
/// plain spellings of the same words stand beside them. A name that means several things (*Kontonummer* is an account in
/// a journal and a bank account in a list of parties) is decided by the table's form, see `TableForm`.
enum ColumnAliases {
    static let table: [(column: LedgerColumn, names: [String])] = [
        (
            .voucher,
            [
                "bilagsnr", "bilagsnummer", "bilag", "bilagnr", "doknr", "dokumentnr", "voucher", "voucherno",
                "vouchernumber", "transactionid", "transaksjonsnr",
            ]
        ),
        (
            .date,
            [
                "bilagsdato", "posteringsdato", "dato", "fakturadato", "transactiondate", "voucherdate",
                "postingdate",
                "date",
            ]
        ),
        (
            .kind,
            [
                "bilagsart", "bilagstype", "art", "posteringstype", "type", "vouchertype", "journal",
                "journalid",
            ]
        ),
        (
            .account,
            ["konto", "kontonr", "kontonummer", "hovedbokskonto", "accountid", "account", "accountno"]
        ),
        (.accountName, ["kontonavn", "kontobeskrivelse", "accountname", "accountdescription"]),
        (
            .amount,
            [
                "beløp", "belop", "beløpnok", "beløpinok", "beløpinklmva", "bruttobeløp", "fakturabeløp",
                "amount",
                "sumbeløp",
            ]
        ),
        (.debit, ["debet", "debit", "debetbeløp", "debitamount"]),
        (.credit, ["kredit", "credit", "kreditbeløp", "creditamount"]),
        (.taxCode, ["mvakode", "avgiftskode", "momskode", "taxcode", "vatcode", "mvakd"]),
        (.customer, ["kundenr", "kundenummer", "kundenrid", "customerid", "customerno", "customernumber"]),
        (.customerName, ["kundenavn", "kunde", "customername"]),
        (
            .supplier,
            [
                "leverandørnr", "leverandørnummer", "levnr", "leverandornr", "supplierid", "vendorno",
                "supplierno",
            ]
        ),
        (
            .supplierName,
            ["leverandørnavn", "leverandør", "levnavn", "leverandornavn", "suppliername", "vendorname"]
        ),
        (.party, ["reskontronr", "reskontro", "aktørnr", "motpartnr", "partyid"]),
        (.partyName, ["navn", "reskontronavn", "motpart", "name"]),
        (
            .organisationNumber,
            [
                "orgnr", "organisasjonsnummer", "organisasjonsnr", "foretaksnr", "foretaksnummer",
                "orgnummer", "orgno", "registrationnumber", "organizationnumber",
            ]
        ),
        (.country, ["land", "landkode", "landskode", "country", "countrycode"]),
        (.postalCode, ["postnr", "postnummer", "postalcode", "zip"]),
        (
            .invoice,
            ["fakturanr", "fakturanummer", "faktura", "invoiceno", "invoicenumber", "referanse", "reference"]
        ),
        (
            .text,
            ["tekst", "beskrivelse", "bilagstekst", "posteringstekst", "description", "text", "ekstratekst"]
        ),
        (
            .purchases,
            [
                "innkjøpeksmva", "innkjøpeksklmva", "kjøpeksmva", "innkjøpekskl", "purchasesexvat",
                "purchasesexclvat", "innkjøp",
            ]
        ),
        (
            .sales,
            ["omsetningeksmva", "omsetningeksklmva", "salgeksmva", "salesexvat", "salesexclvat", "omsetning"]
        ),
        (.open, ["restbeløp", "rest", "utestående", "åpentbeløp", "openamount"]),
        (.balance, ["saldo", "utgåendesaldo", "balance"]),
    ]

    /// The meaning of each name, and its rank among the names of that meaning.
    static let byName: [String: (column: LedgerColumn, rank: Int)] = {
        var found: [String: (column: LedgerColumn, rank: Int)] = [:]
        for (column, names) in table {
            for (rank, name) in names.enumerated() { found[name] = (column, rank) }
        }
        return found
    }()

    /// `name` in lower case, without anything but letters and digits.
    static func normalised(_ name: String) -> String {
        String(name.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    /// What the columns named `headers` mean. Of two that could mean the same, the better known name is taken, of equals
    /// the first; the other means nothing.
    static func meanings(of headers: [String]) -> [LedgerColumn: Int] {
        var best: [LedgerColumn: (index: Int, rank: Int)] = [:]
        for (index, header) in headers.enumerated() {
            guard let (column, rank) = byName[normalised(header)] else { continue }
            if let held = best[column], held.rank <= rank { continue }
            best[column] = (index, rank)
        }
        return best.mapValues(\.index)
    }
}
