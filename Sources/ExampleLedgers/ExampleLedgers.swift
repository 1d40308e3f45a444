import Accounts
import FileFormats

/// The books of an invented industrial cluster, in the formats firms deliver them in, with all the faults of real books
/// and the truth beside them.
///
/// Six firms of the kinds at Orkanger with some four hundred and fifty parties in their books, one year or two, each a year
/// that such a firm could have. Everything is invented, organisation numbers included; the same options give the same
/// vouchers on every machine. docs/LEDGERS.md says what is planted.
public struct ExampleLedgers: Sendable {
    /// What was asked for.
    public let options: ExampleOptions
    private let cluster: ExampleCluster
    private let truths: [FirmTruth]

    /// What was written.
    public struct Summary: Sendable, Hashable {
        /// The files, relative to the folder.
        public let files: [String]
        /// Each firm's vouchers and lines.
        public let firms: [Firm]
        /// How many times each thing was planted, and the kroner it is about; in the order of `Planted`.
        public let planted: [Count]

        /// A firm's books.
        public struct Firm: Sendable, Hashable {
            /// The firm's name.
            public let name: String
            /// Its vouchers.
            public let vouchers: Int
            /// Its journal lines.
            public let lines: Int
        }

        /// How often something was planted.
        public struct Count: Sendable, Hashable {
            /// What was planted.
            public let planted: Planted
            /// How many times: vouchers or parties.
            public let times: Int
        }
    }

    /// Keeps the books once, so as to know their sums.
    ///
    /// - Throws: `.tooManyRows` where a firm's books are too long for a workbook that is asked for.
    public init(_ options: ExampleOptions) throws(ExampleLedgersError) {
        self.options = options
        let cluster = ExampleCluster(options)
        self.cluster = cluster
        truths = cluster.firms.map { FirmTruth(cluster, $0) }
        // The header and the lines above and below it take rows, too.
        let most = XLSXWriter.mostRows - 10
        if options.formats.contains(.xlsx) {
            for (firm, truth) in zip(cluster.firms, truths) where truth.lines > most {
                throw .tooManyRows(firm: firm.archetype.name, lines: truth.lines, limit: most)
            }
        }
    }

    /// Writes all files to `folder`, together or not at all; `progress` is told each as it is begun.
    ///
    /// - Throws: `.file`, for a file that cannot be written.
    public func write(
        to folder: String,
        progress: (String) -> Void = { _ in }
    ) throws(ExampleLedgersError) -> Summary {
        let files = StreamedOutputSet(folder: folder)
        do {
            for (firm, truth) in zip(cluster.firms, truths) { try write(firm, truth, files, progress) }
            try writeRegister(files)
            try writeTruth(files)
            try files.add("README.md", Array(readme.utf8))
            try files.publish()
        } catch {
            throw .file(error)
        }
        return Summary(
            files: files.names,
            firms: zip(cluster.firms, truths).map {
                Summary.Firm(name: $0.archetype.name, vouchers: $1.vouchers, lines: $1.lines)
            },
            planted: Planted.allCases.map { Summary.Count(planted: $0, times: times($0)) }.filter {
                $0.times > 0
            }
        )
    }

    private func write(
        _ firm: ExampleFirm,
        _ truth: FirmTruth,
        _ files: StreamedOutputSet,
        _ progress: (String) -> Void
    ) throws(FileFormatError) {
        let key = firm.archetype.key
        if options.formats.contains(.saft) {
            progress("saft/\(key).zip")
            let archive = try files.add("saft/\(key).zip")
            let unpacked = try StreamedFile(archive.path + ".xml")
            var writer = SAFTWriter(cluster, firm, truth, to: unpacked)
            try writer.write()
            let made = moved(cluster.days.upperBound, by: 31).description.filter { $0 != "-" }
            try ZipFile.pack(unpacked, entry: "SAF-T Financial_\(firm.number)_\(made)000000.xml", to: archive)
        }
        if options.formats.contains(.csv) {
            progress("csv/\(key).csv")
            var writer = JournalCSVWriter(cluster, firm, to: try files.add("csv/\(key).csv"))
            try writer.write()
        }
        if options.formats.contains(.xlsx) {
            progress("xlsx/\(key).xlsx")
            try JournalXLSXWriter(cluster, firm).write(to: try files.add("xlsx/\(key).xlsx"))
        }
    }

