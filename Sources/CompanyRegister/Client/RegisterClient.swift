public import Accounts
import FileFormats
public import Web

/// Asks the register's own server about single units.
///
/// For a handful of numbers; for more, the bulk files are quicker and kinder to the server. The interface is
/// Enhetsregisteret's open one: `/enheter/{number}` and `/underenheter/{number}` answer 200 with the unit, also a deleted one
/// with its date; 404 for a number that never was one; 410 for one removed for legal reasons (brreg/openAPI,
/// specs/enhetsregisteret.json).
public struct RegisterClient: Sendable {
    /// Where the register answers.
    public let address: String
    private let web: WebClient
    private let codes: IndustryCodes
    private let classification: IndustryClassification

    /// The register's own server.
    public static let officialAddress = "https://data.brreg.no/enhetsregisteret/api"

    /// Units on a page, of at most 10,000 on all pages: the register's own bound.
    private static let pageSize = 100
    private static let mostUnits = 10_000

    /// A client of the register at `address`, asking by `web`; `codes` are the industry codes that are known.
    ///
    /// A code that more than one classification has is read as one of `classification`; the register's answers have been in
    /// SN2025 since 2026 at the latest (19.200 comes with that standard's name).
    public init(
        address: String = officialAddress,
        web: WebClient,
        codes: IndustryCodes,
        classification: IndustryClassification = .sn2025
    ) {
        self.classification = classification
        self.address = address.hasSuffix("/") ? String(address.dropLast()) : address
        self.web = web
        self.codes = codes
    }

    /// What the register answers about a number.
    public enum Answer: Sendable, Hashable {
        /// The unit, which may be deleted.
        case unit(RegisteredUnit)
        /// The register has never had the number.
        case unknown
        /// The unit is removed for legal reasons; with the date, where the answer has it.
        case removed(CalendarDate?)
    }

    /// Looks up a firm or, where there is none of the number, an establishment.
    ///
    /// - Throws: `.web`; `.status` for any other status than 200, 404 and 410; `.contentType`; `.answer`.
    public func look(up number: OrganisationNumber) throws(CompanyRegisterError) -> Answer {
        for collection in ["enheter", "underenheter"] {
            let place = "\(address)/\(collection)/\(number)"
            let response = try get(place)
            switch response.status {
            case 404: continue
            case 410:
                let removed = (try? json(response, place))?["slettedato"]?.text
                return .removed(removed.flatMap { CalendarDate(iso: $0) })
            case 200:
                let unit = try unit(try json(response, place), of: response, place)
                guard unit.number == number else {
                    throw .answer(address: place, rule: "the answer is about another unit")
                }
                return .unit(unit)
            default: throw .status(address: place, code: response.status)
            }
        }
        return .unknown
    }

    /// The establishments of a firm that are open, in the order of their numbers.
    ///
    /// - Throws: as ``look(up:)``; `.tooManyUnits` for a firm with more than the register hands out.
    public func establishments(of firm: OrganisationNumber) throws(CompanyRegisterError) -> [RegisteredUnit] {
        var units: [RegisteredUnit] = []
        var page = 0
        while true {
            let size = RegisterClient.pageSize
            let place = "\(address)/underenheter?overordnetEnhet=\(firm)&size=\(size)&page=\(page)"
            let response = try get(place)
            guard response.status == 200 else { throw .status(address: place, code: response.status) }
            let json = try json(response, place)
            guard let pages = json["page"]?["totalPages"]?.integer, json["page"]?["number"]?.integer == page
            else {
                throw .answer(address: place, rule: "a page says which it is and how many there are")
            }
            let found = json["page"]?["totalElements"]?.integer ?? 0
            guard found <= RegisterClient.mostUnits else {
                throw .tooManyUnits(address: place, found: found, limit: RegisterClient.mostUnits)
            }
            for element in json["_embedded"]?["underenheter"]?.elements ?? [] {
                units.append(try unit(element, of: response, place))
            }
            page += 1
            guard page < pages else { return units.sorted { $0.number < $1.number } }
        }
    }

    private func get(_ place: String) throws(CompanyRegisterError) -> WebResponse {
        do {
            return try web.get(place, accept: "application/json")
        } catch {
            throw .web(error)
        }
    }

    private func json(_ response: WebResponse, _ place: String) throws(CompanyRegisterError) -> JSONValue {
        // The register's own types are like application/vnd.brreg.enhetsregisteret.enhet.v2+json.
        guard let type = response.contentType, type == "application/json" || type.hasSuffix("+json") else {
            throw .contentType(address: place, found: response.contentType ?? "")
        }
        guard let text = String(validating: response.body, as: UTF8.self) else {
            throw .answer(address: place, rule: "the answer is in UTF-8")
        }
        do {
            return try JSONValue(parsing: text, file: place)
        } catch {
            throw .file(error)
        }
    }

    private func unit(
        _ json: JSONValue,
        of response: WebResponse,
        _ place: String
    ) throws(CompanyRegisterError) -> RegisteredUnit {
        let values = RegisterField.allCases.map { json.text(at: $0.path) }
        var reader = RegisterRowReader(codes: codes)
        guard var row = reader.row(RegisterRecord(at: Place(file: place), values)) else {
            throw .file(.faults(reader.faults))
        }
        // An establishment is called what its firm is called, and whether that is a person is not known here.
        if row.hasPersonalForm || row.kind == .establishment { row.name = nil }
        // An undated bankruptcy stands on the day of the answer, which the server names.
        let day = response.headers["date"].flatMap { CalendarDate(webDate: $0) }
        return row.unit(classification: classification, day: day)
    }
}

extension JSONValue {
    /// The value at a dotted path as text, as ``JSONRecord`` has it.
    fileprivate func text(at path: String) -> String? {
        var value: JSONValue? = self
        for key in path.split(separator: ".") { value = value?[String(key)] }
        return switch value {
        case .string(let text): text
        case .integer(let number): String(number)
        case .number(let number): CSVNumber.text(number)
        case .bool(let value): value ? "true" : "false"
        case .object, .array, .null, nil: nil
        }
    }
}
