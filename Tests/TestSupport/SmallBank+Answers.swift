import FoundationEssentials

extension SmallBank {
    /// What is posted in version 2.
    struct Version2: Decodable {
        struct Part: Decodable {
            let variableCode: String
            let valueCodes: [String]
            let codelist: String?
        }
        let selection: [Part]
    }

    /// What is posted in version 1.
    struct Version1: Decodable {
        struct Part: Decodable {
            struct Selection: Decodable {
                let filter: String
                let values: [String]
            }
            let code: String
            let selection: Selection
        }
        let query: [Part]
    }

    func metadata(_ language: String) -> String {
        cube(
            SmallBank.dimensions.map { ($0, $0.codes) },
            language: language,
            withFigures: false,
            isVersion1: false
        )
    }

    /// The cube of some codes of some dimensions.
    func cube(
        _ chosen: [(Dimension, [String])],
        language: String,
        withFigures: Bool,
        isVersion1: Bool
    ) -> String {
        let ids = chosen.map { quoted($0.0.code) }.joined(separator: ",")
        let sizes = chosen.map { "\($0.1.count)" }.joined(separator: ",")
        let roles = ["time", "geo", "metric"].map { role in
            let codes = chosen.filter { $0.0.role == role }.map { quoted($0.0.code) }
            return "\(quoted(role)):[\(codes.joined(separator: ","))]"
        }.joined(separator: ",")
        let head = "\"id\":[\(ids)],\"size\":[\(sizes)],\"role\":{\(roles)}"
        let dimensions = chosen.map { dimension($0.0, $0.1, language) }
        let title = language == "en" ? "An invented table" : "En oppdiktet tabell"
        let source = language == "en" ? "Statistics Norway" : "Statistisk sentralbyrå"
        let common =
            #""label":"\#(SmallBank.table): \#(title)","source":"\#(source)","updated":"\#(updated)","#
            + (withFigures ? cells(chosen) : #""value":[]"#)
        return isVersion1
            ? #"{"dataset":{"dimension":{\#(dimensions.joined(separator: ",")),\#(head)},\#(common)}}"#
            : #"{"version":"2.0","class":"dataset",\#(head),"dimension":{\#(dimensions.joined(separator: ","))},\#(common)}"#
    }

    private func dimension(_ dimension: Dimension, _ codes: [String], _ language: String) -> String {
        // Positions in another order than the codes, as an object's keys may stand.
        let index = codes.enumerated().reversed().map { "\(quoted($0.element)):\($0.offset)" }
        let labels = codes.map { "\(quoted($0)):\(quoted(SmallBank.label($0, language)))" }
        let units =
            dimension.code == "ContentsCode"
            ? #","unit":{"BNPB":{"base":"mill. kr","decimals":0},"Syss":{"base":"personer","decimals":0}}"#
            : ""
        let lists = dimension.code == "Region" ? #"{"id":"agg_Fylker","label":"Fylker"}"# : ""
        return "\(quoted(dimension.code)):{\"label\":\(quoted(dimension.names[language] ?? "")),"
            + "\"category\":{\"index\":{\(index.joined(separator: ","))},\"label\":{\(labels.joined(separator: ","))}\(units)},"
            + "\"extension\":{\"elimination\":\(dimension.isEliminable),\"codelists\":[\(lists)]}}"
    }

    /// Values and statuses, row by row.
    private func cells(_ chosen: [(Dimension, [String])]) -> String {
        var cells: [[String: String]] = [[:]]
        for (dimension, codes) in chosen {
            cells = cells.flatMap { cell in
                codes.map { code in cell.merging([dimension.code: code]) { first, _ in first } }
            }
        }
        let found = cells.map(SmallBank.cell)
        let values = found.enumerated().compactMap { place, cell -> String? in
            guard isSparse else { return cell.number.map { "\($0)" } ?? "null" }
            return cell.number.map { "\"\(place)\":\($0)" }
        }.joined(separator: ",")
        let statuses = found.enumerated().compactMap { place, cell in
            cell.mark.map { "\"\(place)\":\(quoted($0))" }
        }.joined(separator: ",")
        return (isSparse ? "\"value\":{\(values)}" : "\"value\":[\(values)]") + ",\"status\":{\(statuses)}"
    }

    static func codeList(_ language: String) -> String {
        let values = ["15", "50"].map { code in
            #"{"code":"\#(code)","label":"\#(label(code, language))","valueMap":["\#(code)"]}"#
        }
        return
            #"{"id":"agg_Fylker","label":"Fylker","type":"Aggregation","values":[\#(values.joined(separator: ","))]}"#
    }

    static func version1(_ language: String) -> String {
        let variables = dimensions.map { dimension in
            let values = dimension.codes.map { "\"\($0)\"" }.joined(separator: ",")
            let texts = dimension.codes.map { "\"\(label($0, language))\"" }.joined(separator: ",")
            return
                #"{"code":"\#(dimension.code)","text":"\#(dimension.names[language] ?? "")","values":[\#(values)],"#
                + #""valueTexts":[\#(texts)],"elimination":\#(dimension.isEliminable),"time":\#(dimension.role == "time")}"#
        }
        return #"{"title":"\#(table): tabell","variables":[\#(variables.joined(separator: ","))]}"#
    }

    static func label(_ code: String, _ language: String) -> String {
        let norwegian = ["0": "Hele landet", "50": "Trøndelag", "BNPB": "Bruttoprodukt"]
        let english = ["0": "The whole country", "50": "Trøndelag", "BNPB": "Value added"]
        return (language == "en" ? english : norwegian)[code] ?? code
    }

    static func arguments(_ query: String) -> [String: String] {
        var arguments: [String: String] = [:]
        for part in query.split(separator: "&") {
            let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
            if pair.count == 2 { arguments[decoded(pair[0])] = pair[1] }
        }
        return arguments
    }

    static func variable(_ name: String, _ key: String) -> String? {
        guard name.hasPrefix(key + "["), name.hasSuffix("]") else { return nil }
        return String(name.dropFirst(key.count + 1).dropLast())
    }

    static func decoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%"), rest.count >= 2 else {
                bytes.append(byte)
                continue
            }
            bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
            rest = rest.dropFirst(2)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func quoted(_ text: String) -> String { "\"\(text)\"" }
}
