import Accounts

/// The short English reasons that readers of files give, in the user's language.
enum ReasonWords {
    /// A broken rule or a reason; one that is not known here is quoted as it stands.
    static func text(_ reason: String, _ words: Words) -> String {
        if let known = reasons[reason] { return known.text(in: words.language) }
        if let folder = reason.wholeAfter("a path inside the folder ") {
            return words(
                "the path leads out of \(folder)",
                "stien fører ut av \(folder)"
            )
        }
        if let inSheet = reason.wholeAfter("sheet "), let colon = inSheet.firstRange(of: ": ") {
            let sheet = words.quoted(String(inSheet[..<colon.lowerBound]))
            return words("sheet \(sheet): ", "ark \(sheet): ")
                + text(String(inSheet[colon.upperBound...]), words)
        }
        if let inLine = reason.wholeAfter("line "), let colon = inLine.firstRange(of: ": ") {
            let line = inLine[..<colon.lowerBound]
            return words("line \(line): ", "linje \(line): ")
                + text(String(inLine[colon.upperBound...]), words)
        }
        if let comma = reason.firstRange(of: ".xml, line ") {
            let part = reason[..<comma.lowerBound] + ".xml, "
            return part + text("line " + reason[comma.upperBound...], words)
        }
        return words(reason, "programmet fikk til svar på engelsk: «\(reason)»")
    }

    /// A kind of value, where it is a kind and not a text that must stand there.
    static func kind(_ kind: String, _ words: Words) -> String? { kinds[kind]?.text(in: words.language) }

    /// Things a file can have too many of.
    static func things(_ things: String, _ words: Words) -> String {
        if let part = things.wholeAfter("nested elements in ") {
            return words("levels inside each other in \(part)", "nivåer inni hverandre i \(part)")
        }
        return counted[things]?.text(in: words.language) ?? things
    }

    /// The reasons the package's own readers give.
    static var known: [String] { reasons.keys.sorted() }

    private static let kinds: [String: Name] = [
        "mapping": Name(
            english: "keys with values, one on each line below (key: value)",
            norwegian: "nøkler med verdier, en på hver linje under (nøkkel: verdi)"
        ),
        "sequence": Name(
            english: "a list, each line below beginning with “- ”",
            norwegian: "en liste, der hver linje under begynner med «- »"
        ),
        "text": Name(english: "a text", norwegian: "en tekst"),
        "number": Name(english: "a number", norwegian: "et tall"),
        "whole number": Name(english: "a whole number", norwegian: "et helt tall"),
        "a year": Name(english: "a year", norwegian: "et årstall"),
    ]

    private static let counted: [String: Name] = [
        "nested levels": Name(english: "levels inside each other", norwegian: "nivåer inni hverandre"),
        "archive entries": Name(english: "parts", norwegian: "deler"),
        "cells": Name(english: "cells", norwegian: "celler"),
        "different statuses": Name(english: "different statuses", norwegian: "ulike statuser"),
        "shared strings": Name(english: "texts", norwegian: "tekster"),
        "bytes between two tags": Name(
            english: "characters in one field",
            norwegian: "tegn i ett felt"
        ),
        "lines in one voucher": Name(english: "lines in one voucher", norwegian: "linjer i ett bilag"),
        "bytes of shared strings": Name(english: "characters of text", norwegian: "tegn tekst"),
        "columns": Name(english: "columns", norwegian: "kolonner"),
        "bytes in one voucher": Name(english: "characters in one voucher", norwegian: "tegn i ett bilag"),
        "bytes of accounts and parties": Name(
            english: "characters in the names of accounts, customers and suppliers",
            norwegian: "tegn i navnene på kontoer, kunder og leverandører"
        ),
        "parties": Name(english: "customers and suppliers", norwegian: "kunder og leverandører"),
        "accounts": Name(english: "accounts", norwegian: "kontoer"),
    ]

    private static let reasons: [String: Name] = [
        system, text, yaml, workbook, markup, ledgers, register, bank,
    ]
    .reduce(
        into: [:]) {
            $0.merge($1) { _, new in new }
        }

