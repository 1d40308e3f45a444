public import Accounts
import Leontief
import Regionalisation

extension Assumption {
    /// The assumption in a sentence or two, parameters included.
    public func text(in language: Language) -> String {
        let number = NumberFormat(language)
        let words = words(number)
        return language == .norwegian ? words.norwegian : words.english
    }

    private func words(_ number: NumberFormat) -> Name {
        switch self {
        case .fixedCoefficients(let year):
            Name(
                english: """
                    Static model of \(year): fixed coefficients, prices of \(year), no capacity limits. \
                    Amounts of other years must be converted to \(year) prices first.
                    """,
                norwegian: """
                    Statisk modell for \(year): faste koeffisienter, \(year)-priser, ingen kapasitetsgrenser. \
                    Beløp fra andre år må først regnes om til \(year)-priser.
                    """
            )
        case .projectedTable(let years):
            Name(
                english: """
                    The national table is projected (\(years)) and not Statistics Norway's: held against its own tables, such a \
                    table's value added multipliers are off by 1–2% on average and up to 9%.
                    """,
                norwegian: """
                    Landstabellen er framskrevet (\(years)) og ikke SSBs: holdt mot SSBs egne tabeller bommer slike tabeller på \
                    verdiskapingen med 1–2\u{00A0}% i snitt og opptil 9\u{00A0}%.
                    """
            )
        case .gross:
            Name(
                english: """
                    Gross effects: displacement and alternative uses of people and capital are not subtracted.
                    """,
                norwegian: """
                    Bruttovirkninger: fortrengning og alternativ bruk av folk og kapital er ikke trukket fra.
                    """
            )
        case .notAdditive:
            Name(
                english: "Multipliers are not additive over industries of the same value chain.",
                norwegian: "Multiplikatorer kan ikke summeres over næringer i samme verdikjede."
            )
        case .regionalOutputFromValueAdded:
            Name(
                english: """
                    No output is published by county: the region's output is its value added times the nation's \
                    ratio of output to value added, industry by industry.
                    """,
                norwegian: """
                    Produksjon publiseres ikke per fylke: regionens produksjon er bruttoproduktet ganget med landets \
                    forhold mellom produksjon og bruttoprodukt, næring for næring.
                    """
            )
        case .quotients(let method, let size, let basis, let relativeSize, let lambda):
            quotientWords(method, size, basis, relativeSize, lambda, number)
        case .purchaseCoefficients(let nation, let year, let regions, let error, let relativeSize):
            Name(
                english: """
                    How much of each domestic purchase the region supplies itself is estimated by purchase coefficients \
                    learned from \(regions) official regional tables (\(nation.name.english) \(year)), from the \
                    industries' output here and in the other regions (the region is \
                    \(number.percent(relativeSize, decimals: 2)) of the nation without the territory outside all \
                    counties). Regions left out while learning were off by \(number.percent(error)) on average in their \
                    output multipliers; whether that holds in another country cannot be tested.
                    """,
                norwegian: """
                    Hvor mye av hvert innenlandske innkjøp regionen leverer selv, er anslått med innkjøpskoeffisienter \
                    lært av \(regions) offisielle regionale tabeller (\(nation.name.norwegian) \(year)), fra næringenes \
                    produksjon her og i de andre regionene (regionen er \(number.percent(relativeSize, decimals: 2)) av \
                    landet uten Ekstrafylket). Regioner som ble holdt utenfor læringen, fikk produksjonsmultiplikatorer \
                    som i gjennomsnitt var \(number.percent(error)) feil; om det gjelder i et annet land, kan ikke \
                    prøves.
                    """
            )
        case .restSuppliesTheRest:
            Name(
                english: "What the region does not supply itself is bought in the rest of the country.",
                norwegian: "Det regionen ikke leverer selv, kjøpes i resten av landet."
            )
        case .coefficientsPerOutput(.national):
            Name(
                english:
                    "Employment and compensation per krone of output are the nation's, industry by industry.",
                norwegian: "Sysselsatte og lønnskostnader per krone produksjon er landets, næring for næring."
            )
        case .coefficientsPerOutput(.county):
            Name(
                english: """
                    Employment and compensation per krone of output are the region's own, from the county accounts \
                    (employment is published in hundreds of persons); the rest of the country has the remainder's.
                    """,
                norwegian: """
                    Sysselsatte og lønnskostnader per krone produksjon er regionens egne, fra fylkesfordelt \
                    nasjonalregnskap (sysselsatte publiseres i hele hundre); resten av landet har det som er igjen.
                    """
            )
        case .households(let leakages, let sources, let excluded, let inRegion):
            householdWords(leakages, sources, excluded, inRegion: inRegion, number)
        case .domesticTechnologyAbroad:
            Name(
                english: """
                    Emissions abroad assume that imports are made with the nation's own technology (domestic technology \
                    assumption). For all of Norway's consumption in 2019–2021 that gives 31–44 % less than multi-region \
                    models: read them as a low guess.
                    """,
                norwegian: """
                    Utslipp i utlandet forutsetter at importen er laget med landets egen teknologi. For hele Norges \
                    forbruk 2019–2021 gir det 31–44 % lavere tall enn flerregionale modeller: les dem som et lavt anslag.
                    """
            )
        case .withheldFigures(let cells):
            withheldWords(cells)
        case .mostlyOutsideRegions(let industries):
            outsideWords(industries, number)
        case .actorsLikeTheirIndustry:
            Name(
                english: """
                    An actor without a ledger has the average cost structure of its industry, or of the one named as \
                    its technology; what is left of the industry keeps the average. Its multipliers are per \
                    krone of the actor's output, with all the actors taken out of the system (Type I).
                    """,
                norwegian: """
                    En aktør uten reskontro har den gjennomsnittlige kostnadsstrukturen til næringen sin, eller til den \
                    som er oppgitt som teknologi; det som er igjen av næringen, beholder gjennomsnittet. Multiplikatorene er per \
                    krone av aktørens produksjon, med alle aktørene tatt ut av systemet (type I).
                    """
            )
        case .firmBooks(let firms, let repairs): Self.firmBooks(firms, repairs)
        case .withheldForConfidentiality(let rules, let withheld, let count, let earlierRuns):
            Self.withheld(rules, withheld, of: count, after: earlierRuns)
        case .booksNotInvented(let actors): Self.booksNotInvented(actors)
        case .illustrativeActors:
            Name(
                english: "Prices and volumes of the actors are illustrations, not figures about any firm.",
                norwegian: "Aktørenes priser og volum er illustrasjoner, ikke tall om noen bedrift."
            )
        }
    }

