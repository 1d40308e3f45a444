/// Why a server's answer could not be had.
public enum WebError: Error, Sendable, Hashable {
    /// The address is not one of the web (`https://…` or `http://…`), or holds a user's name.
    case badAddress(String)
    /// The server could not be found or connected to; `reason` is libcurl's.
    case unreachable(address: String, reason: String)
    /// The server's certificate or encryption could not be trusted; `reason` is libcurl's.
    case untrusted(address: String, reason: String)
    /// The answer was not there in time.
    case timedOut(address: String, seconds: Double)
    /// The answer has more bytes, unpacked, than are accepted.
    case tooLarge(address: String, limit: Int)
    /// The server sent from one address to the next without end.
    case tooManyRedirects(address: String, limit: Int)
    /// The connection ended in the middle of the answer, or what came is no answer of a web server; `reason` is libcurl's.
    case brokenAnswer(address: String, reason: String)
    /// The server asks for patience (429, 503), and did so every time.
    case busy(address: String, status: Int, attempts: Int)
}
