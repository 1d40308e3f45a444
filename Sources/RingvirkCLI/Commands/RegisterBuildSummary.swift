import Accounts
import CompanyRegister
import FileFormats
import Reporting

/// What went into an index: its files, their industry codes, and what the rules did.
struct RegisterBuildSummary {
    private let report: RegisterBuildReport
    private let language: Language
    private let words: Wording

    init(_ report: RegisterBuildReport, language: Language) {
        self.report = report
        self.language = language
        words = Wording(language)
    }

    var text: String {
        let number = NumberFormat(language)
        func count(_ count: Int) -> String { number.text(Double(count), decimals: 0) }
        var table = TextTable(
            header: [
                words("File", "Fil"), words("What", "Hva"), words("Units", "Enheter"),
                words("Codes", "Koder"),
                words("Day", "Dag"),
            ],
            numeric: [false, false, true, false, false]
        )
        for file in report.files {
            table.add([
                file.path, kind(file), count(file.units), file.classification?.rawValue.uppercased() ?? "",
                file.day?.description ?? "",
            ])
        }
        let totals = words(
            """
            In the index: \(count(report.enterprises)) firms and \(count(report.establishments)) establishments; \
            \(count(report.replaced)) stood in more than one place, and the last was kept.
            """,
            """
            I indeksen: \(count(report.enterprises)) enheter og \(count(report.establishments)) underenheter; \
            \(count(report.replaced)) stod flere steder, og den siste er beholdt.
            """
        )
        return ([table.plainText + totals] + ruleLines).joined(separator: "\n") + "\n"
    }

    private var ruleLines: [String] {
        report.files.flatMap { file in
            file.rules.map { rule in
                let (first, rest) = (rule.touched.first ?? "", rule.touched.dropFirst())
                let examples = rest.isEmpty ? "" : " (" + rest.joined(separator: ", ") + ")"
                return "\(file.path): \(first)\(examples): \(RuleWording.text(rule.name, in: language))"
            }
        }
    }

    var csv: String {
        var writer = CSVWriter()
        writer.write(row: ["file", "sha256", "kind", "units", "classification", "day"])
        for file in report.files {
            writer.write(
                row: [
                    file.path, file.sha256, code(file), String(file.units),
                    file.classification?.rawValue ?? "",
                    file.day?.description ?? "",
                ]
            )
        }
        return writer.text
    }

    var json: JSONValue {
        [
            "enterprises": .integer(report.enterprises), "establishments": .integer(report.establishments),
            "replaced": .integer(report.replaced),
            "files": .array(
                report.files.map { file in
                    [
                        "file": .string(file.path), "sha256": .string(file.sha256),
                        "kind": .string(code(file)),
                        "units": .integer(file.units),
                        "classification": file.classification.map { .string($0.rawValue) } ?? nil,
                        "day": file.day.map { .string($0.description) } ?? nil,
                        "rules": .array(
                            file.rules.map {
                                ["name": .string($0.name), "touched": .array($0.touched.map { .string($0) })]
                            }
                        ),
                    ]
                }
            ),
        ]
    }

    func written(to output: String) -> String {
        words("Index written to \(output)", "Indeksen er skrevet til \(output)")
    }

    private func kind(_ file: RegisterBuildReport.File) -> String {
        if file.classification == nil { return words("mergers", "fusjoner") }
        return file.holdsEstablishments ? words("establishments", "underenheter") : words("firms", "enheter")
    }

    private func code(_ file: RegisterBuildReport.File) -> String {
        if file.classification == nil { return "mergers" }
        return file.holdsEstablishments ? "establishments" : "enterprises"
    }
}
