import Accounts

extension AccountsError: Worded {
    func message(_ words: Words) -> Message {
        if case .notBalanced(let report) = self {
            return Message(problems: report.problems(words), remedy: remedy(words), exitCode: .badData)
        }
        if case .supplyUseNotBalanced(let report) = self {
            return Message(problems: report.problems(words), remedy: remedy(words), exitCode: .badData)
        }
        if let message = regionMessage(words) { return message }
        return words.message([words.problem(sentence(words))], remedy: remedy(words), .badData)
    }

    private func sentence(_ words: Words) -> String {
        switch self {
        case .duplicateLabel(let code):
            words(
                "the code \(words.quoted(code)) stands twice.",
                "koden \(words.quoted(code)) står to ganger."
            )
        case .unknownLabel(let code, let known):
            words(
                "the code \(words.quoted(code)) is not known. ",
                "koden \(words.quoted(code)) er ikke kjent. "
            )
                + words.known(known, insteadOf: code)
        case .unmapped(let code):
            words(
                "no group is given for the industry \(words.quoted(code)).",
                "det er ikke oppgitt noen gruppe for næringen \(words.quoted(code))."
            )
        case .noSource(let target):
            words(
                "no industry goes to the group \(words.quoted(target)).",
                "ingen næring går til gruppen \(words.quoted(target))."
            )
        case .differ(let difference):
            words("figures that should join differ: ", "tall som skal settes sammen, er ulike: ")
                + difference.clause(words) + "."
        case .notFinite(let row, let column):
            words(
                "row \(words.quoted(row)), column \(words.quoted(column)): there is no usable number; it is infinite or undefined.",
                "rad \(words.quoted(row)), kolonne \(words.quoted(column)): her står det ikke et brukbart tall; det er uendelig eller udefinert."
            )
        case .negativeOutput(let industry, let output):
            words(
                "the output of industry \(words.quoted(industry)) is negative: \(words.number(output)).",
                "produksjonen i næring \(words.quoted(industry)) er negativ: \(words.number(output))."
            )
        case .notBalanced(let report): report.problems(words).joined(separator: "\n")
        case .noSuchYear(let year, let known):
            known.isEmpty
                ? words(
                    "there are no figures for \(year), nor for any other year.",
                    "det finnes ikke tall for \(year), og heller ikke for noe annet år."
                )
                : words(
                    "there are no figures for \(year); the years there are: \(words.list(known)).",
                    "det finnes ikke tall for \(year); årene som finnes: \(words.list(known))."
                )
        case .noSuchRegion(let code, let year, let known):
            words(
                "there is no region \(words.quoted(code)) in \(year). ",
                "regionen \(words.quoted(code)) finnes ikke i \(year). "
            )
                + words.known(known, insteadOf: code)
        case .notPublished(let region, let industry, let measure):
            words(
                """
                the figure for \(MeasureWords.text(measure, words)) in industry \(words.quoted(industry)), \
                region \(words.quoted(region)), is withheld by Statistics Norway and cannot be derived from the \
                other figures.
                """,
                """
                tallet for \(MeasureWords.text(measure, words)) i næring \(words.quoted(industry)), region \
                \(words.quoted(region)), er prikket av Statistisk sentralbyrå og kan ikke utledes av de andre \
                tallene.
                """
            )
        case .lacks(let role):
            words(
                "the data lack \(RoleWords.text(role, words)).",
                "dataene mangler \(RoleWords.text(role, words))."
            )
        case .supplyUseNotBalanced(let report): report.problems(words).joined(separator: "\n")
        case .supplyNotInvertible(let model, let obstacle): obstacle.sentence(model, words)
        case .noProducer(let products):
            words(
                """
                these products are imported and no industry makes them, so that no industry's row can hold \
                them: \(words.list(products)).
                """,
                """
                disse produktene importeres, og ingen næring lager dem, slik at ingen nærings rad kan ta imot \
                dem: \(words.list(products)).
                """
            )
        // Worded whole in AccountsError+RegionWords.
        case .unknownRegion, .regionNotThen, .municipalityMoved, .bordersDiffer: ""
        }
    }

