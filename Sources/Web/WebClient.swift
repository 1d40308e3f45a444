import Glibc

/// Asks servers on the web, within stated limits.
///
/// One request, one connection; nothing is kept between them. Redirections are followed to http and https only, and never from
/// https to http. Answers packed with gzip are unpacked within the limit of bytes.
///
///     let client = WebClient(agent: "ringvirk/1.0")
///     let response = try client.get("https://data.brreg.no/enhetsregisteret/api")
public struct WebClient: Sendable {
    /// What the client calls itself, in the header `User-Agent`.
    public let agent: String
    /// How much a request may take.
    public let limits: WebLimits
    private let wait: @Sendable (_ seconds: Double) -> Void

    /// A client that calls itself `agent`; `wait` is called between attempts, and sleeps unless told otherwise.
    public init(
        agent: String,
        limits: WebLimits = WebLimits(),
        wait: @escaping @Sendable (_ seconds: Double) -> Void = WebClient.sleep
    ) {
        self.agent = agent
        self.limits = limits
        self.wait = wait
    }

    /// Fetches what is at `address`; with `unlessChangedFrom`, only if it is another than the one the validator is of.
    ///
    /// - Parameter accept: the types asked for, such as `application/json`.
    /// - Throws: ``WebError``. A status is no error, but for 429 and 503 after the last attempt.
    public func get(
        _ address: String,
        accept: String? = nil,
        unlessChangedFrom validator: WebValidator? = nil
    ) throws(WebError) -> WebResponse {
        var headers: [String] = []
        if let accept { headers.append("Accept: " + accept) }
        if let tag = validator?.entityTag { headers.append("If-None-Match: " + tag) }
        if let date = validator?.lastModified { headers.append("If-Modified-Since: " + date) }
        return try send(WebRequest(address: address, headers: headers, body: nil))
    }

    /// Posts `body`, of the type `contentType`, to `address`; redirections are not followed.
    ///
    /// - Throws: as ``get(_:accept:unlessChangedFrom:)``. A request that a busy server refused is sent again, as the server
    ///   asks for; one that timed out is not, for the server may have taken it.
    public func post(
        _ body: [UInt8],
        contentType: String,
        to address: String,
        accept: String? = nil
    ) throws(WebError) -> WebResponse {
        var headers = ["Content-Type: " + contentType]
        if let accept { headers.append("Accept: " + accept) }
        return try send(WebRequest(address: address, headers: headers, body: body))
    }

    /// Sleeps.
    public static func sleep(_ seconds: Double) {
        guard seconds > 0 else { return }
        var left = timespec(tv_sec: Int(seconds), tv_nsec: Int((seconds - seconds.rounded(.down)) * 1e9))
        while true {
            var rest = timespec()
            guard nanosleep(&left, &rest) != 0, errno == EINTR else { return }
            left = rest
        }
    }

    private func send(_ request: WebRequest) throws(WebError) -> WebResponse {
        var pause = limits.firstWait
        for attempt in 1...max(1, limits.attempts) {
            let isLast = attempt >= limits.attempts
            var asked: Double?
            do throws(WebError) {
                let response = try WebTransfer.run(request, agent: agent, limits: limits)
                guard response.status == 429 || response.status == 503 else { return response }
                guard !isLast else {
                    throw WebError.busy(address: request.address, status: response.status, attempts: attempt)
                }
                asked = response.secondsToWait(now: Double(time(nil)))
            } catch {
                guard error.mayPass, request.body == nil, !isLast else { throw error }
            }
            wait(min(limits.longestWait, max(0, asked ?? pause)))
            pause *= 2
        }
        throw .busy(address: request.address, status: 503, attempts: limits.attempts)
    }
}

/// One request.
struct WebRequest: Sendable {
    let address: String
    let headers: [String]
    /// What is posted; `nil` for a plain fetch.
    let body: [UInt8]?
}

extension WebError {
    /// Whether the same request may succeed a little later.
    fileprivate var mayPass: Bool {
        switch self {
        case .timedOut, .brokenAnswer: true
        case .badAddress, .unreachable, .untrusted, .tooLarge, .tooManyRedirects, .busy: false
        }
    }
}
