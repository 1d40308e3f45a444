import Accounts
import Datasets
import Reporting

/// What `ringvirk check` found in a supply and use table, line by line.
struct SupplyUseLines {
    private let findings: SupplyUseFindings
    private let words: Wording
    private let number: NumberFormat

    init(_ findings: SupplyUseFindings, _ words: Wording, _ number: NumberFormat) {
        self.findings = findings
        self.words = words
        self.number = number
    }

    var lines: [CheckFindings.Line] { sizes + shares + peculiarities + imbalances }

    private func line(_ subject: String, _ finding: String, _ value: String) -> CheckFindings.Line {
        CheckFindings.Line(subject: subject, finding: finding, value: value)
    }

    private var sizes: [CheckFindings.Line] {
        [
            line(words("products", "produkter"), "", "\(findings.products)"),
            line(words("industries", "næringer"), "", "\(findings.industries)"),
            line(
                words("use", "bruk"),
                findings.valuation == .basic
                    ? words("at basic prices", "i basispriser")
                    : words("at purchasers' prices", "i kjøperpriser"),
                ""
            ),
            line(
                words("domestic and imported use apart", "norsk og importert bruk for seg"),
                findings.tellsOrigins ? words("yes", "ja") : words("no", "nei"),
                ""
            ),
        ]
    }

    private var shares: [CheckFindings.Line] {
        findings.secondaryShare.map {
            [
                line(
                    words("secondary output", "biproduksjon"),
                    words("share of output", "andel av produksjon"),
                    number.percent($0)
                )
            ]
        } ?? []
    }

    private var peculiarities: [CheckFindings.Line] {
        var lines = findings.productsWithoutOutput.map {
            line($0.code, words("product nobody makes", "produkt ingen lager"), "0")
        }
        lines += findings.industriesWithoutOutput.map {
            line($0.code, words("no output", "ingen produksjon"), "0")
        }
        for (block, cells) in [("supply", findings.negativeSupply), ("use", findings.negativeUse)]
        where !cells.isEmpty {
            lines.append(line(block, words("negative cells", "negative celler"), "\(cells.count)"))
        }
        return lines
    }

    private var imbalances: [CheckFindings.Line] {
        let beyond = Set(findings.balance.beyondTolerance)
        return findings.balance.imbalances.filter { abs($0.difference) > 1e-6 || beyond.contains($0) }.map {
            let verdict =
                beyond.contains($0)
                ? words("beyond tolerance", "utenfor toleransen")
                : words("within tolerance", "innenfor toleransen")
            return line(
                $0.code,
                "\(sentence($0.side)), \(verdict)",
                number.text($0.difference, decimals: 3)
            )
        }
    }

    private func sentence(_ side: SupplyUseBalance.Imbalance.Side) -> String {
        switch side {
        case .product: words("use is not supply", "bruk er ikke lik tilgang")
        case .domesticProduct: words("domestic use is not output", "norsk bruk er ikke lik produksjon")
        case .importedProduct: words("imported use is not imports", "importert bruk er ikke lik import")
        case .industry:
            words("inputs and value added are not output", "innsats og bruttoprodukt er ikke lik produksjon")
        case .margin: words("margin does not add up to 0", "avanse summerer seg ikke til 0")
        case .territory: words("row does not add up to 0", "rad summerer seg ikke til 0")
        }
    }
}
