import Accounts
import Datasets
import FileFormats
import Reporting

/// What `ringvirk check` found, as lines of subject, finding and size.
struct CheckFindings {
    private let check: DatasetCheck
    private let words: Wording
    private let number: NumberFormat

    init(_ check: DatasetCheck, language: Language) {
        self.check = check
        words = Wording(language)
        number = NumberFormat(language)
    }

    /// One finding.
    struct Line {
        let subject: String
        let finding: String
        let value: String
    }

    var text: String {
        var table = TextTable(
            header: [words("What", "Hva"), words("Finding", "Funn"), words("Size", "Størrelse")],
            numeric: [false, false, true]
        )
        for line in lines { table.add([line.subject, line.finding, line.value]) }
        let verdict =
            check.isSound
            ? words("The dataset is sound.", "Datasettet er i orden.")
            : words("The dataset is not sound.", "Datasettet er ikke i orden.")
        return check.description.title.text(in: words.language) + "\n\n" + table.plainText + "\n" + verdict
            + "\n"
    }

    var csv: String {
        var writer = CSVWriter()
        writer.write(row: ["subject", "finding", "value"])
        for line in lines { writer.write(row: [line.subject, line.finding, line.value]) }
        return writer.text
    }

    var json: JSONValue {
        .object([
            .init("dataset", .string(check.folder)), .init("kind", .string(check.description.kind.rawValue)),
            .init("sound", .bool(check.isSound)),
            .init(
                "findings",
                .array(
                    lines.map {
                        .object([
                            .init("subject", .string($0.subject)), .init("finding", .string($0.finding)),
                            .init("value", .string($0.value)),
                        ])
                    }
                )
            ),
        ])
    }

    private var lines: [Line] {
        let digests = check.digests.filter { !$0.isAccepted }.map {
            Line(
                subject: $0.file,
                finding: $0.found == nil
                    ? words("missing", "mangler")
                    : words("changed since it was written", "endret siden den ble skrevet"),
                value: ""
            )
        }
        switch check.findings {
        case .inputOutputTable(let findings): return digests + table(findings)
        case .supplyUseTable(let findings):
            return digests + SupplyUseLines(findings, words, number).lines
        case .regionalAccounts(let findings): return digests + regional(findings)
        case .extensions(let findings): return digests + extensions(findings)
        case .concordance(let findings): return digests + concordance(findings)
        case .regionalTables(let industries, let regions, let tables, let hasPositions):
            return digests + regionalTables(industries, regions, tables, hasPositions)
        case .cube(let findings): return digests + cube(findings)
        case .regionHistory(let counties, let municipalities, let changes):
            return digests + [
                Line(subject: words("counties", "fylker"), finding: "", value: "\(counties)"),
                Line(subject: words("municipalities", "kommuner"), finding: "", value: "\(municipalities)"),
                Line(subject: words("changes", "endringer"), finding: "", value: "\(changes)"),
            ]
        case .regionPlaces(let regions, let years):
            return digests + [
                Line(subject: words("regions", "regioner"), finding: "", value: "\(regions)"),
                Line(
                    subject: words("inhabitants, years", "innbyggere, år"),
                    finding: years.map(\.description).joined(separator: " "),
                    value: "\(years.count)"
                ),
            ]
        case .purchaseCoefficients(let industries, let regions):
            return digests + [
                Line(subject: words("industries", "næringer"), finding: "", value: "\(industries)"),
                Line(
                    subject: words("regions learned from", "regioner det er lært av"),
                    finding: "",
                    value: "\(regions)"
                ),
            ]
        }
    }

    private func cube(_ findings: CubeFindings) -> [Line] {
        let sizes = findings.dimensions.map {
            Line(
                subject: $0.code,
                finding: $0.name.text(in: words.language),
                value: number.text(Double($0.categories), decimals: 0)
            )
        }
        let marks = findings.marks.map { mark in
            Line(
                subject: words("cells", "celler"),
                finding: words("marked", "merket") + " " + mark.mark.rawValue,
                value: number.text(Double(mark.cells), decimals: 0)
            )
        }
        let cells = Line(
            subject: words("cells", "celler"),
            finding: words("published", "publisert"),
            value: number.text(Double(findings.numbers), decimals: 0)
        )
        return sizes + [cells] + marks
    }

    private func regionalTables(
        _ industries: Int,
        _ regions: Int,
        _ tables: Int,
        _ hasPositions: Bool
    ) -> [Line] {
        [
            Line(subject: words("industries", "næringer"), finding: "", value: "\(industries)"),
            Line(subject: words("regions", "regioner"), finding: "", value: "\(regions)"),
            Line(subject: words("official tables", "offisielle tabeller"), finding: "", value: "\(tables)"),
            Line(
                subject: words("positions", "beliggenhet"),
                finding: hasPositions ? words("yes", "ja") : words("no", "nei"),
                value: ""
            ),
        ]
    }

