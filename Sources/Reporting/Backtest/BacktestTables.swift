public import Accounts
public import Regionalisation

/// A back-test as tables for people.
public struct BacktestTables: Sendable {
    private let backtest: Backtest
    private let language: Language
    private let words: Wording
    private let number: NumberFormat

    /// The tables of `backtest`.
    public init(_ backtest: Backtest, language: Language) {
        self.backtest = backtest
        self.language = language
        words = Wording(language)
        number = NumberFormat(language)
    }

    /// Every method's mean over the regions: error and bias by measure, what of the output its intervals hold, and the
    /// industry furthest off.
    public var methods: TextTable {
        let measures = Backtest.Measure.allCases
        let groups = measures.flatMap { [name($0), name($0)] }
        let pair = [words("error", "avvik"), words("bias", "skjevhet")]
        var table = TextTable(
            header: [words("Method", "Metode")] + measures.flatMap { _ in pair }
                + [words("held", "dekket"), words("Furthest off (output)", "Størst avvik (produksjon)")],
            numeric: [false] + groups.map { _ in true } + [true, false],
            groups: [""] + groups + ["", ""]
        )
        for method in backtest.methods {
            var cells = [name(method)]
            for measure in measures {
                let scores = backtest.scores(method, measure)
                cells.append(percent(backtest.meanAbsoluteError(method, measure)))
                cells.append(percent(mean(scores.map(\.bias))))
            }
            let output = backtest.scores(method, .output)
            let coverage = output.compactMap(\.coverage)
            cells.append(coverage.isEmpty ? "" : number.percent(mean(coverage), decimals: 0))
            cells.append(furthest(output))
            table.add(cells)
        }
        return table
    }

    /// The mean absolute error of output multipliers by region, for the methods worth a column.
    public var regions: TextTable {
        let shown = backtest.methods.filter { method in
            switch method.shares {
            case .quotient(.slq), .quotient(.flq(delta: 0.25)), .calibrated: true
            case .quotient(.charm): true
            case .bestFLQ, .bestAFLQ, .bestTwoDimensional: method.technology == .national
            default: false
            }
        }
        var table = TextTable(label: words("Region", "Region"), numbers: shown.map(\.code))
        for region in backtest.set.tables.map(\.region) {
            let scores = shown.map { method in
                backtest.scores(method, .output).first { $0.region == region }?.meanAbsoluteError ?? .nan
            }
            table.add([region.name.text(in: language)] + scores.map(percent))
        }
        table.add(
            [words("Mean", "Gjennomsnitt")]
                + shown.map { percent(backtest.meanAbsoluteError($0, .output)) }
        )
        return table
    }

    /// One method, region by region: error, bias and the industry furthest off by measure.
    public func details(_ method: BacktestMethod) -> TextTable {
        let measures = Backtest.Measure.allCases
        let columns = [
            words("error", "avvik"), words("bias", "skjevhet"), words("furthest off", "størst avvik"),
        ]
        var table = TextTable(
            header: [words("Region", "Region")] + measures.flatMap { _ in columns },
            numeric: [false] + measures.flatMap { _ in [true, true, true] },
            groups: [""] + measures.flatMap { measure in columns.map { _ in name(measure) } }
        )
        for region in backtest.set.tables.map(\.region) {
            var cells = [region.name.text(in: language)]
            for measure in measures {
                guard let score = backtest.scores(method, measure).first(where: { $0.region == region })
                else { continue }
                cells += [
                    percent(score.meanAbsoluteError), percent(score.bias),
                    "\(score.worst.code) \(percent(score.worstError))",
                ]
            }
            table.add(cells)
        }
        return table
    }

    /// What the calibrated model knew of these regions, in a sentence.
    public var knowledge: String {
        switch backtest.knowledge {
        case .unseen:
            words(
                "The calibrated coefficients have not been learned from any of these regions.",
                "De kalibrerte koeffisientene er ikke lært av noen av disse regionene."
            )
        case .leftOutAnew:
            words(
                """
                The calibrated coefficients come from these very tables: for each region they were learned anew from \
                all the others.
                """,
                """
                De kalibrerte koeffisientene kommer fra nettopp disse tabellene: for hver region er de lært på nytt \
                av alle de andre.
                """
            )
        case .leftOutStored:
            words(
                """
                Some of these regions were among those the coefficients were learned from: for them, the stored \
                parameters learned without that region are used.
                """,
                """
                Noen av disse regionene var blant dem koeffisientene er lært av: for dem brukes de lagrede \
                parametrene som er lært uten den regionen.
                """
            )
        }
    }

    /// Where CHARM and pooling have the nation's exports and imports from, or why they are left out, in a sentence.
    public var balances: String {
        let isCompared = backtest.methods.contains { $0.shares == .quotient(.charm) }
        return isCompared
            ? words(
                """
                CHARM and pooling: the nation's exports and purchases from abroad are not in the tables; they are taken \
                from the other regions' tables, per unit of output. What final users import is left out.
                """,
                """
                CHARM og pooling: landets eksport og kjøp fra utlandet står ikke i tabellene; de er tatt fra de andre \
                regionenes tabeller, per enhet produksjon. Det sluttbrukere importerer, er ikke med.
                """
            )
            : words(
                """
                CHARM and pooling are left out: they want purchases from abroad (origin abroad) and sales to other \
                regions in a category of their own, exports_other_regions.
                """,
                """
                CHARM og pooling er utelatt: de krever kjøp fra utlandet (origin abroad) og salg til andre regioner i \
                en egen kategori, exports_other_regions.
                """
            )
    }

    /// What the columns mean.
    public var explanation: String {
        words(
            """
            Error: output-weighted mean of |method/official − 1| over a region's industries; bias: the same without \
            the bars; Type I multipliers; unweighted means over regions. Held: the part of output whose 90 % interval \
            holds the official multiplier. “_own”: the region's own value added and output scale its inputs. “best”: \
            the one δ, or α and β, that fits these tables best, a bound and not a method.
            """,
            """
            Avvik: produksjonsveid gjennomsnitt av |metode/offisiell − 1| over regionens næringer; skjevhet: det \
            samme uten absoluttverdi; type I-multiplikatorer; uveid gjennomsnitt over regionene. Dekket: den delen \
            av produksjonen der 90 %-intervallet inneholder den offisielle multiplikatoren. «_own»: regionens eget \
            bruttoprodukt og produksjon skalerer innsatsen. «best»: den ene δ, eller α og β, som passer best til \
            disse tabellene, en grense og ikke en metode.
            """
        )
    }

    private func name(_ measure: Backtest.Measure) -> String {
        switch measure {
        case .output: words("output", "produksjon")
        case .valueAdded: words("value added", "bruttoprodukt")
        case .compensation: words("income", "lønn")
        }
    }

    private func name(_ method: BacktestMethod) -> String {
        let parameters = (backtest.best[method]?.parameters ?? []).map {
            "\($0.symbol) \(number.text($0.value, decimals: 2))"
        }
        return method.code + (parameters.isEmpty ? "" : " (\(parameters.joined(separator: ", ")))")
    }

    private func furthest(_ scores: [Backtest.Score]) -> String {
        scores.max { abs($0.worstError) < abs($1.worstError) }.map {
            "\($0.worst.code) \($0.region.name.text(in: language)) \(percent($0.worstError))"
        } ?? ""
    }

    private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(max(values.count, 1)) }

    private func percent(_ share: Double) -> String { number.percent(share, decimals: 1) }
}
