import Accounts
import LinearAlgebra

extension LinearAlgebraError: Worded {
    func message(_ words: Words) -> Message { message(words, sector: nil) }

    /// The error, with the industry it was met at where one is known.
    func message(_ words: Words, sector: String?) -> Message {
        words.message([words.problem(sentence(words, sector))], remedy: remedy(words, sector), .numerical)
    }

    private func sentence(_ words: Words, _ sector: String?) -> String {
        let at =
            sector.map { words(" at \(words.sector($0))", " ved \(words.sector($0))") } ?? ""
        switch self {
        case .notSquare(let rows, let columns):
            return words(
                "the system has \(rows) rows and \(columns) columns; only a square one can be solved.",
                "systemet har \(rows) rader og \(columns) kolonner; bare et kvadratisk kan løses."
            )
        case .shape(let expected, let rows):
            return words(
                "the system has \(expected) rows, but what it should meet has \(rows).",
                "systemet har \(expected) rader, men det som skal dekkes, har \(rows)."
            )
        case .notFinite(let row, let column, let value):
            let shown = words.quoted(value.isNaN ? "NaN" : words("infinite", "uendelig"))
            return words(
                "the calculation met \(shown) in row \(row + 1), column \(column + 1)\(at); nothing was computed.",
                "beregningen møtte \(shown) i rad \(row + 1), kolonne \(column + 1)\(at); ingenting er beregnet."
            )
        case .singular(let pivot):
            let place = sector == nil ? words(" at row \(pivot + 1)", " ved rad \(pivot + 1)") : at
            return words(
                """
                the equations of the input-output table have no unique solution; the calculation stopped\(place). Industries there \
                buy from each other for all they produce.
                """,
                """
                ligningene fra kryssløpstabellen har ingen entydig løsning; beregningen stanset\(place). Næringer der kjøper av \
                hverandre for alt de produserer.
                """
            )
        case .illConditioned(let condition, let least):
            return words(
                """
                the equations of the input-output table are so close to having no solution\(at) that rounding could take every \
                digit of the result: reciprocal condition number \(words.number(condition)), at least \(words.number(least)) is required.
                """,
                """
                ligningene fra kryssløpstabellen er så nær ved ikke å ha noen løsning\(at) at avrunding kan ta alle sifrene i resultatet: \
                resiprokt kondisjonstall \(words.number(condition)), minst \(words.number(least)) kreves.
                """
            )
        case .outside(let row, let column, let rows, let columns):
            return words(
                "row \(row + 1), column \(column + 1) lies outside a table of \(rows) rows and \(columns) columns.",
                "rad \(row + 1), kolonne \(column + 1) ligger utenfor en tabell med \(rows) rader og \(columns) kolonner."
            )
        case .tooManyRows(let rows):
            return words(
                "a sparse table can have 2,147,483,647 rows; this one has \(rows).",
                "en glissen tabell kan ha 2 147 483 647 rader; denne har \(rows)."
            )
        case .malformed(let column):
            return words(
                "the rows of column \(column + 1) in a sparse table are not in ascending order.",
                "radene i kolonne \(column + 1) i en glissen tabell står ikke i stigende rekkefølge."
            )
        case .fillIn(let predicted, let most):
            return words(
                "solving directly would fill in \(predicted) cells; at most \(most) are allowed.",
                "direkte løsning ville fylt ut \(predicted) celler; høyst \(most) er tillatt."
            )
        case .refused(let routine, let argument):
            return words(
                "the numerical library refused the call: \(words.quoted(routine)), argument \(argument).",
                "regnebiblioteket avviste kallet: \(words.quoted(routine)), argument \(argument)."
            )
        }
    }

    private func remedy(_ words: Words, _ sector: String?) -> String {
        switch self {
        case .notSquare, .shape, .outside, .tooManyRows, .malformed, .refused: return words.tellTheMakers
        case .fillIn:
            return words(
                "Use the engine “iterative”, which needs no factors.",
                "Bruk løseren «iterative», som ikke trenger faktorer."
            )
        case .notFinite, .singular, .illConditioned:
            let those =
                sector.map {
                    words(
                        "at \(words.quoted($0)) and those it buys from",
                        "på \(words.quoted($0)) og dem den kjøper av"
                    )
                }
                ?? words("at the industries", "på næringene")
            return words.checkTable(
                words(
                    "look \(those), for inputs that are as large as the output",
                    "se \(those), etter produktinnsats som er like stor som produksjonen"
                )
            )
        }
    }
}

extension Words {
    /// To run the check on the national table, and what to look for.
    func checkTable(_ lookFor: String) -> String {
        var folder = self("FOLDER", "MAPPE")
        if case .dataset(let path) = source { folder = path }
        let which =
            folder == source?.name
            ? ""
            : self(" on the dataset under data.national_table", " på datasettet under data.national_table")
        return self(
            "Run “\(checking(folder))”\(which), and \(lookFor).",
            "Kjør «\(checking(folder))»\(which), og \(lookFor)."
        )
    }
}
