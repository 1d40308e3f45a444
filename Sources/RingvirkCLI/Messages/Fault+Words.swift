import Accounts
import FileFormats

extension Fault {
    /// The fault in a line: file, place, value, and what was expected.
    func line(_ words: Words) -> String { place.text(words) + ": " + sentence(words) }

    /// What kind of text the fault stands in; the same problem is called by different names in each.
    var form: Form {
        if place.sheet != nil || place.file.hasSuffix(".xlsx") { return .workbook }
        if place.file.isOfAnAuditFile { return .markup }
        // An answer from a server is JSON, whatever its address ends in.
        if place.file.hasPrefix("https://") || place.file.hasPrefix("http://") { return .keyed }
        return [".yaml", ".yml", ".json"].contains { place.file.hasSuffix($0) } ? .keyed : .table
    }

    /// The kinds of text a fault can stand in.
    enum Form: Sendable {
        /// Columns and lines.
        case table
        /// Keys and values.
        case keyed
        /// Sheets and cells.
        case workbook
        /// Elements of XML.
        case markup
    }

    private func sentence(_ words: Words) -> String {
        guard let value, !value.isEmpty else { return sentenceOnNothing(words) }
        let it = words.quoted(value)
        switch problem {
        case .notANumber: return notANumber(it, words)
        case .notAnInteger:
            return words("\(it) is not a whole number.", "\(it) er ikke et helt tall.")
        case .notFinite:
            return words(
                "\(it) is not a usable number; it is infinite or undefined.",
                "\(it) er ikke et brukbart tall; det er uendelig eller udefinert."
            )
        case .negative:
            return Double(value) == 0
                ? words("\(it) is too small; it must be above 0.", "\(it) er for lite; det må være over 0.")
                : words("\(it) is negative; it must not be.", "\(it) er negativt; det kan det ikke være.")
        case .outside(let lower, let upper): return outside(lower, upper, it, words)
        case .notOneOf(let choices):
            return words("\(it) cannot stand here. ", "\(it) kan ikke stå her. ")
                + words.known(choices, insteadOf: value)
        case .missing: return words("there is no figure for \(it).", "det finnes ikke noe tall for \(it).")
        case .missingColumn(let name): return missingColumn(name, words)
        case .unknownKey(let known): return unknown(known, words)
        case .duplicate(let first): return duplicate(it, first, words)
        case .fieldCount(let expected, let found): return fieldCount(expected, found, words)
        case .cellCount(let expected, let found): return cellCount(expected, found, words)
        case .expected(let what): return expected(what, it, words)
        case .offBalance(let stated, let found):
            return words(
                """
                \(it) does not add up: the cells make \(words.number(found)), but what they should make is \
                \(words.number(stated)).
                """,
                """
                \(it) går ikke opp: cellene gir \(words.number(found)), men skal gi \
                \(words.number(stated)).
                """
            )
        case .spreadsheetError:
            return words(
                "the cell holds the Excel error \(it) instead of a number.",
                "cellen inneholder Excel-feilen \(it) i stedet for et tall."
            )
        case .malformed(let rule):
            return it + ": " + ReasonWords.text(rule, words) + "."
        }
    }

    private func notANumber(_ it: String, _ words: Words) -> String {
        if form == .keyed, value.flatMap(Double.init) != nil {
            return words(
                "\(it) stands in quotes and is read as text; write the number without quotes.",
                "\(it) står i anførselstegn og leses som tekst; skriv tallet uten anførselstegn."
            )
        }
        if form == .workbook {
            return words("\(it) is not a number.", "\(it) er ikke et tall.")
        }
        if let value, [":", "..", "."].contains(value) {
            return words(
                "\(it) means that the figure is withheld or missing; a number must stand here.",
                "\(it) betyr at tallet er prikket eller mangler; her må det stå et tall."
            )
        }
        return words(
            "\(it) is not a number; write it with a decimal point and without spaces, such as 1234.5.",
            "\(it) er ikke et tall; skriv det med desimalpunktum og uten mellomrom, for eksempel 1234.5."
        )
    }

    private func outside(_ lower: Double, _ upper: Double, _ it: String, _ words: Words) -> String {
        let (low, high) = (words.number(lower), words.number(upper))
        if lower == upper { return words("\(it) must be \(low).", "\(it) må være \(low).") }
        if upper == .infinity {
            return words(
                "\(it) is too small; it must be at least \(low).",
                "\(it) er for lite; det må være minst \(low)."
            )
        }
        if lower == -.infinity {
            return words(
                "\(it) is too large; it must be at most \(high).",
                "\(it) er for stort; det må være høyst \(high)."
            )
        }
        if value.flatMap(Double.init) == upper {
            return words(
                "\(it) is too large; it must be below \(high).",
                "\(it) er for stort; det må være under \(high)."
            )
        }
        return words("\(it) must lie between \(low) and \(high).", "\(it) må ligge mellom \(low) og \(high).")
    }

