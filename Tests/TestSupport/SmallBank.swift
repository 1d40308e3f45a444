import FoundationEssentials

/// A statistics bank with one invented table, which answers as Statistics Norway's does: PxWebApi 2 by GET and POST, version 1,
/// JSON-stat of both versions, sparse or not.
///
/// Every cell's number follows from its codes, so that a joined cube can be held against the formula.
public struct SmallBank: Sendable {
    /// The table's number.
    public static let table = "99001"
    /// When the table was updated.
    public var updated = "2026-03-01T07:00:00Z"
    /// Whether version 1 answers in JSON-stat 1.
    public var answersInVersion1 = false
    /// Whether cells without a number are left out.
    public var isSparse = false

    struct Dimension: Sendable {
        let code: String
        let names: [String: String]
        let role: String?
        let isEliminable: Bool
        let codes: [String]
    }

    static let dimensions = [
        Dimension(
            code: "Region",
            names: ["no": "region", "en": "region"],
            role: "geo",
            isEliminable: true,
            codes: ["0", "15", "30", "46", "50"]
        ),
        Dimension(
            code: "NACE",
            names: ["no": "næring", "en": "industry"],
            role: nil,
            isEliminable: true,
            codes: ["A", "B", "04+05"]
        ),
        Dimension(
            code: "ContentsCode",
            names: ["no": "statistikkvariabel", "en": "contents"],
            role: "metric",
            isEliminable: false,
            codes: ["BNPB", "Syss"]
        ),
        Dimension(
            code: "Tid",
            names: ["no": "år", "en": "year"],
            role: "time",
            isEliminable: false,
            codes: ["2016", "2017", "2018", "2019", "2020"]
        ),
    ]

    /// A bank.
    public init() {}

    /// The number and the mark of a cell, by the codes of all four variables.
    public static func cell(_ codes: [String: String]) -> (number: Double?, mark: String?) {
        let places = dimensions.map { dimension in
            dimension.codes.firstIndex(of: codes[dimension.code] ?? "") ?? 0
        }
        let year = codes["Tid"] ?? ""
        if codes["Region"] == "30", year < "2020" { return (nil, ".") }
        if codes["Region"] == "46", year < "2020" { return (nil, "..") }
        if codes["NACE"] == "04+05", codes["Region"] == "15" { return (nil, ":") }
        if codes["NACE"] == "B", year == "2020" { return (nil, "...") }
        if codes["NACE"] == "B", year == "2016" { return (nil, "-") }
        let number = places.reduce(0.0) { $0 * 10 + Double($1) } + 0.5
        return (number, year == "2020" ? "*" : nil)
    }

    /// What the bank answers.
    public func answer(_ request: LocalServer.Request) -> LocalServer.Answer {
        let parts = request.path.split(separator: "?", maxSplits: 1)
        let path = parts[0].split(separator: "/").map(String.init)
        let arguments = SmallBank.arguments(parts.count > 1 ? String(parts[1]) : "")
        let language = arguments["lang"] ?? "no"
        switch (path.first, path.last) {
        case ("tables", "metadata") where path[1] == SmallBank.table: return sent(metadata(language))
        case ("tables", "data") where path[1] == SmallBank.table:
            var selection: [String: [String]] = [:]
            var lists: [String: String] = [:]
            if request.method == "POST" {
                let body = try? JSONDecoder().decode(Version2.self, from: Data(request.body))
                for part in body?.selection ?? [] {
                    selection[part.variableCode] = part.valueCodes
                    lists[part.variableCode] = part.codelist
                }
            } else {
                for (name, value) in arguments {
                    if let variable = SmallBank.variable(name, "valueCodes") {
                        selection[variable] = value.split(separator: ",").map {
                            SmallBank.decoded(String($0))
                        }
                    } else if let variable = SmallBank.variable(name, "codelist") {
                        lists[variable] = value
                    }
                }
            }
            return figures(selection, lists, isVersion1: false)
        case ("codeLists", "agg_Fylker"?): return sent(SmallBank.codeList(language))
        case ("no", SmallBank.table?), ("en", SmallBank.table?):
            guard request.method == "POST" else { return sent(SmallBank.version1(path[0])) }
            let body = try? JSONDecoder().decode(Version1.self, from: Data(request.body))
            var selection: [String: [String]] = [:]
            for part in body?.query ?? [] {
                selection[part.code] = part.selection.filter == "all" ? ["*"] : part.selection.values
            }
            return figures(selection, [:], isVersion1: answersInVersion1)
        default:
            return .json(
                #"{"type":"Parameter error","title":"Non-existent table","status":404}"#,
                status: 404
            )
        }
    }

    private func sent(_ text: String) -> LocalServer.Answer {
        .json(text, headers: ["Date": "Wed, 25 Nov 2026 10:00:00 GMT", "x-ratelimit-policy": "40;w=60s"])
    }

    private func figures(
        _ selection: [String: [String]],
        _ lists: [String: String],
        isVersion1: Bool
    ) -> LocalServer.Answer {
        var chosen: [(Dimension, [String])] = []
        for dimension in SmallBank.dimensions {
            guard let asked = selection[dimension.code] else {
                guard dimension.isEliminable else {
                    return SmallBank.refusal("Missing selection for mandantory variable")
                }
                continue
            }
            let known = lists[dimension.code] == nil ? dimension.codes : ["15", "50"]
            let codes = asked == ["*"] ? known : known.filter(asked.contains)
            guard asked == ["*"] || codes.count == asked.count else {
                return SmallBank.refusal("Non-existent value")
            }
            chosen.append((dimension, codes))
        }
        return sent(cube(chosen, language: "no", withFigures: true, isVersion1: isVersion1))
    }

    private static func refusal(_ title: String) -> LocalServer.Answer {
        .json(#"{"type":"Parameter error","title":"\#(title)","status":400}"#, status: 400)
    }
}
