import Accounts
import FileFormats

/// One unit as it stands in a file or an answer: texts, not yet understood.
struct RegisterRecord {
    let place: Place
    private let values: [String?]

    /// A record at `place`, with the texts of the fields by their raw values.
    init(at place: Place, _ values: [String?]) {
        self.place = place
        self.values = values
    }

    /// The field's text without spaces around it; `nil` where there is none.
    func text(_ field: RegisterField) -> String? {
        guard let text = values[field.rawValue] else { return nil }
        let trimmed = text.drop { $0 == " " }
        let isPadded = trimmed.count < text.count || text.hasSuffix(" ")
        guard isPadded else { return text.isEmpty ? nil : text }
        var rest = Substring(trimmed)
        while rest.last == " " { rest.removeLast() }
        return rest.isEmpty ? nil : String(rest)
    }

    /// Whether it is an establishment: by its addresses, its own address on the web, its closing date, or its legal form.
    ///
    /// A deleted unit has neither address nor parent.
    var isEstablishment: Bool {
        if text(.siteMunicipality) != nil || text(.siteCountry) != nil || text(.closed) != nil { return true }
        if let link = text(.itself), link.contains("/underenheter/") { return true }
        if let responseClass = text(.responseClass), responseClass.hasSuffix("nderenhet") { return true }
        return ["BEDR", "AAFY"].contains(text(.legalForm))
    }

    /// The fault that `field` has, with what stands there.
    func fault(_ field: RegisterField, _ problem: Fault.Problem) -> Fault {
        let place = Place(file: place.file, line: place.line, column: field.path)
        return Fault(at: place, value: text(field), problem)
    }
}
