import Disclosure

extension DisclosureError: Worded {
    func message(_ words: Words) -> Message {
        words.message(
            [words.problem(problem(words))],
            remedy: remedy(words),
            .badData
        )
    }

    private func remedy(_ words: Words) -> String {
        switch self {
        case .parameterOutside:
            words(
                "Correct the rule under the key ledgers.disclosure (docs/DISCLOSURE.md).",
                "Rett regelen under nøkkelen ledgers.disclosure (docs/DISCLOSURE.md)."
            )
        case .contradictsEarlier:
            words(
                """
                Use the books that the earlier run was made of, or publish nothing more of these firms; --confidential shows \
                everything to the owner of the books alone.
                """,
                """
                Bruk regnskapene den tidligere kjøringen ble laget av, eller ikke publiser mer om disse bedriftene; \
                --confidential viser alt til eieren av regnskapene alene.
                """
            )
        default:
            words(
                """
                Publish nothing of these firms, or take more firms into the study; --confidential shows everything to the owner \
                of the books alone.
                """,
                """
                Ikke publiser noe om disse bedriftene, eller ta flere bedrifter med i studien; --confidential viser alt til eieren \
                av regnskapene alene.
                """
            )
        }
    }

    private func problem(_ words: Words) -> String {
        switch self {
        case .repeatedContribution(let name), .contributionOutside(let name):
            words(
                "the cell \(words.quoted(name.cell)) of \(words.quoted(name.unit)) cannot be looked at for disclosure.",
                "cellen \(words.quoted(name.cell)) hos \(words.quoted(name.unit)) kan ikke vurderes for avsløring."
            )
        case .repeatedItem(let item), .unknownContribution(_, let item), .wrongCoefficient(_, let item),
            .wrongFigure(let item):
            words(
                "the figure \(words.quoted(item)) cannot be looked at for disclosure.",
                "tallet \(words.quoted(item)) kan ikke vurderes for avsløring."
            )
        case .contradictsEarlier(let item):
            words(
                """
                the books do not give what was told earlier as \(words.quoted(item)): they have been revised, and what both runs \
                tell together cannot be protected.
                """,
                """
                regnskapene gir ikke det som tidligere er fortalt som \(words.quoted(item)): de er endret, og det begge kjøringene \
                forteller til sammen, kan ikke beskyttes.
                """
            )
        case .contradictsLimit(let name):
            words(
                "the books do not fit the public limit \(words.quoted(name)): it is not true, or they are not.",
                "regnskapene passer ikke med den offentlige grensen \(words.quoted(name)): den er ikke sann, eller de er det ikke."
            )
        case .parameterOutside(let name, let value):
            words(
                "the rule \(words.quoted(name)) cannot be \(words.number(value)).",
                "regelen \(words.quoted(name)) kan ikke være \(words.number(value))."
            )
        case .notProtectable(let figures):
            words(
                "\(figures.count) of the firms' figures could be found from what is published already.",
                "\(figures.count) av bedriftenes tall kunne vært funnet av det som alt er publisert."
            )
        case .solverFailed(let status):
            words(
                "the disclosure check gave up (status \(status)).",
                "avsløringskontrollen gav opp (status \(status))."
            )
        }
    }
}
