/// What is taken from a unit of the register, and where it stands.
///
/// The register hands out its units as JSON (`/enheter/lastned`, `/underenheter/lastned`, single look-ups) and as CSV
/// (`…/lastned/csv`: comma, quotes where needed, UTF-8, no byte order mark). The CSV's columns are the JSON's keys, joined by
/// a full stop; both were read from samples, and the CSV against the column lists of statisticsnorway/statbus (Apache-2.0),
/// which imports the whole files. Some column names vary in capitals and by a letter between the two files and over the years
/// (`registreringsdatoenhetsregisteret`, `registreringsdatoIEnhetsregisteret`): they are compared without capitals.
/// Documentation: data.brreg.no/enhetsregisteret/api/dokumentasjon.
enum RegisterField: Int, CaseIterable {
    case number, name, legalForm, industry, employees, hasEmployees
    case businessMunicipality, businessCountry, siteMunicipality, siteCountry, postMunicipality, postCountry
    case registered, opened, deleted, closed, isBankrupt, bankrupt, parent, itself, responseClass

    /// The key in JSON, and the column in CSV.
    var path: String {
        switch self {
        case .number: "organisasjonsnummer"
        case .name: "navn"
        case .legalForm: "organisasjonsform.kode"
        case .industry: "naeringskode1.kode"
        case .employees: "antallAnsatte"
        case .hasEmployees: "harRegistrertAntallAnsatte"
        case .businessMunicipality: "forretningsadresse.kommunenummer"
        case .businessCountry: "forretningsadresse.landkode"
        case .siteMunicipality: "beliggenhetsadresse.kommunenummer"
        case .siteCountry: "beliggenhetsadresse.landkode"
        case .postMunicipality: "postadresse.kommunenummer"
        case .postCountry: "postadresse.landkode"
        case .registered: "registreringsdatoEnhetsregisteret"
        case .opened: "oppstartsdato"
        case .deleted: "slettedato"
        case .closed: "nedleggelsesdato"
        case .isBankrupt: "konkurs"
        case .bankrupt: "konkursdato"
        case .parent: "overordnetEnhet"
        case .itself: "_links.self.href"
        case .responseClass: "respons_klasse"
        }
    }

    /// Other names of the column, in small letters.
    var otherNames: [String] {
        self == .registered ? ["registreringsdatoienhetsregisteret"] : []
    }

    /// All keys, in the order of the raw values.
    static let paths = allCases.map(\.path)
}