    private static let register: [String: Name] = [
        "an organisation number has nine digits": Name(
            english: "an organisation number has nine digits",
            norwegian: "et organisasjonsnummer har ni sifre"
        ),
        "a date is written 2024-02-29": Name(
            english: "a date is written like 2024-02-29",
            norwegian: "en dato skrives som 2024-02-29"
        ),
        "an object in braces is expected": Name(
            english: "an object in braces is expected here: { … }",
            norwegian: "her ventes et objekt i krøllparenteser: { … }"
        ),
        "the file is cut off inside an object": Name(
            english: "it ends in the middle of an object; the download was not finished",
            norwegian: "den slutter midt i et objekt; nedlastingen ble ikke ferdig"
        ),
        "the packed file is cut off": Name(
            english: "the packed file ends too early; the download was not finished",
            norwegian: "den pakkede filen slutter for tidlig; nedlastingen ble ikke ferdig"
        ),
        "the packed file is damaged": Name(
            english: "the packed file does not fit its own checksum or form",
            norwegian: "den pakkede filen stemmer ikke med sin egen kontrollsum eller form"
        ),
        "no memory to unpack a file": Name(
            english: "there is too little memory to unpack it",
            norwegian: "det er for lite minne til å pakke den ut"
        ),
    ]

    private static let system: [String: Name] = [
        "Permission denied": Name(english: "you are not allowed to", norwegian: "du har ikke tilgang"),
        "Operation not permitted": Name(english: "you are not allowed to", norwegian: "du har ikke tilgang"),
        "Is a directory": Name(
            english: "it is a folder, not a file",
            norwegian: "det er en mappe, ikke en fil"
        ),
        "Not a directory": Name(
            english: "part of the path is a file, not a folder",
            norwegian: "en del av stien er en fil, ikke en mappe"
        ),
        "No such file or directory": Name(
            english: "the folder is not there",
            norwegian: "mappen finnes ikke"
        ),
        "File exists": Name(
            english: "a file of that name stands where a folder is wanted",
            norwegian: "det står en fil med det navnet der det skal være en mappe"
        ),
        "the file changed while it was being read": Name(
            english: "it changed while it was being read; try again when nobody writes to it",
            norwegian: "den ble endret mens den ble lest; prøv igjen når ingen skriver til den"
        ),
        "No space left on device": Name(english: "the disk is full", norwegian: "disken er full"),
        "Read-only file system": Name(
            english: "the disk may only be read",
            norwegian: "disken kan bare leses"
        ),
        "File name too long": Name(english: "the name is too long", norwegian: "navnet er for langt"),
        "Too many levels of symbolic links": Name(
            english: "its links lead in a circle",
            norwegian: "lenkene går i ring"
        ),
        "Not a regular file": Name(
            english: "it is not an ordinary file",
            norwegian: "det er ikke en vanlig fil"
        ),
        "Not a file name": Name(english: "it is not a file name", norwegian: "det er ikke et filnavn"),
        "Not a folder name": Name(english: "it is not a folder name", norwegian: "det er ikke et mappenavn"),
        "No memory for a workbook": Name(
            english: "there is no memory for a workbook",
            norwegian: "det er ikke minne til en arbeidsbok"
        ),
        "No memory to pack it": Name(
            english: "there is no memory to pack it",
            norwegian: "det er ikke minne til å pakke den"
        ),
        "No sheet to write to": Name(
            english: "no sheet was begun to write to",
            norwegian: "det er ikke begynt på noe ark å skrive i"
        ),
        "Not a sheet name": Name(
            english: "its sheet has a name that workbooks do not take, or two have the same",
            norwegian: "arket har et navn som arbeidsbøker ikke tar imot, eller to har samme navn"
        ),
        "Two outputs have this name": Name(
            english: "two results would have this name",
            norwegian: "to resultater ville fått dette navnet"
        ),
        "The folder has this file and the new dataset has not": Name(
            english: "the folder holds this file already, and the new dataset has none of that name",
            norwegian: "mappen har denne filen fra før, og det nye datasettet har ingen med det navnet"
        ),
        "no memory for an XML parser": Name(
            english: "there is too little memory",
            norwegian: "det er for lite minne"
        ),
    ]