    /// The same where nothing stands, or the fault is about the whole file.
    private func sentenceOnNothing(_ words: Words) -> String {
        let isWholeFile = form == .table && place.line == nil
        let nothing = words(
            "nothing stands here, but a value is needed.",
            "her står det ingenting, men det trengs en verdi."
        )
        switch problem {
        case .missingColumn(let name): return missingColumn(name, words)
        case .fieldCount(let expected, let found): return fieldCount(expected, found, words)
        case .cellCount(let expected, let found): return cellCount(expected, found, words)
        case .malformed(let rule): return ReasonWords.text(rule, words) + "."
        case .missing where form == .table && place.column == nil:
            return words(
                "there are no lines below the header.",
                "det er ingen linjer under overskriftslinjen."
            )
        case .notOneOf(let choices) where isWholeFile:
            return words(
                "no line has any of these: \(words.list(choices)).",
                "ingen linje har noen av disse: \(words.list(choices))."
            )
        case .notOneOf(let choices), .unknownKey(let choices):
            return nothing + " " + words.known(choices, insteadOf: nil)
        case .expected(let what):
            let wanted = ReasonWords.kind(what, words) ?? words.quoted(what)
            return isWholeFile
                ? words("no line has \(wanted).", "ingen linje har \(wanted).")
                : words("\(wanted) should stand here.", "her skulle det stått \(wanted).")
        case .duplicate(let first): return duplicate(words("the same", "det samme"), first, words)
        default: return nothing
        }
    }

    private func fieldCount(_ expected: Int, _ found: Int, _ words: Words) -> String {
        words(
            "the line has \(found) fields, but the header has \(expected).",
            "linjen har \(found) felter, men overskriftslinjen har \(expected)."
        )
    }

    private func cellCount(_ expected: Int, _ found: Int, _ words: Words) -> String {
        words(
            "there should be \(words.number(Double(expected))) of them, one for each cell or code, and there are \(words.number(Double(found))).",
            "det skulle vært \(words.number(Double(expected))) av dem, én for hver celle eller kode, og det er \(words.number(Double(found)))."
        )
    }

    private func missingColumn(_ name: String, _ words: Words) -> String {
        let it = words.quoted(name)
        return switch form {
        case .table: words("the column \(it) is missing.", "kolonnen \(it) mangler.")
        case .keyed: words("the key \(it) is missing.", "nøkkelen \(it) mangler.")
        case .markup: words("the element \(it) is missing.", "elementet \(it) mangler.")
        case .workbook:
            words(
                "the row or column with the code \(it) is missing.",
                "raden eller kolonnen med koden \(it) mangler."
            )
        }
    }

    private func unknown(_ known: [String], _ words: Words) -> String {
        // A reader of keys may give what stands under the key; the path always ends in the key itself.
        let key = form == .keyed ? place.column?.split(separator: ".").last.map(String.init) ?? value : value
        let it = words.quoted(key ?? "")
        let sentence =
            switch (form, place.line) {
            case (.keyed, _): words("the key \(it) is not known here. ", "nøkkelen \(it) er ikke kjent her. ")
            case (.table, 1): words("the column \(it) is not known. ", "kolonnen \(it) er ikke kjent. ")
            default: words("the code \(it) is not known. ", "koden \(it) er ikke kjent. ")
            }
        return sentence + words.known(known, insteadOf: key)
    }

    private func duplicate(_ it: String, _ first: Int?, _ words: Words) -> String {
        guard let first else {
            return words("\(it) stands here for the second time.", "\(it) står her for andre gang.")
        }
        return form == .workbook
            ? words("\(it) stands already in row \(first).", "\(it) står alt i rad \(first).")
            : words("\(it) stands already in line \(first).", "\(it) står alt i linje \(first).")
    }

    private func expected(_ what: String, _ it: String, _ words: Words) -> String {
        if what.isEmpty {
            return words(
                "\(it) stands here, but the field must be empty.",
                "\(it) står her, men feltet skal være tomt."
            )
        }
        let wanted = ReasonWords.kind(what, words) ?? words.quoted(what)
        return words(
            "\(it) stands here, but it should be \(wanted).",
            "\(it) står her, men det skulle vært \(wanted)."
        )
    }
}

extension Place {
    /// File, sheet, line and column, as far as they are known.
    func text(_ words: Words) -> String {
        var parts = [file]
        if let sheet { parts.append(words("sheet \(words.quoted(sheet))", "ark \(words.quoted(sheet))")) }
        if let line { parts.append(words("line \(line)", "linje \(line)")) }
        if let column {
            switch Fault(at: self, .missing).form {
            case .table: parts.append(words("column \(column)", "kolonne \(column)"))
            case .keyed: parts.append(words("key \(column)", "nøkkel \(column)"))
            case .markup: parts.append(words("element \(column)", "element \(column)"))
            case .workbook: parts.append(words("cell \(column)", "celle \(column)"))
            }
        }
        return parts.joined(separator: ", ")
    }
}
