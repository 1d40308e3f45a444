import Accounts

extension SupplyUseBalance {
    /// A line for each product, industry and margin beyond the tolerance, twenty at most, and one on what is accepted.
    func problems(_ words: Words) -> [String] {
        words.shown(beyondTolerance.map { words.problem($0.sentence(words)) })
            + [words.problem(tolerance.sentence(words))]
    }
}

extension SupplyUseBalance.Imbalance {
    fileprivate func sentence(_ words: Words) -> String {
        let decimals = decimals
        let (supply, use) = (words.number(supply, decimals: decimals), words.number(use, decimals: decimals))
        let off = (difference > 0 ? "+" : "") + words.number(difference, decimals: decimals)
        let code = words.quoted(code)
        return switch side {
        case .product:
            words(
                "product \(code): supply is \(supply), but use is \(use); difference \(off).",
                "produkt \(code): tilgangen er \(supply), men bruken er \(use); avvik \(off)."
            )
        case .domesticProduct:
            words(
                "product \(code): domestic output is \(supply), but use of it is \(use); difference \(off).",
                "produkt \(code): norsk produksjon er \(supply), men bruken av den er \(use); avvik \(off)."
            )
        case .importedProduct:
            words(
                "product \(code): imports are \(supply), but use of them is \(use); difference \(off).",
                "produkt \(code): importen er \(supply), men bruken av den er \(use); avvik \(off)."
            )
        case .industry:
            words(
                "industry \(code): output is \(supply), but inputs and value added add up to \(use); difference \(off).",
                "næring \(code): produksjonen er \(supply), men innsats og bruttoprodukt summerer seg til \(use); avvik \(off)."
            )
        case .margin:
            words(
                "margin \(code): it should add up to 0 over all products, but it adds up to \(use).",
                "avanse \(code): den skal summere seg til 0 over alle produkter, men summerer seg til \(use)."
            )
        case .territory:
            words(
                "row \(code): it should add up to 0 over final demand, but it adds up to \(use).",
                "rad \(code): den skal summere seg til 0 over sluttleveringen, men summerer seg til \(use)."
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

extension SupplyUseTolerance {
    fileprivate func sentence(_ words: Words) -> String {
        let (product, industry) = (words.number(product), words.number(industry))
        let accepted = words(
            "accepted is a difference of \(product) for a product and \(industry) for an industry",
            "godtatt er et avvik på \(product) for et produkt og \(industry) for en næring"
        )
        return reason.isEmpty
            ? accepted + "." : accepted + "; " + words("reason: ", "begrunnelse: ") + reason + "."
    }
}

extension SupplyObstacle {
    /// What stands in the model's way.
    func sentence(_ model: SymmetricModel, _ words: Words) -> String {
        let letter = model.rawValue.uppercased()
        switch self {
        case .rectangular(let products, let industries):
            return words(
                """
                model \(letter) needs as many products as industries; the supply table has \(products) products and \
                \(industries) industries.
                """,
                """
                modell \(letter) krever like mange produkter som næringer; tilgangstabellen har \(products) produkter \
                og \(industries) næringer.
                """
            )
        case .withoutOutput(let products, let industries):
            let made = products.isEmpty ? nil : words.list(products)
            let makers = industries.isEmpty ? nil : words.list(industries)
            let (none, ingen) = ("none", "ingen")
            return words(
                """
                model \(letter) cannot be solved: products that nobody makes: \(made ?? none); industries that make \
                nothing: \(makers ?? none).
                """,
                """
                modell \(letter) lar seg ikke løse: produkter ingen lager: \(made ?? ingen); næringer uten \
                produksjon: \(makers ?? ingen).
                """
            )
        case .singular(let industry):
            return words(
                """
                model \(letter) cannot be solved: what industry \(words.quoted(industry)) makes is the same mix of \
                products as other industries together make.
                """,
                """
                modell \(letter) lar seg ikke løse: næring \(words.quoted(industry)) lager den samme blandingen av \
                produkter som andre næringer til sammen.
                """
            )
        case .illConditioned(let reciprocal, let least):
            return words(
                """
                model \(letter) cannot be solved with any certainty: the supply table's reciprocal condition number is \
                \(words.number(reciprocal)), and at least \(words.number(least)) is needed.
                """,
                """
                modell \(letter) lar seg ikke løse med noen sikkerhet: tilgangstabellens resiproke kondisjonstall er \
                \(words.number(reciprocal)), og det må være minst \(words.number(least)).
                """
            )
        }
    }

    /// What to do about it.
    func remedy(_ words: Words) -> String {
        words(
            "Use model B or D, which need no such table, or merge products and industries until each industry has one main product of its own.",
            "Bruk modell B eller D, som ikke krever en slik tabell, eller slå sammen produkter og næringer til hver næring har ett hovedprodukt for seg."
        )
    }
}