    private static let text: [String: Name] = [
        "a carriage return must be followed by a line feed": Name(
            english: "a line ends in the old Mac way; save the file with ordinary line ends",
            norwegian: "en linje slutter på gammel Mac-måte; lagre filen med vanlige linjeskift"
        ),
        "a quote may not stand inside an unquoted field": Name(
            english:
                "a quotation mark stands inside a field; put the whole field in quotes and double the mark",
            norwegian:
                "et anførselstegn står inne i et felt; sett hele feltet i anførselstegn og skriv tegnet dobbelt"
        ),
        "a quote is opened and never closed": Name(
            english: "a quotation mark opens here and is never closed",
            norwegian: "et anførselstegn åpner her og lukkes aldri"
        ),
        "a string is opened and never closed": Name(
            english: "a quotation mark opens here and is never closed",
            norwegian: "et anførselstegn åpner her og lukkes aldri"
        ),
        "nothing may follow a closing quote": Name(
            english: "text stands between the closing quotation mark and the comma",
            norwegian: "det står tekst mellom det avsluttende anførselstegnet og kommaet"
        ),
        "nothing may follow the value": Name(
            english: "text stands after the closing brace of the file",
            norwegian: "det står tekst etter den siste krøllparentesen i filen"
        ),
        "a key in quotes is expected": Name(
            english: "a name in quotation marks should stand here",
            norwegian: "her skulle det stått et navn i anførselstegn"
        ),
        "a colon is expected after a key": Name(
            english: "a colon should follow the name",
            norwegian: "det skulle stått kolon etter navnet"
        ),
        "a comma or a closing brace is expected": Name(
            english: "a comma or a closing brace } should stand here",
            norwegian: "her skulle det stått komma eller krøllparentes }"
        ),
        "a comma or a closing bracket is expected": Name(
            english: "a comma or a closing bracket ] should stand here",
            norwegian: "her skulle det stått komma eller klammeparentes ]"
        ),
        "a value is expected": Name(
            english: "a value should stand here",
            norwegian: "her skulle det stått en verdi"
        ),
        "a backslash begins no known escape": Name(
            english: "the backslash does not belong here; write / in paths",
            norwegian: "omvendt skråstrek hører ikke hjemme her; skriv / i stier"
        ),
        "control characters in a string must be escaped": Name(
            english: "a line break or tab stands inside a text",
            norwegian: "et linjeskift eller en tabulator står inne i en tekst"
        ),
        "an object in braces is expected": Name(
            english: "names and values in braces { } should stand here",
            norwegian: "her skulle det stått navn og verdier i krøllparenteser { }"
        ),
        "an array in brackets is expected": Name(
            english: "a list in brackets [ ] should stand here",
            norwegian: "her skulle det stått en liste i klammeparenteser [ ]"
        ),
        "text in quotes is expected": Name(
            english: "a text in quotation marks should stand here",
            norwegian: "her skulle det stått en tekst i anførselstegn"
        ),
        "64 lower-case hexadecimal digits are expected": Name(
            english: "this is not a SHA-256 digest, which has 64 digits from 0 to 9 and a to f",
            norwegian: "dette er ikke en SHA-256-kontrollsum, som har 64 tegn fra 0 til 9 og a til f"
        ),
        "a key must be a text": Name(
            english: "a key must be a text",
            norwegian: "en nøkkel må være en tekst"
        ),
        "only one document may stand in a file": Name(
            english: "a line with --- begins a second document; only one may stand in a file",
            norwegian: "en linje med --- begynner et nytt dokument; det kan bare stå ett i en fil"
        ),
        "not YAML": Name(
            english: "the text is not YAML; look at the indentation and the colons just above",
            norwegian: "teksten er ikke YAML; se på innrykk og kolon like over"
        ),
        "the characters U+F8F0 to U+F8F2 are not accepted": Name(
            english: "the text has characters that cannot be shown; delete them",
            norwegian: "teksten har tegn som ikke kan vises; slett dem"
        ),
        "anchors (&), aliases (*) and tags (!) are not accepted; quote a text that begins so": Name(
            english: "a text that begins with &, * or ! must stand in quotation marks",
            norwegian: "en tekst som begynner med &, * eller !, må stå i anførselstegn"
        ),
        "a folder's name, without slashes and not beginning with a dot": Name(
            english: "the name becomes a folder's: no slashes, and no dot in front",
            norwegian: "navnet blir et mappenavn: ingen skråstreker, og ikke punktum først"
        ),
        "an amount with a decimal point": Name(
            english:
                "in braces a comma begins the next amount; write decimals with a point, such as {C10_12: 100.5}",
            norwegian:
                "i klammeparentes skiller komma beløpene fra hverandre; skriv desimaler med punktum, for eksempel {C10_12: 100.5}"
        ),
        "fields are separated by commas": Name(
            english:
                "the fields are separated by semicolons; commas are wanted, and points in numbers (in Norwegian "
                + "Excel, replace them after saving, or save from a program set to English)",
            norwegian:
                "feltene er skilt med semikolon; det skal være komma, og punktum i tall (norsk Excel lagrer med "
                + "semikolon: erstatt etterpå, eller lagre fra et program satt til engelsk)"
        ),
        "purchase_coefficients belong to calibrated only": Name(
            english:
                "only the method calibrated has purchase_coefficients; delete the line or change the method",
            norwegian: "bare metoden calibrated har purchase_coefficients; fjern linjen eller bytt metode"
        ),
        "delta belongs to flq and aflq only": Name(
            english: "delta belongs to the methods flq and aflq only",
            norwegian: "delta hører bare til metodene flq og aflq"
        ),
        "alpha and beta belong to 2d-lq only": Name(
            english: "alpha and beta belong to the method 2d-lq only",
            norwegian: "alpha og beta hører bare til metoden 2d-lq"
        ),
        "charm and pooling want total flows": Name(
            english:
                "the methods charm and pooling balance all use with output and imports; write flows: total",
            norwegian:
                "metodene charm og pooling avstemmer all bruk mot produksjon og import; skriv flows: total"
        ),
        "an earlier run is one that withheld and rounded": Name(
            english:
                "an earlier run is one that was published, with figures withheld and rounded; take it off the list",
            norwegian:
                "en tidligere kjøring er en som ble publisert, med tall holdt tilbake og avrundet; ta den ut av listen"
        ),
        "an earlier run has the statistics, region, year and method of this one": Name(
            english: """
                an earlier run has the statistics, the region, the year and the method of this one; what it told is of other \
                figures (docs/DISCLOSURE.md)
                """,
            norwegian: """
                en tidligere kjøring har samme statistikk, region, år og metode som denne; det den fortalte, er om andre tall \
                (docs/DISCLOSURE.md)
                """
        ),
        "the books of every firm that an earlier run told of are here": Name(
            english:
                "an earlier run told of this firm; name its books under firms, with in_table: no if it has left",
            norwegian:
                "en tidligere kjøring fortalte om denne bedriften; før opp regnskapet under firms, med in_table: no om den er ute"
        ),
        "the files of an earlier run are as it wrote them": Name(
            english: "this file was changed after the earlier run; put back what was published",
            norwegian:
                "denne filen er endret etter den tidligere kjøringen; legg tilbake det som ble publisert"
        ),
        "the runs that an earlier run came after are earlier runs too": Name(
            english: "this run came after earlier ones that are not on the list; name them too",
            norwegian: "denne kjøringen kom etter tidligere som ikke er på listen; før opp dem også"
        ),
        "a county or municipality of the study's year": Name(
            english: "the code is no county or municipality of the year",
            norwegian: "koden er ikke noe fylke eller noen kommune i året"
        ),
        "counties or municipalities, not both": Name(
            english: "the file has codes of counties and of municipalities; write one kind",
            norwegian: "filen har koder for både fylker og kommuner; skriv én av delene"
        ),
        "nine digits": Name(
            english: "an organisation number has nine digits, without spaces",
            norwegian: "et organisasjonsnummer har ni sifre, uten mellomrom"
        ),
    ]