    private func withheldWords(_ cells: [(industry: Industry, origin: Observation.Origin)]) -> Name {
        func list(_ language: Language) -> String {
            let words = Wording(language)
            let origins: [Observation.Origin: String] = [
                .implied: words("implied by totals", "følger av summer"),
                .estimated: words("estimated", "anslått"),
            ]
            return cells.map { "\($0.industry.code) (\(origins[$0.origin] ?? $0.origin.rawValue))" }
                .joined(separator: ", ")
        }
        return Name(
            english: "Value added in the region is withheld by the publisher in: \(list(.english)).",
            norwegian: "Bruttoproduktet i regionen er prikket i: \(list(.norwegian))."
        )
    }

    private func outsideWords(_ industries: [(industry: Industry, share: Double)], _ number: NumberFormat)
        -> Name
    {
        func list(_ language: Language) -> String {
            industries.map {
                "\($0.industry.code) \($0.industry.name.text(in: language)) (\(number.percent($0.share)))"
            }
            .joined(separator: ", ")
        }
        return Name(
            english: """
                Much of the nation's value added lies outside all regions (on the continental shelf) in: \
                \(list(.english)). The nation's coefficients describe that, not what the region has of the industry: its \
                jobs and wages per krone are far higher. Use these industries' figures with care.
                """,
            norwegian: """
                Mye av landets bruttoprodukt ligger i Ekstrafylket (sokkelen) i: \(list(.norwegian)). Landets \
                koeffisienter beskriver det, ikke det regionen har av næringen: sysselsatte og lønn per krone er langt \
                høyere der. Bruk tallene for disse næringene med varsomhet.
                """
        )
    }

