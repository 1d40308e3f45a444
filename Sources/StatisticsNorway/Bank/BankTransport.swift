import Accounts
import FileFormats
import Web

/// Gets answers: from the server, at its pace, or from the cache.
struct BankTransport: Sendable {
    let web: WebClient
    let pace: RequestPace
    /// `nil` where nothing is kept.
    let cache: AnswerCache?
    /// Whether the server is left alone.
    let isOffline: Bool
    /// The day, for answers whose server does not name it.
    let today: @Sendable () -> CalendarDate

    /// The server's answer and what stands in it, which the cache keeps; offline the one that it has kept.
    ///
    /// - Throws: `.notCached`, `.cacheAltered`, `.web`, `.unreachable`, `.refused`, `.contentType`, `.file`; `.answer` where
    ///   it is not UTF-8 or breaks JSON's rules.
    func answer(
        to request: BankRequest
    ) throws(StatisticsNorwayError) -> (answer: BankAnswer, document: JSONDocument) {
        // Read before the server is asked, so that a file altered by hand is never written over in silence.
        let kept = try cache?.answer(to: request)
        if isOffline {
            guard let kept else {
                throw .notCached(folder: cache?.folder ?? "", address: request.address)
            }
            return (kept, try BankTransport.document(kept, of: request))
        }
        pace.take()
        let response = try response(to: request, keptOn: kept?.retrieved)
        pace.follow(response.headers)
        guard response.status == 200 else {
            throw .refused(
                address: request.address,
                status: response.status,
                reason: BankTransport.reason(in: response)
            )
        }
        guard let type = response.contentType, type == "application/json" || type.hasSuffix("+json") else {
            throw .contentType(address: request.address, found: response.contentType ?? "")
        }
        let day = response.headers["date"].flatMap { CalendarDate(webDate: $0) } ?? today()
        let answer = BankAnswer(bytes: response.body, retrieved: day, isFromCache: false)
        // An answer that is no JSON is not worth keeping: a later look-up offline would only meet it again.
        let document = try BankTransport.document(answer, of: request)
        if let cache { try cache.keep(answer, to: request) }
        return (answer, document)
    }

    /// The answer as JSON, named by the address it came from; figures are packed.
    ///
    /// - Throws: `.answer` where it is not UTF-8 or breaks JSON's rules.
    static func document(
        _ answer: BankAnswer,
        of request: BankRequest
    ) throws(StatisticsNorwayError) -> JSONDocument {
        let packing = JSONStatCube.packing(limit: StatisticsBankClient.mostCells)
        do {
            return try JSONDocument(bytes: answer.bytes, file: request.address, packing: packing)
        } catch .notUTF8 {
            throw .answer(
                address: request.address,
                .faults([Fault(at: Place(file: request.address), .malformed(rule: "the answer is in UTF-8"))])
            )
        } catch {
            throw .answer(address: request.address, error)
        }
    }

    private func response(
        to request: BankRequest,
        keptOn day: CalendarDate?
    ) throws(StatisticsNorwayError) -> WebResponse {
        do {
            guard let body = request.body else {
                return try web.get(request.address, accept: "application/json")
            }
            return try web.post(
                Array(body.utf8),
                contentType: "application/json",
                to: request.address,
                accept: "application/json"
            )
        } catch {
            guard let day else { throw .web(error) }
            throw .unreachable(error, cached: day)
        }
    }

    /// The server's own words about a refusal: PxWebApi 2 has a title, version 1 an error.
    private static func reason(in response: WebResponse) -> String? {
        guard response.body.count < 1 << 16, let text = String(validating: response.body, as: UTF8.self),
            let json = try? JSONValue(parsing: text, file: response.address)
        else { return nil }
        return json["title"]?.text ?? json["error"]?.text ?? json["message"]?.text
    }
}