    private func table(_ findings: TableFindings) -> [Line] {
        var lines = [
            Line(subject: words("industries", "næringer"), finding: "", value: "\(findings.industries)"),
            Line(
                subject: words("imports by supplier", "import etter leverende næring"),
                finding: findings.hasImportedFlows ? words("yes", "ja") : words("no", "nei"),
                value: ""
            ),
        ]
        if let share = findings.valueAddedShare {
            lines.append(
                Line(
                    subject: words("value added", "bruttoprodukt"),
                    finding: words("share of output", "andel av produksjon"),
                    value: number.percent(share)
                )
            )
        }
        for industry in findings.withoutOutput {
            lines.append(
                Line(subject: industry.code, finding: words("no output", "ingen produksjon"), value: "0")
            )
        }
        for negatives in findings.negatives {
            lines.append(
                Line(
                    subject: negatives.block.rawValue,
                    finding: words("negative cells", "negative celler"),
                    value: "\(negatives.cells.count)"
                )
            )
        }
        for inputs in findings.inputsReachingOutput {
            lines.append(
                Line(
                    subject: inputs.industry,
                    finding: words("inputs reach or pass output", "innsats når eller overstiger produksjon"),
                    value: number.text(inputs.inputs - inputs.output, decimals: 3)
                )
            )
        }
        let beyond = Set(findings.balance.beyondTolerance)
        for imbalance in findings.balance.imbalances where abs(imbalance.difference) > 1e-6 {
            let side =
                switch imbalance.side {
                case .row: words("row off balance", "rad ute av balanse")
                case .column: words("column off balance", "kolonne ute av balanse")
                case .imports: words("imports off their row", "import stemmer ikke med raden")
                }
            let verdict =
                beyond.contains(imbalance)
                ? words("beyond tolerance", "utenfor toleransen")
                : words("within tolerance", "innenfor toleransen")
            lines.append(
                Line(
                    subject: imbalance.code,
                    finding: "\(side), \(verdict)",
                    value: number.text(imbalance.difference, decimals: 3)
                )
            )
        }
        return lines
    }

    private func regional(_ findings: RegionalFindings) -> [Line] {
        findings.years.flatMap { year in
            year.measures.flatMap { measure -> [Line] in
                let subject = "\(year.year) \(measure.measure.rawValue)"
                var lines = [
                    Line(
                        subject: subject,
                        finding: words("published cells", "publiserte celler"),
                        value: "\(measure.published)"
                    ),
                    Line(
                        subject: subject,
                        finding: words("withheld cells", "prikkede celler"),
                        value: "\(measure.suppressed)"
                    ),
                ]
                if !measure.negatives.isEmpty {
                    lines.append(
                        Line(
                            subject: subject,
                            finding: words("negative cells", "negative celler"),
                            value: "\(measure.negatives.count)"
                        )
                    )
                }
                if let largest = measure.regionsOffNation.max(by: { abs($0.difference) < abs($1.difference) })
                {
                    lines.append(
                        Line(
                            subject: subject,
                            finding: words(
                                "regions against nation, largest difference (\(largest.total.industry))",
                                "regioner mot landet, største forskjell (\(largest.total.industry))"
                            ),
                            value: number.text(largest.difference, decimals: 1)
                        )
                    )
                }
                if let largest = measure.industriesOffTotal.max(by: {
                    abs($0.difference) < abs($1.difference)
                }) {
                    lines.append(
                        Line(
                            subject: subject,
                            finding: words(
                                "industries against printed total, largest difference (\(largest.total.region))",
                                "næringer mot trykt sum, største forskjell (\(largest.total.region))"
                            ),
                            value: number.text(largest.difference, decimals: 1)
                        )
                    )
                }
                return lines
            }
        }
    }

    private func extensions(_ findings: ExtensionFindings) -> [Line] {
        findings.measures.map { measure in
            let years = measure.years.map(\.description)
            return Line(
                subject: measure.measure.code,
                finding: "\(years.first ?? "")–\(years.last ?? "")"
                    + (measure.negatives.isEmpty ? "" : ", " + words("negative cells", "negative celler")),
                value: measure.negatives.isEmpty ? "" : "\(measure.negatives.count)"
            )
        }
    }

    private func concordance(_ findings: ConcordanceFindings) -> [Line] {
        [Line(subject: words("groups", "grupper"), finding: "", value: "\(findings.groups.count)")]
            + findings.schemes.map { scheme in
                let empty = scheme.groupsWithoutSource.joined(separator: ", ")
                return Line(
                    subject: scheme.scheme,
                    finding: empty.isEmpty
                        ? words("codes mapped", "koder tilordnet")
                        : words("groups without a code: \(empty)", "grupper uten kode: \(empty)"),
                    value: "\(scheme.sources)"
                )
            }
    }
}