    private func quotientWords(
        _ method: QuotientMethod,
        _ size: SizeMeasure,
        _ basis: FlowBasis,
        _ relativeSize: Double,
        _ lambda: Double?,
        _ number: NumberFormat
    ) -> Name {
        if method.balancesProducts { return productBalanceWords(method, relativeSize, number) }
        let scaling = lambda.map { ["λ = " + number.text($0, decimals: 4)] } ?? []
        let parameters =
            (method.parameters.map { $0.symbol + " = " + number.text($0.value, decimals: 2) } + scaling)
            .joined(separator: ", ")
        let suffix = parameters.isEmpty ? "" : " (\(parameters))"
        let share = number.percent(relativeSize, decimals: 2)
        let sizes: [SizeMeasure: Name] = [
            .output: Name(english: "output", norwegian: "produksjon"),
            .valueAdded: Name(english: "value added", norwegian: "bruttoprodukt"),
            .compensation: Name(english: "compensation of employees", norwegian: "lønnskostnader"),
            .employment: Name(english: "persons employed", norwegian: "sysselsatte"),
        ]
        let name = sizes[size] ?? Name(size.rawValue)
        let flows =
            basis == .domestic
            ? Name(english: "domestic flows", norwegian: "norske leveranser")
            : Name(english: "domestic and imported flows", norwegian: "norske og importerte leveranser")
        return Name(
            english: """
                How much of each purchase the region supplies itself is estimated from the size of its industries by \
                location quotients: \(method.code.uppercased())\(suffix) on \(flows.english), quotients capped \
                at 1, size measured by \(name.english) (\(share) of the nation without the territory outside all \
                counties).
                """,
            norwegian: """
                Hvor mye av hvert innkjøp regionen leverer selv, er anslått fra næringenes størrelse med \
                lokaliseringskvotienter: \(method.code.uppercased())\(suffix) på \(flows.norwegian), kvotienter høyst 1, \
                størrelse målt ved \(name.norwegian) (\(share) av landet uten Ekstrafylket).
                """
        )
    }

    private func productBalanceWords(
        _ method: QuotientMethod,
        _ relativeSize: Double,
        _ number: NumberFormat
    ) -> Name {
        let share = number.percent(relativeSize, decimals: 2)
        let isPooling = method == .pooling
        return Name(
            english: """
                How much of each purchase the region supplies itself is estimated from a balance of its output and use, \
                product by product, imports included: \(method.code.uppercased()), \
                \(isPooling ? "without cross-hauling" : "cross-hauling as in the nation's trade with abroad"). Final use \
                is the nation's times the region's size (\(share) of the nation without the territory outside all \
                counties).
                """,
            norwegian: """
                Hvor mye av hvert innkjøp regionen leverer selv, er anslått fra en balanse mellom produksjon og bruk, \
                produkt for produkt, import medregnet: \(method.code.uppercased()), \
                \(isPooling ? "uten kryssende handel" : "kryssende handel som i landets handel med utlandet"). Sluttbruk \
                er landets ganger regionens størrelse (\(share) av landet uten Ekstrafylket).
                """
        )
    }

    private func householdWords(
        _ leakages: HouseholdLeakages,
        _ sources: [Name],
        _ excluded: [String],
        inRegion: Bool,
        _ number: NumberFormat
    ) -> Name {
        let wages = number.percent(leakages.wageShareOfCompensation)
        let tax = number.percent(leakages.incomeTax)
        let saving = number.percent(leakages.saving)
        let residents = number.percent(leakages.residentShare)
        let spent = number.percent(
            (1 - leakages.incomeTax) * (1 - leakages.saving) * (inRegion ? leakages.residentShare : 1)
        )
        let without = excluded.joined(separator: ", ")
        func origin(_ language: Language) -> String {
            let texts = sources.map { $0.text(in: language) }
            return texts.isEmpty ? "" : " [\(texts.joined(separator: "; "))]"
        }
        let region =
            inRegion
            ? Name(
                english: """
                     \(residents) of the region's wages are earned by its residents, and households buy in the region \
                    what the diagonal quotient says.
                    """,
                norwegian: """
                     \(residents) av lønnen i regionen tjenes av dem som bor der, og husholdningene kjøper i regionen \
                    det diagonalkvotienten tilsier.
                    """
            ) : Name("")
        return Name(
            english: """
                Type II: wages are \(wages) of compensation, tax takes \(tax), saving \(saving) of the rest: \(spent) of \
                a krone of wages is spent\(without.isEmpty ? "" : ", none of it on " + without).\(region.english)\(origin(.english))
                """,
            norwegian: """
                Type II: lønn er \(wages) av lønnskostnadene, skatten tar \(tax), sparingen \(saving) av resten: \(spent) \
                av en krone lønn brukes\(without.isEmpty ? "" : ", ikke noe av den på " + without).\
                \(region.norwegian)\(origin(.norwegian))
                """
        )
    }
}
