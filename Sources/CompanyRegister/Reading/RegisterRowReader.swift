import Accounts
import FileFormats

/// Understands records, one after another; gathers faults and counts what the rules did.
struct RegisterRowReader {
    private(set) var faults: [Fault] = []
    private(set) var rules = RegisterRules()
    /// How many units had a code that only this classification has.
    private(set) var exclusive: [IndustryClassification: Int] = [:]
    private let codes: IndustryCodes

    /// Faults kept of one file; nobody reads more.
    private static let mostFaults = 1_000

    init(codes: IndustryCodes) {
        self.codes = codes
    }

    /// What the index shall hold of the unit; `nil` after a fault.
    mutating func row(_ record: RegisterRecord) -> RegisterRow? {
        let before = faults.count
        let isEstablishment = record.isEstablishment
        let number = number(.number, in: record)
        if number == nil, record.text(.number) == nil { fault(record, .number, .missing) }
        let parent = self.number(.parent, in: record)
        let employees = employees(in: record)
        let registered = date(.registered, in: record)
        let opened = date(.opened, in: record)
        let deleted = date(.deleted, in: record)
        let closed = date(.closed, in: record)
        let bankrupt = bankruptcy(in: record)
        let industry = industry(in: record)
        guard let number, faults.count == before else { return nil }
        let address = address(in: record, isEstablishment: isEstablishment)
        return RegisterRow(
            number: number,
            kind: isEstablishment ? .establishment : .enterprise,
            legalForm: record.text(.legalForm) ?? "",
            name: record.text(.name).map { restored($0) },
            industry: industry?.code,
            classification: industry?.classification,
            municipality: address.municipality,
            country: address.country,
            parent: parent,
            employees: employees,
            registered: isEstablishment ? opened ?? registered : registered,
            dissolved: isEstablishment ? closed ?? deleted : deleted,
            bankrupt: bankrupt
        )
    }

    mutating func countNameLeftOut() { rules.namesLeftOut += 1 }

    private mutating func fault(_ record: RegisterRecord, _ field: RegisterField, _ problem: Fault.Problem) {
        if faults.count < RegisterRowReader.mostFaults { faults.append(record.fault(field, problem)) }
    }

    private mutating func number(_ field: RegisterField, in record: RegisterRecord) -> OrganisationNumber? {
        guard let text = record.text(field) else { return nil }
        if let number = OrganisationNumber(text) { return number }
        fault(record, field, .malformed(rule: "an organisation number has nine digits"))
        return nil
    }

    private mutating func date(_ field: RegisterField, in record: RegisterRecord) -> CalendarDate? {
        guard let text = record.text(field) else { return nil }
        if let date = CalendarDate(iso: text) { return date }
        fault(record, field, .malformed(rule: "a date is written 2024-02-29"))
        return nil
    }

    /// The register keeps one to four employees back: the field is then blank, and another says that there are some.
    private mutating func employees(in record: RegisterRecord) -> Int? {
        guard let text = record.text(.employees) else {
            return record.text(.hasEmployees) == "false" ? 0 : nil
        }
        guard let count = Int(text) else {
            fault(record, .employees, .notAnInteger)
            return nil
        }
        guard (0...10_000_000).contains(count) else {
            fault(record, .employees, .outside(lower: 0, upper: 10_000_000))
            return nil
        }
        return count
    }

    private mutating func bankruptcy(in record: RegisterRecord) -> RegisterRow.Bankruptcy? {
        if let date = date(.bankrupt, in: record) { return .dated(date) }
        guard record.text(.isBankrupt) == "true" else { return nil }
        return .undated
    }

    /// The place of business decides; the postal address may be a bookkeeper's, or abroad.
    private func address(
        in record: RegisterRecord,
        isEstablishment: Bool
    ) -> (municipality: String?, country: String?) {
        let own: (RegisterField, RegisterField) =
            isEstablishment ? (.siteMunicipality, .siteCountry) : (.businessMunicipality, .businessCountry)
        for (municipality, country) in [own, (.postMunicipality, .postCountry)] {
            let (number, code) = (record.text(municipality), record.text(country))
            guard number != nil || code != nil else { continue }
            let isAbroad = code != nil && code != "NO"
            return (isAbroad ? nil : number, isAbroad ? code : nil)
        }
        return (nil, nil)
    }

    /// The classification that most codes point to, among those that only one has; the older where none does.
    var classification: IndustryClassification {
        exclusive[.sn2025, default: 0] > exclusive[.sn2007, default: 0] ? .sn2025 : .sn2007
    }

    private mutating func industry(
        in record: RegisterRecord
    ) -> (code: String, classification: IndustryClassification?)? {
        guard let text = record.text(.industry), text != "00.000" else {
            rules.withoutIndustry += 1
            return nil
        }
        let candidates = text.wholeCodes
        guard let code = candidates.first(where: { !codes.classifications(of: $0).isEmpty }) else {
            rules.unknownCodes += 1
            if rules.unknownCodeExamples.count < 10, !rules.unknownCodeExamples.contains(text) {
                rules.unknownCodeExamples.append(text)
            }
            return nil
        }
        if code != text { rules.codesMadeWhole += 1 }
        let classifications = codes.classifications(of: code)
        guard classifications.count == 1, let only = classifications.first else { return (code, nil) }
        exclusive[only, default: 0] += 1
        return (code, only)
    }

    /// `text` with letters that came as `<U+00E5>` put back.
    private mutating func restored(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
        var result = ""
        var rest = text[...]
        while let mark = rest.firstRange(of: "<U+") {
            let digits = rest[mark.upperBound...].prefix(4)
            let after = rest[mark.upperBound...].dropFirst(4)
            result += rest[..<mark.lowerBound]
            if after.first == ">", let number = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(number)
            {
                result.unicodeScalars.append(scalar)
                rest = after.dropFirst()
                rules.lettersRestored += 1
            } else {
                result += rest[mark]
                rest = rest[mark.upperBound...]
            }
        }
        return result + rest
    }
}

extension String {
    /// The code itself and what it may be short of: spreadsheets take `41.200` for a number and leave `41.2`, or `01.110`
    /// and leave `1.11`; some files have no full stop.
    fileprivate var wholeCodes: [String] {
        let parts = split(separator: ".", omittingEmptySubsequences: false)
        guard utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ".") }) else { return [] }
        switch parts.count {
        case 1 where count == 5: return [String(prefix(2) + "." + suffix(3))]
        case 2 where (1...2).contains(parts[0].count) && (1...3).contains(parts[1].count):
            let division = parts[0].count == 1 ? "0" + parts[0] : String(parts[0])
            return [division + "." + parts[1] + String(repeating: "0", count: 3 - parts[1].count)]
        default: return []
        }
    }
}
