import Accounts
import Datasets

extension DatasetError: Worded {
    func message(_ words: Words) -> Message {
        switch self {
        case .file(let path, let error): error.message(words.about(.dataset(path)))
        case .accounts(let path, let error): error.message(words.about(.dataset(path)))
        case .anotherKind(let path, let wanted, let found):
            words.about(.dataset(path)).anotherKind(wanted, found)
        case .changed(let path, let digests): words.about(.dataset(path)).changed(digests)
        case .inputsReachOutput(let path, let industries):
            words.about(.dataset(path)).inputsReachOutput(industries)
        case .cannotExpress(let path, let reason): reason.message(words.about(.dataset(path)))
        }
    }
}

extension Words {
    fileprivate func anotherKind(_ wanted: DatasetKind, _ found: DatasetKind) -> Message {
        message(
            [
                problem(
                    self(
                        "the dataset is \(found.text(self)), but what is needed here is \(wanted.text(self)).",
                        "datasettet er \(found.text(self)), men det som trengs her, er \(wanted.text(self))."
                    )
                )
            ],
            remedy: remedy(wanted, found),
            .badData
        )
    }

    private func remedy(_ wanted: DatasetKind, _ found: DatasetKind) -> String {
        if wanted == .supplyUseTable {
            return self(
                "Give the folder of a supply and use dataset; “ringvirk import supply-use” makes one.",
                "Oppgi mappen til et datasett med tilgang og bruk; «ringvirk import supply-use» lager et slikt."
            )
        }
        if wanted == .inputOutputTable && found == .supplyUseTable {
            let command = "ringvirk symmetric \(source?.name ?? "") --model d --output …"
            return self(
                "Make an input-output table of it first, with “\(command)”.",
                "Lag først en kryssløpstabell av det, med «\(command)»."
            )
        }
        return self(
            "Give the folder of another dataset, or look whether two paths under the key data in study.yaml are swapped.",
            "Oppgi mappen til et annet datasett, eller se om to stier under nøkkelen data i study.yaml er byttet om."
        )
    }

    fileprivate func changed(_ digests: [DatasetDigest]) -> Message {
        let folder = source?.name ?? ""
        return message(
            digests.map { "\(folder)/\($0.file): " + sentence(on: $0) },
            remedy: self(
                """
                Fetch the dataset anew; if you changed it on purpose, delete the entry “files” from \
                \(folder)/dataset.json and run “\(checking(folder))”.
                """,
                """
                Hent datasettet på nytt; er endringen tilsiktet, slett oppføringen «files» fra \
                \(folder)/dataset.json og kjør «\(checking(folder))».
                """
            ),
            .badData
        )
    }

    private func sentence(on digest: DatasetDigest) -> String {
        switch (digest.stated, digest.found) {
        case (_, nil):
            self(
                "the file is gone, but dataset.json describes it.",
                "filen er borte, men dataset.json beskriver den."
            )
        case (nil, _):
            self(
                "the file is there, but dataset.json does not list it.",
                "filen finnes, men dataset.json har den ikke med."
            )
        default:
            self(
                "the file is not the one dataset.json describes; it was changed afterwards.",
                "filen er ikke den dataset.json beskriver; den er endret etterpå."
            )
        }
    }

    fileprivate func inputsReachOutput(_ industries: [InputsReachingOutput]) -> Message {
        message(
            industries.map { industry in
                let (inputs, output) = (number(industry.inputs), number(industry.output))
                return industry.place.text(self) + ": "
                    + self(
                        """
                        industry \(quoted(industry.industry)) buys domestic products for \(inputs), but produces \
                        only \(output).
                        """,
                        """
                        næring \(quoted(industry.industry)) kjøper innenlandske produkter for \(inputs), men produserer \
                        bare \(output).
                        """
                    )
            },
            remedy: self(
                "Correct the output in output.csv or the purchases in flows.csv, or merge the industry with another",
                "Rett produksjonen i output.csv eller innkjøpene i flows.csv, eller slå næringen sammen med en annen"
            )
                + thenTryAgain,
            .badData
        )
    }
}

extension DatasetKind {
    fileprivate func text(_ words: Words) -> String {
        switch self {
        case .inputOutputTable: words("an input-output table", "en kryssløpstabell")
        case .supplyUseTable: words("a supply and use table", "en tilgangs- og brukstabell")
        case .regionalAccounts: words("regional accounts", "et fylkesfordelt regnskap")
        case .extensions:
            words("figures by industry (employment, emissions)", "tall per næring (sysselsetting, utslipp)")
        case .concordance: words("a grouping of industries", "en gruppering av næringer")
        case .regionalTables: words("official regional tables", "offisielle regionale tabeller")
        case .purchaseCoefficients: words("purchase coefficients", "innkjøpskoeffisienter")
        case .cube: words("a published table", "en publisert tabell")
        case .regionHistory:
            words("the changes of counties and municipalities", "fylkenes og kommunenes endringer")
        case .regionPlaces: words("places of regions", "steder for regioner")
        }
    }
}
