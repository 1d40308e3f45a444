import Accounts
import FileFormats

/// Writes the example's register in the forms of Enhetsregisteret's bulk files: `enheter` and `underenheter`, as one
/// JSON array each and as CSV with the columns they have there.
///
/// The JSON files hold deleted units with the day, as the register's web interface gives them; its CSV files have no
/// column for that, and so those units are left out there.
struct RegisterWriter {
    private let units: [ExampleUnit]

    init(_ cluster: ExampleCluster) {
        units = cluster.units.filter { !$0.isLeftOut }.sorted { $0.number < $1.number }
    }

    /// The array of firms or of establishments, one unit a line.
    func json(establishments: Bool) -> String {
        let lines = units.filter { $0.isEstablishment == establishments }.map { json($0) }
        return "[\n" + lines.joined(separator: ",\n") + "\n]\n"
    }

    private func json(_ unit: ExampleUnit) -> String {
        let form = RegisterWriter.forms[unit.form] ?? unit.form
        var members = [
            text("organisasjonsnummer", unit.number.description), text("navn", unit.name.uppercased()),
            "\"organisasjonsform\":{" + text("kode", unit.form) + "," + text("beskrivelse", form) + "}",
            text("registreringsdatoEnhetsregisteret", unit.registered.description),
        ]
        if let day = unit.dissolved, !unit.isEstablishment {
            members.append(text("slettedato", day.description))
            return "{" + members.joined(separator: ",") + "}"
        }
        members.append(
            "\"naeringskode1\":{" + text("kode", unit.industry ?? "00.000")
                + (unit.industry == nil ? "," + text("beskrivelse", "Uoppgitt") : "") + "}"
        )
        if let employees = unit.employees { members.append("\"antallAnsatte\":\(employees)") }
        members.append("\"harRegistrertAntallAnsatte\":\(unit.isSoleProprietor ? "false" : "true")")
        members.append(
            "\"\(unit.isEstablishment ? "beliggenhetsadresse" : "forretningsadresse")\":{"
                + [
                    text("land", "Norge"), text("landkode", "NO"), text("postnummer", unit.place.postalCode),
                    text("poststed", unit.place.city), text("kommune", unit.place.name),
                    text("kommunenummer", unit.place.municipality),
                ].joined(separator: ",") + "}"
        )
        if let parent = unit.parent { members.append(text("overordnetEnhet", parent.description)) }
        if unit.isEstablishment {
            members.append(text("oppstartsdato", unit.registered.description))
            if let day = unit.dissolved { members.append(text("nedleggelsesdato", day.description)) }
        } else {
            members.append("\"konkurs\":\(unit.bankrupt == nil ? "false" : "true")")
            if let day = unit.bankrupt { members.append(text("konkursdato", day.description)) }
        }
        return "{" + members.joined(separator: ",") + "}"
    }

    private func text(_ key: String, _ value: String) -> String { "\"\(key)\":\"\(value)\"" }

    /// The CSV file of firms or of establishments.
    func csv(establishments: Bool) -> String {
        let columns = establishments ? RegisterWriter.establishmentColumns : RegisterWriter.firmColumns
        let address = establishments ? "beliggenhetsadresse" : "forretningsadresse"
        var writer = CSVWriter()
        writer.write(row: columns)
        for unit in units
        where unit.isEstablishment == establishments && (establishments || unit.dissolved == nil) {
            let values: [String: String] = [
                "organisasjonsnummer": unit.number.description, "navn": unit.name.uppercased(),
                "organisasjonsform.kode": unit.form,
                "organisasjonsform.beskrivelse": RegisterWriter.forms[unit.form] ?? unit.form,
                "naeringskode1.kode": unit.industry ?? "00.000",
                "harRegistrertAntallAnsatte": unit.isSoleProprietor ? "false" : "true",
                "antallAnsatte": unit.employees.map(String.init) ?? "",
                address + ".poststed": unit.place.city,
                address + ".postnummer": unit.place.postalCode, address + ".kommune": unit.place.name,
                address + ".kommunenummer": unit.place.municipality, address + ".land": "Norge",
                address + ".landkode": "NO", "registreringsdatoenhetsregisteret": unit.registered.description,
                "registreringsdatoIEnhetsregisteret": unit.registered.description,
                "oppstartsdato": unit.registered.description,
                "konkurs": unit.bankrupt == nil ? "false" : "true",
                "konkursdato": unit.bankrupt?.description ?? "",
                "overordnetEnhet": unit.parent?.description ?? "",
                "nedleggelsesdato": unit.dissolved?.description ?? "",
            ]
            writer.write(row: columns.map { values[$0] ?? "" })
        }
        return writer.text
    }

    /// Whom firms were merged into, which the register itself does not tell.
    var mergers: String {
        var writer = CSVWriter()
        writer.write(row: ["number", "merged_into", "day"])
        for unit in units {
            guard let successor = unit.mergedInto else { continue }
            writer.write(
                row: [unit.number.description, successor.description, unit.dissolved?.description ?? ""]
            )
        }
        return writer.text
    }

    private static let forms = [
        "AS": "Aksjeselskap", "ENK": "Enkeltpersonforetak",
        "BEDR": "Underenhet til næringsdrivende og offentlig forvaltning",
    ]

    private static let firstColumns =
        "organisasjonsnummer,navn,organisasjonsform.kode,organisasjonsform.beskrivelse,naeringskode1.kode,"
        + "naeringskode1.beskrivelse,naeringskode2.kode,naeringskode2.beskrivelse,naeringskode3.kode,"
        + "naeringskode3.beskrivelse,hjelpeenhetskode.kode,hjelpeenhetskode.beskrivelse,harRegistrertAntallAnsatte,"
        + "antallAnsatte,hjemmeside,postadresse.adresse,postadresse.poststed,postadresse.postnummer,"
        + "postadresse.kommune,postadresse.kommunenummer,postadresse.land,postadresse.landkode,"

    private static func address(_ kind: String) -> String {
        ["adresse", "poststed", "postnummer", "kommune", "kommunenummer", "land", "landkode"]
            .map { kind + "." + $0 }.joined(separator: ",") + ","
    }

    private static let firmColumns = columns(
        firstColumns + address("forretningsadresse")
            + "institusjonellSektorkode.kode,institusjonellSektorkode.beskrivelse,sisteInnsendteAarsregnskap,"
            + "registreringsdatoenhetsregisteret,stiftelsesdato,registrertIMvaRegisteret,"
            + "frivilligMvaRegistrertBeskrivelser,registrertIFrivillighetsregisteret,registrertIForetaksregisteret,"
            + "registrertIStiftelsesregisteret,konkurs,konkursdato,underAvvikling,underAvviklingDato,"
            + "underTvangsavviklingEllerTvangsopplosning,tvangsopplostPgaManglendeDagligLederDato,"
            + "tvangsopplostPgaManglendeRevisorDato,tvangsopplostPgaManglendeRegnskapDato,"
            + "tvangsopplostPgaMangelfulltStyreDato,tvangsavvikletPgaManglendeSlettingDato,overordnetEnhet,maalform,"
            + "vedtektsdato,vedtektsfestetFormaal,aktivitet"
    )

    private static let establishmentColumns = columns(
        firstColumns + address("beliggenhetsadresse")
            + "registreringsdatoIEnhetsregisteret,frivilligMvaRegistrertBeskrivelser,registrertIMvaregisteret,"
            + "oppstartsdato,datoEierskifte,overordnetEnhet,nedleggelsesdato"
    )

    private static func columns(_ text: String) -> [String] { text.split(separator: ",").map(String.init) }
}