    private func writeRegister(_ files: StreamedOutputSet) throws(FileFormatError) {
        let register = RegisterWriter(cluster)
        for (name, isEstablishment) in [("enheter", false), ("underenheter", true)] {
            let json = Array(register.json(establishments: isEstablishment).utf8)
            let packed = "register/\(name)_alle.json.gz"
            guard let bytes = GzipFile.pack(json) else {
                throw .cannotWrite(path: packed, reason: "No memory to pack it")
            }
            try files.add(packed, bytes)
            try files.add(
                "register/\(name)_alle.csv",
                Array(register.csv(establishments: isEstablishment).utf8)
            )
        }
        try files.add("register/mergers.csv", Array(register.mergers.utf8))
    }

    private func writeTruth(_ files: StreamedOutputSet) throws(FileFormatError) {
        let differences = AnnualAccountsWriter.differences(truths, in: options.year)
        for (firm, truth) in zip(cluster.firms, truths) {
            for year in options.bookYears {
                let planted = year == options.year ? differences : []
                let text = AnnualAccountsWriter.text(firm, truth, year: year, planted)
                try files.add("annual-accounts/\(firm.archetype.key)-\(year).yaml", Array(text.utf8))
            }
        }
        let truth = TruthWriter(cluster: cluster, truths: truths)
        try files.add("truth/planted.csv", Array(truth.planted.utf8))
        try files.add("truth/parties.csv", Array(truth.parties.utf8))
        try files.add("truth/firms.csv", Array(truth.firms.utf8))
        try files.add("truth/deliveries.csv", Array(truth.deliveries.utf8))
    }

    private func times(_ planted: Planted) -> Int {
        switch planted {
        case .annualAccounts: return AnnualAccountsWriter.differences(truths, in: options.year).count
        case .sellerBuyer: return cluster.deliveries.count { $0.sold != $0.bought }
        default: break
        }
        return zip(cluster.firms, truths).reduce(0) { sum, pair in
            sum + pair.1.planted.count { $0.planted == planted }
                + zip(pair.0.parties, pair.1.parties).count { $0.planted.contains(planted) && $1.trades > 0 }
        }
    }

    /// What lies in the folder; for whoever finds it.
    private var readme: String {
        """
        # Eksempelbøker (oppdiktet) / Example ledgers (invented)

        Alt her er oppdiktet: bedriftene, motpartene, organisasjonsnumrene (de begynner på 5, som ingen virkelige
        gjør), personnavnene og beløpene. Ingen tall gjelder noen virkelig bedrift.

        Everything here is invented: the firms, the parties, the organisation numbers (they begin with 5, as no real
        ones do), the persons' names and the amounts. No figure is any real firm's.

        Seks arketyper, med et års størrelser som er rimelige for sitt slag: omsetningen er den i studien
        trondelag-2019 (actors.csv, illustrasjon), innkjøp, lønn og overskudd er forutsetninger i generatoren.

        Six archetypes, with a year of sizes that are reasonable for their kinds: sales are those of the study
        trondelag-2019 (actors.csv, illustrative), purchases, wages and surplus are assumptions of the generator.

        Made by `ringvirk example ledgers --seed \(options.seed) --year \(options.year) --years \(options.years) \
        --lines \(options.lines)`.

        - saft/, csv/, xlsx/: the same books of each firm in three formats
        - register/: an extract in the forms of Enhetsregisteret's bulk files, and a list of mergers
        - annual-accounts/: each firm's annual accounts
        - truth/: what is planted (planted.csv), what each firm bought from and sold to each party (parties.csv),
          totals (firms.csv) and the deliveries among the six (deliveries.csv); amounts in øre

        """
    }
}