    /// What libyaml reports most often.
    private static let yaml: [String: Name] = [
        "did not find expected key": Name(
            english: "the indentation does not fit the lines above",
            norwegian: "innrykket passer ikke med linjene over"
        ),
        "did not find expected '-' indicator": Name(
            english: "this line of a list should begin with “- ”",
            norwegian: "denne linjen i en liste skulle begynt med «- »"
        ),
        "mapping values are not allowed in this context": Name(
            english: "a colon stands where none belongs; put a text with a colon in quotation marks",
            norwegian: "et kolon står der det ikke hører hjemme; sett en tekst med kolon i anførselstegn"
        ),
        "could not find expected ':'": Name(
            english: "a key without a colon stands here or just above",
            norwegian: "en nøkkel uten kolon står her eller like over"
        ),
        "found character that cannot start any token": Name(
            english: "a tab or a special character stands where a text should begin; indent with spaces",
            norwegian:
                "en tabulator eller et spesialtegn står der en tekst skulle begynt; bruk mellomrom til innrykk"
        ),
        "found unexpected end of stream": Name(
            english: "a quotation mark or bracket is opened and never closed",
            norwegian: "et anførselstegn eller en parentes åpnes og lukkes aldri"
        ),
    ]
}

extension String {
    /// What follows `prefix`; `nil` where the text does not begin with it.
    fileprivate func wholeAfter(_ prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }
}
