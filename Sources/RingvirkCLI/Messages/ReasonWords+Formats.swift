import Accounts

/// The reasons of single formats: workbooks, markup and ledgers.
extension ReasonWords {
    static let workbook: [String: Name] = [
        "it is a workbook of Excel 97 to 2003 (.xls), not .xlsx": Name(
            english: "it is an old Excel workbook (.xls), not .xlsx",
            norwegian: "det er en gammel Excel-fil (.xls), ikke .xlsx"
        ),
        "it is not a zip archive": Name(
            english: "it is not an Excel workbook or another zip archive",
            norwegian: "det er ikke en Excel-arbeidsbok eller et annet zip-arkiv"
        ),
        "two entries have the same name": Name(
            english: "two files in the archive have the same name",
            norwegian: "to filer i arkivet har samme navn"
        ),
        "a cell lies outside the sheet": Name(
            english: "a cell lies outside the sheet",
            norwegian: "en celle ligger utenfor arket"
        ),
        "it holds no worksheet": Name(english: "it has no sheets", norwegian: "den har ingen ark"),
        "a document type declaration, which could declare entities, is not accepted": Name(
            english:
                "it declares a document type (DOCTYPE), which could hide other files or endless text in it",
            norwegian: "den har en dokumenttype (DOCTYPE), som kan skjule andre filer eller endeløs tekst"
        ),
    ]

    /// What is wrong with an answer of a statistics bank.
    static let bank: [String: Name] = [
        "one JSON-stat dataset is expected": Name(
            english: "it is not one cube of JSON-stat",
            norwegian: "det er ikke én kube i JSON-stat"
        ),
        "an array or an object is expected": Name(
            english: "it is neither an array nor an object",
            norwegian: "det er verken en matrise eller et objekt"
        ),
        "the status contradicts the value": Name(
            english: "the mark contradicts the number beside it, or the lack of one",
            norwegian: "tegnet motsier tallet ved siden av, eller at det mangler"
        ),
        "the answer is in UTF-8": Name(english: "it is not UTF-8", norwegian: "det er ikke UTF-8"),
        "it is written Variable=code,code": Name(
            english: "write the variable, an equals sign and codes with commas between: Region=50,11",
            norwegian: "skriv variabelen, likhetstegn og koder med komma mellom: Region=50,11"
        ),
        "brackets that open close again": Name(
            english: "a bracket is opened and not closed",
            norwegian: "en parentes er åpnet og ikke lukket"
        ),
        "a number of codes stands in the brackets": Name(
            english: "a number stands in the brackets after top and bottom",
            norwegian: "i parentesen etter top og bottom står et antall"
        ),
        "the expression has as many codes as it needs": Name(
            english: "from and to take one code in their brackets, range two, top and bottom a number",
            norwegian: "from og to tar én kode i parentesen, range to, top og bottom et antall"
        ),
        "in version 1 the codes of a list are written out": Name(
            english: "with --api v1 the codes of a list must be written out",
            norwegian: "med --api v1 må kodene i en liste skrives ut"
        ),
        "the dimensions are the variables asked for": Name(
            english: "its dimensions are not the variables that were asked for",
            norwegian: "dimensjonene er ikke variablene det ble spurt om"
        ),
        "the codes of each variable are those asked for": Name(
            english: "its codes are not those that were asked for",
            norwegian: "kodene er ikke de det ble spurt om"
        ),
        "every cell asked for is answered": Name(
            english: "cells that were asked for are not in it",
            norwegian: "celler det ble spurt om, er ikke med"
        ),
        "a code list has codes": Name(
            english: "the code list has no codes",
            norwegian: "kodelisten har ingen koder"
        ),
    ]

    /// What expat reports most often.
    static let markup: [String: Name] = [
        "no element found": Name(english: "the file ends too early", norwegian: "filen slutter for tidlig"),
        "unclosed token": Name(english: "the file ends too early", norwegian: "filen slutter for tidlig"),
        "junk after document element": Name(
            english: "the document has ended, and something follows it",
            norwegian: "dokumentet er slutt, og noe følger etter"
        ),
        "not well-formed (invalid token)": Name(
            english: "a character stands where it cannot, or is written in another encoding than the rest",
            norwegian:
                "et tegn står der det ikke kan stå, eller er skrevet med en annen tegnkoding enn resten"
        ),
        "mismatched tag": Name(
            english: "an element ends that has not begun",
            norwegian: "et element slutter uten å ha begynt"
        ),
        "unbound prefix": Name(
            english: "the prefix in front of the element's name is not declared",
            norwegian: "prefikset foran elementnavnet er ikke deklarert"
        ),
        "unknown encoding": Name(
            english: "the encoding that the first line names is not known",
            norwegian: "tegnkodingen i første linje er ukjent"
        ),
        "out of memory": Name(
            english: "the document has more different names than any audit file",
            norwegian: "dokumentet har flere ulike navn enn noen regnskapsfil"
        ),
    ]

