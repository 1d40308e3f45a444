import Accounts
import Datasets
import FileFormats
import Reporting

/// What the register says of some numbers, in the order they were asked for, each firm with its establishments below it.
struct RegisterUnitRows {
    private let numbers: [OrganisationNumber]
    private let extract: RegisterExtract
    private let map: ClassificationMap
    private let codes: IndustryCodes
    private let language: Language
    private let words: Wording

    init(
        _ numbers: [OrganisationNumber],
        in extract: RegisterExtract,
        _ map: ClassificationMap,
        language: Language
    ) {
        self.numbers = numbers
        self.extract = extract
        self.map = map
        codes = map.industryCodes
        self.language = language
        words = Wording(language)
    }

    /// What is odd about the numbers themselves.
    var warnings: [String] {
        numbers.filter { !$0.isValid }.map {
            words(
                "\($0): the last digit does not fit the others (modulo 11); is it misspelt?",
                "\($0): det siste sifferet passer ikke med de andre (modulus 11); er det feilskrevet?"
            )
        }
    }

    var text: String {
        var table = TextTable(
            header: [
                words("Number", "Nummer"), words("Name", "Navn"), words("Form", "Form"),
                words("Code", "Kode"),
                words("Industry", "Næring"), words("Municipality", "Kommune"), words("Employees", "Ansatte"),
                words("State", "Tilstand"),
            ],
            numeric: [false, false, false, false, false, false, true, false]
        )
        for number in numbers {
            guard let unit = extract.units[number] else {
                table.add([
                    "\(number)", "", "", "", "", "", "", words("not in the register", "ikke i registeret"),
                ])
                continue
            }
            table.add(cells(unit, indentation: ""))
            for unit in extract.establishments[number] ?? [] { table.add(cells(unit, indentation: "  ")) }
        }
        return table.plainText + sourceLine
    }

    var csv: String {
        var writer = CSVWriter()
        writer.write(
            row: [
                "number", "name", "kind", "legal_form", "code", "classification", "industry", "municipality",
                "country",
                "parent", "employees", "registered", "dissolved", "bankrupt", "merged_into",
            ]
        )
        for unit in units {
            writer.write(
                row: [
                    "\(unit.number)", unit.name ?? "", unit.kind.rawValue, unit.legalForm,
                    unit.industry ?? "",
                    unit.industry == nil ? "" : unit.classification.rawValue, codes.industry(of: unit) ?? "",
                    unit.municipality ?? "", unit.country, unit.parent?.description ?? "",
                    unit.employees.map { String($0) } ?? "", unit.events.registered?.description ?? "",
                    unit.events.dissolved?.description ?? "", unit.events.bankrupt?.description ?? "",
                    unit.events.mergedInto?.description ?? "",
                ]
            )
        }
        return writer.text
    }

    var json: JSONValue {
        func text(_ value: (some CustomStringConvertible)?) -> JSONValue {
            value.map { .string($0.description) } ?? nil
        }
        return [
            "day": text(extract.day),
            "units": .array(
                units.map { unit in
                    [
                        "number": text(unit.number), "name": text(unit.name),
                        "kind": text(unit.kind.rawValue),
                        "legal_form": text(unit.legalForm), "code": text(unit.industry),
                        "classification": unit.industry == nil ? nil : text(unit.classification.rawValue),
                        "industry": text(codes.industry(of: unit)), "municipality": text(unit.municipality),
                        "country": text(unit.country), "parent": text(unit.parent),
                        "employees": unit.employees.map { .integer($0) } ?? nil,
                        "registered": text(unit.events.registered), "dissolved": text(unit.events.dissolved),
                        "bankrupt": text(unit.events.bankrupt), "merged_into": text(unit.events.mergedInto),
                    ]
                }
            ),
            "unknown": .array(numbers.filter { extract.units[$0] == nil }.map { text($0) }),
        ]
    }

    /// The units found, each firm before its establishments.
    private var units: [RegisteredUnit] {
        numbers.compactMap { extract.units[$0] }.flatMap { [$0] + (extract.establishments[$0.number] ?? []) }
    }

    private func cells(_ unit: RegisteredUnit, indentation: String) -> [String] {
        let code = unit.industry.map { "\($0) \(unit.classification.rawValue.uppercased())" }
        return [
            indentation + "\(unit.number)", unit.name ?? words("(name left out)", "(navn utelatt)"),
            unit.legalForm,
            code ?? "", industry(of: unit), unit.municipality ?? (unit.country == "NO" ? "" : unit.country),
            unit.employees.map { String($0) } ?? "", state(of: unit),
        ]
    }

    private func industry(of unit: RegisteredUnit) -> String {
        guard let code = unit.industry else { return "" }
        switch codes.placement(of: code, in: unit.classification) {
        case .industry(let industry):
            let name = map.target.labels.first { $0.code == industry }?.name.text(in: language) ?? ""
            return industry + " " + name
        case .unplaced: return words("in no single industry", "ikke i én næring")
        case .unknown: return words("unknown code", "ukjent kode")
        }
    }

    private func state(of unit: RegisteredUnit) -> String {
        var parts: [String] = []
        if let day = unit.events.bankrupt { parts.append(words("bankrupt \(day)", "konkurs \(day)")) }
        if let day = unit.events.dissolved {
            parts.append(
                unit.kind == .enterprise
                    ? words("deleted \(day)", "slettet \(day)") : words("closed \(day)", "nedlagt \(day)")
            )
        }
        if let other = unit.events.mergedInto {
            parts.append(words("merged into \(other)", "fusjonert inn i \(other)"))
        }
        return parts.isEmpty ? words("active", "aktiv") : parts.joined(separator: ", ")
    }

    private var sourceLine: String {
        guard let provenance = extract.provenance else { return "" }
        return "\n" + provenance.attribution + (extract.day.map { ", \($0)" } ?? "") + "\n"
    }
}
