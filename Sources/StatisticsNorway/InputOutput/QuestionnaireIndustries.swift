import Accounts

/// The 65 industries of the questionnaires (A*64 with owner-occupied dwellings apart), in their order.
enum QuestionnaireIndustries {
    /// Code and bokmål name; the English names stand in the workbook itself.
    static let norwegianNames: KeyValuePairs = [
        "R01": "Jordbruk, jakt og viltstell",
        "R02": "Skogbruk",
        "R03": "Fiske, fangst og akvakultur",
        "RB": "Bergverksdrift og utvinning",
        "R10_12": "Nærings-, drikkevare- og tobakksindustri",
        "R13_15": "Tekstil-, beklednings- og lærvareindustri",
        "R16": "Trelast- og trevareindustri, unntatt møbler",
        "R17": "Papir- og papirvareindustri",
        "R18": "Trykking og reproduksjon av innspilte opptak",
        "R19": "Produksjon av kull- og raffinerte petroleumsprodukter",
        "R20": "Kjemisk industri",
        "R21": "Farmasøytisk industri",
        "R22": "Gummivare- og plastindustri",
        "R23": "Mineralproduktindustri",
        "R24": "Produksjon av metaller",
        "R25": "Metallvareindustri, unntatt maskiner og utstyr",
        "R26": "Produksjon av datamaskiner og elektroniske og optiske produkter",
        "R27": "Produksjon av elektrisk utstyr",
        "R28": "Maskinindustri",
        "R29": "Produksjon av motorvogner og tilhengere",
        "R30": "Produksjon av andre transportmidler",
        "R31_32": "Produksjon av møbler og annen industriproduksjon",
        "R33": "Reparasjon og installasjon av maskiner og utstyr",
        "RD": "Elektrisitets-, gass-, damp- og varmtvannsforsyning",
        "R36": "Uttak fra kilde, rensing og distribusjon av vann",
        "R37_39": "Avløps- og renovasjonsvirksomhet",
        "RF": "Bygge- og anleggsvirksomhet",
        "R45": "Handel med og reparasjon av motorvogner",
        "R46": "Agentur- og engroshandel, unntatt med motorvogner",
        "R47": "Detaljhandel, unntatt med motorvogner",
        "R49": "Landtransport og rørtransport",
        "R50": "Sjøfart",
        "R51": "Lufttransport",
        "R52": "Lagring og andre tjenester tilknyttet transport",
        "R53": "Post og distribusjonsvirksomhet",
        "RI": "Overnattings- og serveringsvirksomhet",
        "R58": "Forlagsvirksomhet",
        "R59_60": "Film-, video- og fjernsynsproduksjon, musikkutgivelse og kringkasting",
        "R61": "Telekommunikasjon",
        "R62_63": "Tjenester tilknyttet informasjonsteknologi og informasjonstjenester",
        "R64": "Finansieringsvirksomhet",
        "R65": "Forsikringsvirksomhet og pensjonskasser",
        "R66": "Tjenester tilknyttet finansierings- og forsikringsvirksomhet",
        "R68B": "Omsetning og drift av fast eiendom",
        "R68A": "Boligtjenester, egen bolig",
        "R69_70": "Juridisk og regnskapsmessig tjenesteyting, hovedkontorer og administrativ rådgivning",
        "R71": "Arkitektvirksomhet og teknisk konsulentvirksomhet",
        "R72": "Forskning og utviklingsarbeid",
        "R73": "Annonse- og reklamevirksomhet og markedsundersøkelser",
        "R74_75": "Annen faglig, vitenskapelig og teknisk virksomhet, veterinærtjenester",
        "R77": "Utleie- og leasingvirksomhet",
        "R78": "Arbeidskrafttjenester",
        "R79": "Reisebyrå- og reisearrangørvirksomhet",
        "R80_82": "Vakttjeneste, eiendomsdrift og annen forretningsmessig tjenesteyting",
        "R84": "Offentlig administrasjon, forsvar og trygdeordninger underlagt offentlig forvaltning",
        "RP": "Undervisning",
        "R86": "Helsetjenester",
        "R87_88": "Pleie- og omsorgstjenester i institusjon og sosiale omsorgstjenester",
        "R90_92": "Kunstnerisk virksomhet, biblioteker, museer og lotteri- og totalisatorspill",
        "R93": "Sports- og fritidsaktiviteter",
        "R94": "Aktiviteter i medlemsorganisasjoner",
        "R95": "Reparasjon av datamaskiner, husholdningsvarer og varer til personlig bruk",
        "R96": "Annen personlig tjenesteyting",
        "RT": "Lønnet arbeid i private husholdninger",
        "RU": "Internasjonale organisasjoner og organer",
    ]

    /// The codes, in the questionnaires' order.
    static let codes: [String] = norwegianNames.map(\.key)

    /// Owner-occupied dwellings.
    static let ownDwellings = "R68A"

    /// Industries that Statistics Norway presents together for confidentiality, and the code it uses for them.
    static let merged = (
        codes: ["R19", "R20"], into: "R21",
        name: Name(
            english: "Refined petroleum, chemicals and pharmaceuticals (R19–R21)",
            norwegian: "Oljeraffinering, kjemisk og farmasøytisk industri (R19–R21)"
        )
    )
}
