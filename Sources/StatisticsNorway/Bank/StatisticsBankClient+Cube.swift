public import Accounts
import FileFormats

/// A cube from the statistics bank, and how it was come by.
public struct FetchedCube: Sendable {
    /// The figures.
    public let cube: StatisticsCube
    /// The answers it was joined from.
    public let parts: Int
    /// Those of them that the cache had already.
    public let partsFromCache: Int
    /// The day of the oldest answer.
    public let retrieved: CalendarDate
}

extension StatisticsBankClient {
    /// The figures of `table` that `selections` ask for, in the table's order.
    ///
    /// A variable that is not selected is left out where that is possible. A selection of more than 800,000 cells is
    /// fetched in parts. An answer that the cache has is not asked for again as long as the table has not been
    /// updated since.
    ///
    /// - Parameter progress: is told the parts that are there, and how many there are.
    /// - Throws: `.unknownCode`, `.notSelected`, `.selection`, `.tooManyCells` before anything is fetched;
    ///   `.otherAnswer` where the answer is not about what was asked for, and `.updatedMeanwhile`; `.web`,
    ///   `.unreachable`, `.refused`, `.contentType`, `.answer`; offline `.notCached`; `.cacheAltered`, `.file`.
    public func cube(
        of table: BankTable,
        _ selections: [CubeSelection],
        progress: (_ done: Int, _ parts: Int) -> Void = { _, _ in }
    ) throws(StatisticsNorwayError) -> FetchedCube {
        let query = try BankQuery(
            table,
            selections,
            codeList: { code throws(StatisticsNorwayError) in
                try codeList(code)
            }
        )
        let plan = RequestPlan(sizes: query.sizes, limit: cellsPerRequest)
        var assembly = CubeAssembly(query)
        progress(0, plan.parts.count)
        for (position, part) in plan.parts.enumerated() {
            try add(request(query, part), part, of: table, to: &assembly)
            progress(position + 1, plan.parts.count)
        }
        return try assembly.fetched(at: address)
    }

    /// Adds the answer to one part, of which nothing is held afterwards.
    private func add(
        _ request: BankRequest,
        _ part: [Range<Int>],
        of table: BankTable,
        to assembly: inout CubeAssembly
    ) throws(StatisticsNorwayError) {
        let (answer, cube) = try figures(request, of: table)
        do {
            try assembly.add(cube, part, answer)
        } catch {
            guard answer.isFromCache, !transport.isOffline else { throw error }
            // What was kept may have been wrong all along: the server is asked before that is told.
            let fresh = try transport.answer(to: request)
            try assembly.add(try self.cube(fresh.document, .figures), part, fresh.answer)
        }
    }

    /// The answer in the cache if it is of the table as it is now, otherwise the server's.
    private func figures(
        _ request: BankRequest,
        of table: BankTable
    ) throws(StatisticsNorwayError) -> (BankAnswer, JSONStatCube) {
        if let updated = table.updated, let kept = try transport.cache?.answer(to: request) {
            let document = try? BankTransport.document(kept, of: request)
            if let document, let cube = try? cube(document, .figures), cube.updated == updated {
                return (kept, cube)
            }
        }
        let (answer, document) = try transport.answer(to: request)
        return (answer, try cube(document, .figures))
    }

    private func request(_ query: BankQuery, _ part: [Range<Int>]) -> BankRequest {
        let id = query.table.id
        switch interface {
        case .version1:
            return BankRequest(address, ["no", "table", id], [], posting: query.version1(part))
        case .version2:
            let common = [("lang", "no"), ("outputFormat", "json-stat2")]
            let get = BankRequest(address, ["tables", id, "data"], common + query.arguments(part))
            guard get.address.utf8.count > StatisticsBankClient.longestAddress || query.hasCommas else {
                return get
            }
            return BankRequest(address, ["tables", id, "data"], common, posting: query.version2(part))
        }
    }

    /// The categories of a code list, in both languages; `nil` in version 1, which does not tell them.
    private func codeList(_ code: String) throws(StatisticsNorwayError) -> [CubeCategory]? {
        guard interface == .version2 else { return nil }
        let path = ["codeLists", code]
        let norwegian = BankRequest(address, path, [("lang", "no")])
        let english = BankRequest(address, path, [("lang", "en")])
        let categories = BankCodeList.categories(try document(norwegian).root, try document(english).root)
        guard !categories.isEmpty else {
            throw .otherAnswer(address: norwegian.address, rule: "a code list has codes")
        }
        return categories
    }
}

/// A code list's answer: `{"id": "agg_Fylker2024", "values": [{"code": "50", "label": "Trøndelag", "valueMap":
/// ["50"]}]}`.
private enum BankCodeList {
    static func categories(_ norwegian: JSONValue, _ english: JSONValue) -> [CubeCategory] {
        var names: [String: String] = [:]
        for value in english["values"]?.elements ?? [] {
            if let code = value["code"]?.text { names[code] = value["label"]?.text }
        }
        return (norwegian["values"]?.elements ?? []).compactMap { value in
            guard let code = value["code"]?.text else { return nil }
            let label = value["label"]?.text ?? code
            return CubeCategory(code: code, name: Name(english: names[code] ?? label, norwegian: label))
        }
    }
}
