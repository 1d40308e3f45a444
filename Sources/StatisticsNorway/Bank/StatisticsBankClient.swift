public import Accounts
import FileFormats
public import Web

/// Asks Statistics Norway's statistics bank (*Statistikkbanken*), or reads what it answered earlier.
///
///     let web = WebClient(agent: "ringvirk/1.0", limits: StatisticsBankClient.limits)
///     let bank = StatisticsBankClient(web: web, cache: "cache")
///     let table = try bank.table("09391")
///     let fetched = try bank.cube(of: table, [CubeSelection("Region", ["50"]), …])
///
/// Two interfaces are known: PxWebApi 2 (since 2025, JSON-stat 2), and version 1 (`api/v0`, JSON-stat of either
/// version). Both hand out at most 800,000 cells at a time; larger selections are fetched in parts and joined.
///
/// Sources: the PxWebApi 2 user guide (pxtools.github.io), the bank's own description of tables and its refusals.
public struct StatisticsBankClient: Sendable {
    /// The interfaces; raw values are those of the command line.
    public enum Interface: String, Sendable, CaseIterable {
        /// PxWebApi 2.
        case version2 = "v2"
        /// PxWebApi 1.
        case version1 = "v1"

        /// Where Statistics Norway has it.
        public var officialAddress: String {
            switch self {
            case .version2: "https://data.ssb.no/api/pxwebapi/v2"
            case .version1: "https://data.ssb.no/api/v0"
            }
        }
    }

    /// The interface that is asked.
    public let interface: Interface
    /// Where it is asked.
    public let address: String
    /// The most cells of one request.
    public let cellsPerRequest: Int
    let transport: BankTransport

    /// Who publishes the figures, as datasets name it.
    public static let publisher = Publisher.name
    /// The limits of a request: a full answer has some 20 MB.
    public static let limits = WebLimits(seconds: 120, bytes: 64 << 20, longestWait: 60)
    /// The most cells that are fetched for one cube.
    public static let mostCells = 4_000_000
    /// An address longer than this is not sent; the selection is posted instead.
    static let longestAddress = 2_000

    /// A client of `interface` at `address`.
    ///
    /// - Parameter pace: what keeps the requests apart; shared by all clients of a server.
    /// - Parameter cache: the folder that keeps the answers; `nil` keeps none.
    /// - Parameter isOffline: whether answers are read from the cache alone.
    /// - Parameter today: the day, for answers whose server does not name it.
    public init(
        _ interface: Interface = .version2,
        address: String? = nil,
        web: WebClient,
        pace: RequestPace = RequestPace(wait: WebClient.sleep),
        cache: String? = nil,
        isOffline: Bool = false,
        cellsPerRequest: Int = 800_000,
        today: @escaping @Sendable () -> CalendarDate = CalendarDate.today
    ) {
        self.interface = interface
        let address = address ?? interface.officialAddress
        self.address = address.hasSuffix("/") ? String(address.dropLast()) : address
        self.cellsPerRequest = cellsPerRequest
        transport = BankTransport(
            web: web,
            pace: pace,
            cache: cache.map { AnswerCache(folder: $0, limit: web.limits.bytes) },
            isOffline: isOffline,
            today: today
        )
    }

    /// The table with this number, described in both languages.
    ///
    /// - Throws: `.refused` with status 404 where there is no such table; `.answer`; as ``cube(of:_:progress:)``.
    public func table(_ id: String) throws(StatisticsNorwayError) -> BankTable {
        let (norwegian, english) = (description(of: id, "no"), description(of: id, "en"))
        switch interface {
        case .version2:
            return BankTable(
                id: id,
                norwegian: try cube(norwegian, .description),
                english: try cube(english, .description)
            )
        case .version1:
            let documents = (try document(norwegian), try document(english))
            do {
                return try BankTable(id: id, version1: documents.0, english: documents.1)
            } catch {
                throw .answer(address: norwegian.address, error)
            }
        }
    }

    /// When the table was last updated, by what the cache knows of it; `nil` where that is nothing.
    ///
    /// - Throws: `.cacheAltered`, `.answer`, `.file`.
    public func knownUpdate(of id: String) throws(StatisticsNorwayError) -> String? {
        let request = description(of: id, "no")
        guard interface == .version2, let answer = try transport.cache?.answer(to: request) else {
            return nil
        }
        return try cube(BankTransport.document(answer, of: request), .description).updated
    }

    private func description(of id: String, _ language: String) -> BankRequest {
        switch interface {
        case .version2: BankRequest(address, ["tables", id, "metadata"], [("lang", language)])
        case .version1: BankRequest(address, [language, "table", id])
        }
    }

    func document(_ request: BankRequest) throws(StatisticsNorwayError) -> JSONDocument {
        try transport.answer(to: request).document
    }

    private func cube(
        _ request: BankRequest,
        _ contents: JSONStatCube.Contents
    ) throws(StatisticsNorwayError) -> JSONStatCube {
        try cube(document(request), contents)
    }

    func cube(
        _ document: JSONDocument,
        _ contents: JSONStatCube.Contents
    ) throws(StatisticsNorwayError) -> JSONStatCube {
        do {
            return try JSONStatCube(document, contents)
        } catch {
            throw .answer(address: document.file, error)
        }
    }
}