    private func remedy(_ words: Words) -> String {
        switch self {
        case .duplicateLabel(let code):
            words(
                "Give \(words.quoted(code)) one line only, or give the second its own code",
                "La \(words.quoted(code)) stå på bare én linje, eller gi den andre en egen kode"
            ) + words.thenTryAgain
        case .unknownLabel:
            words("Write one of the codes there are", "Skriv en av kodene som finnes") + words.thenTryAgain
        case .unmapped(let code):
            words(
                "Add a line with source \(words.quoted(code)) to mapping.csv in the dataset under the key data.groups",
                "Legg til en linje med source \(words.quoted(code)) i mapping.csv i datasettet under nøkkelen data.groups"
            )
                + words.thenTryAgain
        case .noSource(let target):
            words(
                """
                Let an industry go to \(words.quoted(target)) in mapping.csv of the dataset under the key \
                data.groups, or take the group out of industries.csv
                """,
                """
                La en næring gå til \(words.quoted(target)) i mapping.csv i datasettet under nøkkelen data.groups, \
                eller ta gruppen ut av industries.csv
                """
            ) + words.thenTryAgain
        case .differ(let difference): difference.remedy(words)
        case .notFinite:
            words("Write a number there", "Skriv et tall der") + words.thenTryAgain
        case .negativeOutput:
            words(
                "Correct the sign in output.csv, or merge the industry with another",
                "Rett fortegnet i output.csv, eller slå næringen sammen med en annen"
            ) + words.thenTryAgain
        case .notBalanced:
            words(
                "Correct the cells or the output of these rows and columns (a missing or doubled cell is likely)",
                "Rett cellene eller produksjonen i disse radene og kolonnene (en celle som mangler eller er ført dobbelt, er sannsynlig)"
            )
                + words.thenTryAgain
        case .noSuchYear:
            words(
                "Write one of these years with --year or under the key year in study.yaml, or bring a dataset that has the year.",
                "Skriv et av disse årene med --year eller under nøkkelen year i study.yaml, eller skaff et datasett som har året."
            )
        case .noSuchRegion:
            words(
                """
                Write one of these codes with --region or under the key region in study.yaml; for a county that was \
                split or merged, name its parts of that year under merged_regions.
                """,
                """
                Skriv en av disse kodene med --region eller under nøkkelen region i study.yaml; for et fylke som er \
                delt eller slått sammen, oppgi delene det året under merged_regions.
                """
            )
        case .notPublished(_, let industry, let measure): notPublishedRemedy(industry, measure, words)
        case .lacks(let role): RoleWords.remedy(role, words)
        case .supplyUseNotBalanced:
            words(
                "Correct the supply or the use of these products and industries (a missing or doubled cell is likely)",
                "Rett tilgangen eller bruken av disse produktene og næringene (en celle som mangler eller er ført dobbelt, er sannsynlig)"
            )
                + words.thenTryAgain
        case .supplyNotInvertible(_, let obstacle): obstacle.remedy(words)
        case .noProducer:
            words(
                "Merge these products with others in a concordance, or choose the import treatment primary_input.",
                "Slå disse produktene sammen med andre i en gruppering, eller velg importbehandlingen primary_input."
            )
        case .unknownRegion, .regionNotThen, .municipalityMoved, .bordersDiffer: ""
        }
    }

    private func notPublishedRemedy(_ industry: String, _ measure: String, _ words: Words) -> String {
        let merge = words(
            "merge \(words.quoted(industry)) with another group in the dataset under the key data.groups, or choose another year.",
            "slå \(words.quoted(industry)) sammen med en annen gruppe i datasettet under nøkkelen data.groups, eller velg et annet år."
        )
        guard measure == "compensation" || measure == "employment" else { return merge.capitalisedFirst }
        return words(
            "Set size_measure to value_added and coefficients to national under regionalisation in study.yaml, ",
            "Sett size_measure til value_added og coefficients til national under regionalisation i study.yaml, "
        )
            + words("or ", "eller ") + merge
    }
}

extension Difference {
    fileprivate func remedy(_ words: Words) -> String {
        switch self {
        case .label:
            words(
                "Use datasets with the same codes in the same order, or one concordance for both under data.groups",
                "Bruk datasett med samme koder i samme rekkefølge, eller samme gruppering for begge under data.groups"
            )
                + words.thenTryAgain
        case .unit:
            words(
                "Convert the figures to one unit, and state it in dataset.json and measures.csv",
                "Regn om tallene til én enhet, og oppgi den i dataset.json og measures.csv"
            ) + words.thenTryAgain
        case .year:
            words(
                "Set the key year in study.yaml to a year that every dataset has, or use the dataset of that year.",
                "Sett nøkkelen year i study.yaml til et år som alle datasettene har, eller bruk datasettet for det året."
            )
        case .priceBasis:
            words(
                "Use figures in basic prices throughout; purchasers' prices must be converted first.",
                "Bruk tall i basispriser overalt; kjøperpriser må regnes om først."
            )
        case .pricesOf:
            words(
                "Convert the figures to prices of one year with a price index, and state that year.",
                "Regn om tallene til priser for samme år med en prisindeks, og oppgi det året."
            )
        case .region:
            words("Use figures for the same region throughout.", "Bruk tall for samme region overalt.")
        }
    }
}

/// What a table or dataset can lack.
private enum RoleWords {
    static func text(_ role: String, _ words: Words) -> String {
        switch role {
        case "imported flows by supplier":
            words("imports by supplying industry", "import fordelt på leverende næring")
        case "imported use by product":
            words("use of imported products apart from domestic ones", "bruk av importerte produkter for seg")
        case "domestic flows": words("domestic flows apart from imported ones", "norske leveranser for seg")
        case "a product for purchases known in total":
            words(
                "a product for purchases that are known in total only",
                "et produkt for innkjøp som bare er kjent i sum"
            )
        case "regional_accounts": words("accounts of at least one year", "regnskap for minst ett år")
        case "extensions": words("figures for at least one year", "tall for minst ett år")
        default: words.quoted(role)
        }
    }

    static func remedy(_ role: String, _ words: Words) -> String {
        switch role {
        case "imported flows by supplier":
            words(
                "Set the key regionalisation.flows in study.yaml to domestic, or use a table with imported flows.",
                "Sett nøkkelen regionalisation.flows i study.yaml til domestic, eller bruk en tabell med importstrømmer."
            )
        case "domestic flows":
            words(
                "Choose the import treatment domestic or primary_input.",
                "Velg importbehandlingen domestic eller primary_input."
            )
        case "imported use by product", "a product for purchases known in total":
            words(
                "Take the table to basic prices first, which tells the origins apart and places such purchases.",
                "Regn først tabellen om til basispriser; da skilles opphavene og slike innkjøp plasseres."
            )
        default: words("Bring a dataset that has them", "Skaff et datasett som har dem") + words.thenTryAgain
        }
    }
}
