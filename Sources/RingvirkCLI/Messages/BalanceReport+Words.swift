import Accounts

extension BalanceReport {
    /// A line for each row and column beyond the tolerance, twenty at most, and one on what is accepted.
    func problems(_ words: Words) -> [String] {
        words.shown(beyondTolerance.map { words.problem($0.sentence(words)) })
            + [words.problem(tolerance.sentence(words))]
    }
}

extension BalanceReport.Imbalance {
    fileprivate func sentence(_ words: Words) -> String {
        let decimals = decimals
        let (stated, found) = (
            words.number(stated, decimals: decimals), words.number(found, decimals: decimals)
        )
        let off = (difference > 0 ? "+" : "") + words.number(difference, decimals: decimals)
        let code = words.quoted(code)
        return switch side {
        case .row:
            words(
                "row \(code): output is stated as \(stated), but sales add up to \(found); difference \(off).",
                "rad \(code): produksjonen er oppgitt til \(stated), men salget summerer seg til \(found); avvik \(off)."
            )
        case .column:
            words(
                """
                column \(code): output is stated as \(stated), but purchases and value added add up to \(found); \
                difference \(off).
                """,
                """
                kolonne \(code): produksjonen er oppgitt til \(stated), men innkjøp og bruttoprodukt summerer seg \
                til \(found); avvik \(off).
                """
            )
        case .imports:
            words(
                """
                imports in column \(code): the import row says \(stated), but the imported flows add up to \
                \(found); difference \(off).
                """,
                """
                import i kolonne \(code): importraden sier \(stated), men importstrømmene summerer seg til \
                \(found); avvik \(off).
                """
            )
        }
    }

    /// Enough decimals to show the difference.
    private var decimals: Int {
        switch abs(difference) {
        case 1000...: 0
        case 1..<1000: 1
        case 0.01..<1: 3
        default: difference.isFinite ? 6 : 0
        }
    }
}

extension BalanceTolerance {
    fileprivate func sentence(_ words: Words) -> String {
        let (row, column) = (words.number(row), words.number(column))
        let accepted = words(
            "accepted is a difference of \(row) in a row and \(column) in a column",
            "godtatt er et avvik på \(row) i en rad og \(column) i en kolonne"
        )
        return reason.isEmpty
            ? accepted + "." : accepted + "; " + words("reason: ", "begrunnelse: ") + reason + "."
    }
}