    /// What the readers of ledgers hold a field to.
    static let ledgers: [String: Name] = [
        "a date from 1950 to 2098 is expected, such as 2024-02-29": Name(
            english: "a date from 1950 to 2098 should stand here, written 2024-02-29",
            norwegian: "her skal det stå en dato fra 1950 til 2098, skrevet 2024-02-29"
        ),
        "an amount has at most two decimals": Name(
            english: "an amount in kroner has at most two decimals",
            norwegian: "et beløp i kroner har høyst to desimaler"
        ),
        "a field holds at most 4096 bytes": Name(
            english: "the text is longer than 4,096 characters",
            norwegian: "teksten er lengre enn 4\u{A0}096 tegn"
        ),
        "the period ends before it begins": Name(
            english: "the period ends before it begins",
            norwegian: "perioden slutter før den begynner"
        ),
        "the amounts of the file add up to more than 10 000 billion kroner": Name(
            english: "the amounts of the file add up to more than 10,000 billion kroner",
            norwegian: "beløpene i filen er til sammen over 10\u{A0}000 milliarder kroner"
        ),
        "the file mixes encodings: letters stand as UTF-8 in one place and as Windows-1252 in another": Name(
            english: "the file mixes encodings, UTF-8 and Windows-1252; export it again in one piece",
            norwegian: "filen blander tegnkodinger, UTF-8 og Windows-1252; eksporter den på nytt i ett stykke"
        ),
        "a zero byte stands in the text: this is no text file, or UTF-16 without its mark": Name(
            english: "a zero byte stands here, as in no text; save the file as CSV UTF-8",
            norwegian: "her står en nullbyte, som ikke hører hjemme i tekst; lagre filen som CSV UTF-8"
        ),
        "half a letter of UTF-16 stands alone": Name(
            english: "half a letter stands here; the file is cut off or damaged",
            norwegian: "her står en halv bokstav; filen er kuttet eller skadet"
        ),
        "the row is longer than a mebibyte": Name(
            english: "the line is longer than a megabyte",
            norwegian: "linjen er lengre enn en megabyte"
        ),
        "the row has more than 4,096 fields": Name(
            english: "the line has more than 4,096 fields",
            norwegian: "linjen har over 4\u{A0}096 felter"
        ),
        "a date is written 31.12.2024 or 2024-12-31": Name(
            english: "this is no date; write it 31.12.2024 or 2024-12-31",
            norwegian: "dette er ingen dato; skriv den 31.12.2024 eller 2024-12-31"
        ),
        "a ledger's dates lie between 1950 and 2098": Name(
            english: "the date lies outside the years from 1950 to 2098",
            norwegian: "datoen ligger utenfor årene fra 1950 til 2098"
        ),
        "the decimal sign is not the one of the rest of the table": Name(
            english: "the decimal sign is another than in the rest of the column",
            norwegian: "desimaltegnet er et annet enn i resten av kolonnen"
        ),
        "an amount is written 12500,00 or 12 500,00, with the decimal sign of the rest of the table": Name(
            english: "this is no amount; write it 12500,00 or 12 500,00",
            norwegian: "dette er ikke et beløp; skriv det 12500,00 eller 12 500,00"
        ),
        "a customer and a supplier stand on one line": Name(
            english:
                "both a customer and a supplier stand on the line; write role: customer or supplier in the mapping",
            norwegian:
                "det står både kunde og leverandør på linjen; skriv role: customer eller supplier i koblingen"
        ),
        "the line does not show whether the party is a customer or a supplier": Name(
            english: "neither account nor mapping shows whether this is a customer or a supplier",
            norwegian: "verken konto eller kobling viser om dette er kunde eller leverandør"
        ),
        "not an audit file": Name(
            english: "it is not SAF-T Financial",
            norwegian: "det er ikke SAF-T Regnskap"
        ),
    ]
}
