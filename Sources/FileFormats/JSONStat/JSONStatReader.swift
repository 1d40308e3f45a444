/// Finds the parts of a JSON-stat document, whichever version it is of, and notes what is wrong with them.
struct JSONStatReader {
    var faults = FaultCollector()
    let document: JSONDocument
    /// The dataset, and the path of keys that leads to it.
    let dataset: JSONValue
    let path: String

    /// Version 2 is the dataset itself; version 1 holds it under a name, `dataset` as a rule.
    init(_ document: JSONDocument) throws(FileFormatError) {
        self.document = document
        if document.root["dimension"] != nil {
            (dataset, path) = (document.root, "")
        } else if document.root["class"] == nil, let members = document.root.members, members.count == 1,
            members[0].value["dimension"] != nil
        {
            (dataset, path) = (members[0].value, members[0].key)
        } else {
            throw .faults([
                Fault(at: document.place(of: ""), .malformed(rule: "one JSON-stat dataset is expected"))
            ])
        }
        if let kind = document.root["class"]?.text, kind != "dataset" {
            throw .faults([Fault(at: document.place(of: "class"), value: kind, .notOneOf(["dataset"]))])
        }
    }

    /// A text of the dataset's own.
    func text(_ key: String) -> String? { dataset[key]?.text }

    /// The notes: texts in an array, or one text.
    var notes: [String] {
        guard let note = dataset["note"] else { return [] }
        return note.text.map { [$0] } ?? (note.elements ?? []).compactMap(\.text)
    }

    mutating func note(_ key: String, value: String? = nil, _ problem: Fault.Problem) {
        faults.add(Fault(at: document.place(of: full(key)), value: value, problem))
    }

    func full(_ key: String) -> String { path.isEmpty ? key : path + "." + key }

    /// The dimensions, each with as many categories as its size says.
    mutating func dimensions() throws(FileFormatError) -> [JSONStatCube.Dimension] {
        // Version 1 has id, size and role inside dimension.
        let inner = dataset["id"] == nil ? "dimension." : ""
        let holder = dataset["id"] == nil ? dataset["dimension"] ?? .null : dataset
        guard let ids = holder["id"]?.elements?.compactMap(\.text), !ids.isEmpty,
            ids.count == holder["id"]?.elements?.count
        else {
            note(inner + "id", .missing)
            return []
        }
        let sizes = holder["size"]?.elements?.map(\.integer) ?? []
        guard sizes.count == ids.count else {
            note(inner + "size", value: "\(sizes.count)", .expected("\(ids.count)"))
            return []
        }
        guard Set(ids).count == ids.count else {
            note(inner + "id", .duplicate(firstLine: nil))
            return []
        }
        let roles = roles(in: holder["role"] ?? dataset["role"])
        var dimensions: [JSONStatCube.Dimension] = []
        for (position, code) in ids.enumerated() {
            let key = "dimension." + code
            guard let value = dataset["dimension"]?[code] else {
                note(key, .missing)
                continue
            }
            let categories = categories(of: value, key)
            if !categories.isEmpty, sizes[position] != categories.count {
                note(
                    "\(inner)size[\(position)]",
                    value: sizes[position].map(String.init),
                    .expected("\(categories.count)")
                )
            }
            dimensions.append(
                JSONStatCube.Dimension(
                    code: code,
                    label: value["label"]?.text ?? code,
                    role: roles[code],
                    categories: categories,
                    isEliminable: value["extension"]?["elimination"]?.boolean,
                    codeLists: JSONStatReader.codeLists(in: value["extension"])
                )
            )
        }
        return dimensions
    }

    private func roles(in value: JSONValue?) -> [String: JSONStatCube.Role] {
        var roles: [String: JSONStatCube.Role] = [:]
        for role in JSONStatCube.Role.allCases {
            for code in value?[role.rawValue]?.elements ?? [] {
                if let code = code.text { roles[code] = role }
            }
        }
        return roles
    }

    private static func codeLists(in value: JSONValue?) -> [JSONStatCube.CodeList] {
        // SSB writes codelists; the interface's first versions wrote codeLists.
        let lists = value?["codelists"] ?? value?["codeLists"]
        return (lists?.elements ?? []).compactMap { list in
            guard let code = list["id"]?.text else { return nil }
            return JSONStatCube.CodeList(code: code, label: list["label"]?.text ?? code)
        }
    }
}
