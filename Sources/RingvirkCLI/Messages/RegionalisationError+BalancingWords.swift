import Accounts
import Regionalisation

extension RegionalisationError {
    /// What is wrong with a table that was to be balanced, or with its margins.
    func balancingSentence(_ words: Words) -> String {
        switch self {
        case .marginsDisagree(let rows, let columns):
            words(
                """
                the row totals add up to \(words.number(rows)), but the column totals to \(words.number(columns)); \
                difference \(words.number(rows - columns)). No table has both.
                """,
                """
                radsummene er til sammen \(words.number(rows)), men kolonnesummene \(words.number(columns)); differanse \
                \(words.number(rows - columns)). Ingen tabell har begge deler.
                """
            )
        case .marginNotFinite(let line, let value):
            words(
                "the total of \(words.line(line)) is \(words.notANumber(value)).",
                "summen for \(words.line(line)) er \(words.notANumber(value))."
            )
        case .cellNotFinite(let row, let column, let value):
            words(
                "the cell in \(words.line(row)), \(words.line(column)) is \(words.notANumber(value)).",
                "cellen i \(words.line(row)), \(words.line(column)) er \(words.notANumber(value))."
            )
        case .negativeCell(let row, let column, let value):
            words(
                """
                the cell in \(words.line(row)), \(words.line(column)) is \(words.number(value)); RAS takes no negative \
                cells.
                """,
                """
                cellen i \(words.line(row)), \(words.line(column)) er \(words.number(value)); RAS tar ikke negative \
                celler.
                """
            )
        case .marginOutOfReach(let line, let margin, let frozen, let hasCells):
            outOfReachSentence(words, line, margin: margin, frozen: frozen, hasCells: hasCells)
        case .oneSidedProduct(let line, let supply, let use):
            words(
                """
                \(words.line(line)): supply is \(words.number(supply)) and use is \(words.number(use)) in the base year; \
                a product with only one of them cannot be balanced.
                """,
                """
                \(words.line(line)): tilgangen er \(words.number(supply)) og anvendelsen \(words.number(use)) i basisåret; \
                et produkt med bare én av dem kan ikke avstemmes.
                """
            )
        case .marginsNotMet(let iterations, let line, let found, let wanted):
            words(
                """
                after \(iterations) iterations \(words.line(line)) adds up to \(words.number(found)) and should be \
                \(words.number(wanted)); difference \(words.number(found - wanted)), the largest there is. No balanced \
                table was made.
                """,
                """
                etter \(iterations) gjennomløp er \(words.line(line)) til sammen \(words.number(found)) og skulle vært \
                \(words.number(wanted)); differanse \(words.number(found - wanted)), den største som er igjen. Ingen \
                avstemt tabell er laget.
                """
            )
        default: blockSentence(words)
        }
    }

    private func outOfReachSentence(
        _ words: Words,
        _ line: TableLine,
        margin: Double,
        frozen: Double,
        hasCells: Bool
    ) -> String {
        let left = words.number(margin - frozen)
        let rest =
            frozen == 0
            ? words("it should add up to \(left)", "den skal bli \(left) til sammen")
            : words(
                "\(words.number(margin)) less \(words.number(frozen)) in frozen cells leaves \(left)",
                "\(words.number(margin)) minus \(words.number(frozen)) i låste celler gir \(left)"
            )
        let reason =
            hasCells
            ? words(
                "but all cells that may change have the other sign",
                "men alle celler som kan endres, har motsatt fortegn"
            )
            : words("but no cell may change", "men ingen celle kan endres")
        return words("\(words.line(line)): \(rest), \(reason).", "\(words.line(line)): \(rest), \(reason).")
    }

    private func blockSentence(_ words: Words) -> String {
        switch self {
        case .disconnected(let rows, let columns, let rowTotal, let columnTotal):
            words(
                """
                the table falls into blocks that share no cell. One of them, \(words.lines(rows)) and \
                \(words.lines(columns)), has row totals of \(words.number(rowTotal)) and column totals of \
                \(words.number(columnTotal)); difference \(words.number(rowTotal - columnTotal)).
                """,
                """
                tabellen faller fra hverandre i blokker uten felles celler. En av dem, \(words.lines(rows)) og \
                \(words.lines(columns)), har radsummer på \(words.number(rowTotal)) og kolonnesummer på \
                \(words.number(columnTotal)); differanse \(words.number(rowTotal - columnTotal)).
                """
            )
        case .outOfReach(let rows, let columns, let rowTotal, let columnTotal):
            words(
                """
                zeros stand in the way: \(words.lines(rows)) should add up to \(words.number(rowTotal)), but have cells \
                in \(words.lines(columns)) only, which should add up to \(words.number(columnTotal)).
                """,
                """
                nuller står i veien: \(words.lines(rows)) skal til sammen bli \(words.number(rowTotal)), men har bare \
                celler i \(words.lines(columns)), som til sammen skal bli \(words.number(columnTotal)).
                """
            )
        default: ""
        }
    }

    /// What to do about it.
    func balancingRemedy(_ words: Words) -> String {
        switch self {
        case .marginsDisagree:
            words(
                "Correct the totals, or say which side is to be scaled to the other.",
                "Rett summene, eller si hvilken side som skal skaleres til den andre."
            )
        case .marginNotFinite, .cellNotFinite:
            words("Put a number there, or zero.", "Sett inn et tall der, eller null.")
        case .negativeCell:
            words(
                "Use GRAS, which takes negative cells, or correct the cell.",
                "Bruk GRAS, som tar negative celler, eller rett cellen."
            )
        case .marginOutOfReach:
            words(
                """
                Correct the total, put a cell there that can carry it, free a frozen cell, or let the line change sign \
                (sign-flipping RAS).
                """,
                """
                Rett summen, sett inn en celle som kan bære den, frigi en låst celle, eller la linjen skifte fortegn \
                (RAS med fortegnsskifte).
                """
            )
        case .disconnected, .outOfReach:
            words(
                "Correct the totals of these rows and columns, or put a small number in a cell that joins them to the rest.",
                "Rett summene for disse radene og kolonnene, eller sett et lite tall i en celle som knytter dem til resten."
            )
        case .oneSidedProduct:
            words(
                "Merge the product with another, or give it both supply and use in the base year.",
                "Slå produktet sammen med et annet, eller gi det både tilgang og anvendelse i basisåret."
            )
        case .marginsNotMet:
            words(
                "Allow more iterations or a larger deviation, or look for zeros that stand in the way.",
                "Tillat flere gjennomløp eller et større avvik, eller se etter nuller som står i veien."
            )
        default: ""
        }
    }
}

extension Words {
    /// A row or a column, by code where it has one and by number otherwise.
    fileprivate func line(_ line: TableLine) -> String {
        let side = line.side == .row ? self("row", "rad") : self("column", "kolonne")
        guard let code = line.code else {
            return self("\(side) number \(line.position + 1)", "\(side) nummer \(line.position + 1)")
        }
        return "\(side) \(quoted(code))"
    }

    /// Some rows or some columns.
    fileprivate func lines(_ lines: [TableLine]) -> String {
        guard let first = lines.first else { return self("no rows or columns", "ingen rader eller kolonner") }
        guard lines.count > 1 else { return line(first) }
        let side = first.side == .row ? self("rows", "radene") : self("columns", "kolonnene")
        return side + " " + list(lines.map { $0.code ?? "\($0.position + 1)" })
    }

    /// NaN or infinite, in words.
    fileprivate func notANumber(_ value: Double) -> String {
        value.isNaN ? self("not a number", "ikke et tall") : self("infinite", "uendelig")
    }
}
