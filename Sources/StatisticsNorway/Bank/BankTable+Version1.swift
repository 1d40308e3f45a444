import Accounts
import FileFormats

extension BankTable {
    /// The table described by version 1 of the interface, in bokmål and in English.
    ///
    ///     {"title": "…", "variables": [{"code": "Tid", "text": "år", "values": ["2019"], "valueTexts": ["2019"],
    ///      "elimination": true, "time": true}]}
    ///
    /// - Throws: `.faults` with every variable that lacks its codes, or has another number of names.
    init(id: String, version1 norwegian: JSONDocument, english: JSONDocument) throws(FileFormatError) {
        var faults = FaultCollector()
        let names = english.root["variables"]?.elements ?? []
        var variables: [Variable] = []
        guard let elements = norwegian.root["variables"]?.elements, !elements.isEmpty else {
            throw .faults([Fault(at: norwegian.place(of: "variables"), .missing)])
        }
        for (position, element) in elements.enumerated() {
            let key = "variables[\(position)]"
            let codes = element["values"]?.elements?.compactMap(\.text) ?? []
            let labels = element["valueTexts"]?.elements?.compactMap(\.text) ?? []
            guard let code = element["code"]?.text, !codes.isEmpty, Set(codes).count == codes.count else {
                faults.add(Fault(at: norwegian.place(of: key + ".values"), .missing))
                continue
            }
            guard labels.count == codes.count else {
                let problem = Fault.Problem.cellCount(expected: codes.count, found: labels.count)
                faults.add(Fault(at: norwegian.place(of: key + ".valueTexts"), problem))
                continue
            }
            let other = names.first { $0["code"]?.text == code }
            let otherLabels = other?["valueTexts"]?.elements?.compactMap(\.text) ?? []
            let text = element["text"]?.text ?? code
            let role: CubeDimension.Role =
                element["time"]?.boolean == true ? .time : code == "ContentsCode" ? .measure : .other
            let dimension = CubeDimension(
                code: code,
                name: Name(english: other?["text"]?.text ?? text, norwegian: text),
                role: code == "Region" ? .region : role,
                categories: zip(codes, labels).enumerated().map { place, category in
                    let english = otherLabels.count == codes.count ? otherLabels[place] : category.1
                    return CubeCategory(
                        code: category.0,
                        name: Name(english: english, norwegian: category.1)
                    )
                }
            )
            let isEliminable = element["elimination"]?.boolean ?? false
            variables.append(Variable(dimension: dimension, isEliminable: isEliminable, codeLists: []))
        }
        try faults.finish()
        let title = norwegian.root["title"]?.text ?? id
        self.init(
            id: id,
            title: Name(english: english.root["title"]?.text ?? title, norwegian: title),
            updated: nil,
            variables: variables
        )
    }
}
