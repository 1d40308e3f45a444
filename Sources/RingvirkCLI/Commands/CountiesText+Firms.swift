import Accounts
import Actors
import Reporting
import Ringvirk

extension CountiesText {
    /// Where the firms' output lands: three tables of value added, three of persons.
    func text(of firms: CountyFirms) -> String {
        let table = FirmLandingTable(firms.firms, firms.landings, language: language)
        let place = firms.firms.firms.first?.region.name.text(in: language) ?? ""
        let year = counties.definition.year
        var blocks = firms.isConfidential ? [ConfidentialMark(language).line] : []
        blocks.append(
            words(
                "Firms in \(place) \(year): value added per krone of output, by where it lands, Type I",
                "Bedrifter i \(place) \(year): verdiskaping per krone produksjon, etter hvor den lander, type I"
            )
        )
        blocks.append(
            firms.landings.ofFirms.map { "\($0.firm.code): \($0.firm.name.text(in: language))" }
                .joined(separator: "; ")
        )
        blocks += FirmLandingTable.Figures.allCases.map { table.valueAdded($0).plainText }
        blocks.append(words("Persons employed per MNOK of output", "Sysselsatte per mill. kr produksjon"))
        blocks += FirmLandingTable.Figures.allCases.compactMap { table.employment($0)?.plainText }
        return blocks.joined(separator: "\n\n").replacing("\n\n\n", with: "\n\n")
    }

    func notesOfFirms(_ firms: CountyFirms) -> [String] {
        let number = NumberFormat(language)
        let all = firms.firms.places
        func share(_ side: TradeSide) -> String {
            let own = all.filter { $0.side == side }
            let sum = own.reduce(0) { $0 + $1.amount }
            let known = own.filter { $0.rule == .register }.reduce(0) { $0 + $1.amount }
            return number.percent(sum == 0 ? 0 : known / sum, decimals: 0)
        }
        var notes = [
            Self.rowsOfTheirOwn(firms.firms.firms.count, words),
            words(
                """
                Trade with other counties: of purchases \(share(.purchases)) and of sales \(share(.sales)) by the county \
                the register has for the partner, the rest as the firm's industry trades.
                """,
                """
                Handel med andre fylker: \(share(.purchases)) av kjøpene og \(share(.sales)) av salget etter fylket \
                registeret har for motparten, resten slik bedriftens næring handler.
                """
            ),
        ]
        if !firms.isConfidential {
            notes.append(
                words(
                    "The firms are invented types, not actual firms.",
                    "Bedriftene er oppdiktede typer, ikke faktiske bedrifter."
                )
            )
        }
        return notes
    }

    /// That the firms stand in the table, and how.
    static func rowsOfTheirOwn(_ firms: Int, _ words: Wording) -> String {
        if firms == 1 {
            return words(
                """
                1 firm has a row and a column of its own, from its reviewed books (docs/FIRMS.md); from statistics alone \
                it is its industry in the county in small. It is taken out of the system: what is bought of it is not \
                followed further.
                """,
                """
                1 bedrift har egen rad og kolonne fra gjennomgåtte regnskap (docs/FIRMS.md); fra statistikken alene er den \
                næringen sin i fylket i liten målestokk. Den er tatt ut av systemet: det som kjøpes av den, følges ikke \
                videre.
                """
            )
        }
        return words(
            """
            \(firms) firms have rows and columns of their own, from their reviewed books (docs/FIRMS.md); from statistics \
            alone each is its industry in the county in small. All of them are taken out of the system: what is bought of \
            them is not followed further.
            """,
            """
            \(firms) bedrifter har egne rader og kolonner fra gjennomgåtte regnskap (docs/FIRMS.md); fra statistikken alene \
            er hver av dem sin næring i fylket i liten målestokk. Alle er tatt ut av systemet: det som kjøpes av dem, følges \
            ikke videre.
            """
        )
    }
}
