import Dispatch
import Glibc
import Synchronization

/// A web server on this machine that answers each request as a test says, one connection at a time.
///
/// Written on sockets, so that no package is fetched and built for the tests' sake.
public final class LocalServer: Sendable {
    /// A request as it came.
    public struct Request: Sendable {
        /// `GET` or `POST`.
        public let method: String
        /// The path, with what stands after `?`.
        public let path: String
        /// Headers, names in small letters.
        public let headers: [String: String]
        /// The body.
        public let body: [UInt8]

        /// A plain fetch of `path`, for an answer that is asked for without a connection.
        public init(path: String) {
            self.init(method: "GET", path: path, headers: [:], body: [])
        }

        init(method: String, path: String, headers: [String: String], body: [UInt8]) {
            self.method = method
            self.path = path
            self.headers = headers
            self.body = body
        }
    }

    /// What to answer.
    public enum Answer: Sendable {
        /// A whole answer; `length` may state another number of bytes than the body has.
        case response(status: Int, headers: [String: String] = [:], body: [UInt8] = [], length: Int? = nil)
        /// Nothing at all, for so many seconds.
        case silence(seconds: Double)
        /// These bytes and the end.
        case raw([UInt8])

        /// JSON, as the register sends it.
        public static func json(_ text: String, status: Int = 200, headers: [String: String] = [:]) -> Answer
        {
            .response(
                status: status,
                headers: headers.merging(["Content-Type": "application/json;charset=UTF-8"]) { first, _ in
                    first
                },
                body: Array(text.utf8)
            )
        }
    }

    /// Why it would not start.
    public struct Failure: Error {}

    /// Where it listens: `http://127.0.0.1:PORT`.
    public let address: String
    private let descriptor: Int32
    private let received = Mutex<[Request]>([])

    /// The requests so far.
    public var requests: [Request] { received.withLock { $0 } }

    /// A server that answers by `answer`, which is given the request and how many came before it.
    public init(_ answer: @escaping @Sendable (Request, Int) -> Answer) throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw Failure() }
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(descriptor, pointer, length) == 0 && listen(descriptor, 16) == 0
                    && getsockname(descriptor, pointer, &length) == 0
            }
        }
        guard isListening else {
            close(descriptor)
            throw Failure()
        }
        address = "http://127.0.0.1:\(UInt16(bigEndian: name.sin_port))"
        self.descriptor = descriptor
        DispatchQueue(label: "local server").async { [weak self] in
            while true {
                let connection = accept(descriptor, nil, nil)
                guard connection >= 0 else { break }
                if let request = LocalServer.request(connection) {
                    let before = self?.received.withLock { requests in
                        requests.append(request)
                        return requests.count - 1
                    }
                    LocalServer.send(answer(request, before ?? 0), to: connection)
                }
                close(connection)
            }
            close(descriptor)
        }
    }

    deinit {
        // Ends the loop, which then closes: closed here, the number could be another server's before the loop is done.
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    private static func request(_ connection: Int32) -> Request? {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 14)
        let end = Array("\r\n\r\n".utf8)
        func more() -> Bool {
            let count = recv(connection, &chunk, chunk.count, 0)
            guard count > 0 else { return false }
            bytes.append(contentsOf: chunk[..<count])
            return true
        }
        while bytes.firstRange(of: end) == nil { guard more() else { return nil } }
        guard let head = bytes.firstRange(of: end) else { return nil }
        let lines = String(decoding: bytes[..<head.lowerBound], as: UTF8.self).split(separator: "\r\n")
        let first = lines.first?.split(separator: " ") ?? []
        guard first.count == 3 else { return nil }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            headers[parts[0].lowercased()] = String(parts[1].drop { $0 == " " })
        }
        let length = headers["content-length"].flatMap { Int($0) } ?? 0
        while bytes.count - head.upperBound < length { guard more() else { return nil } }
        return Request(
            method: String(first[0]),
            path: String(first[1]),
            headers: headers,
            body: Array(bytes[head.upperBound...].prefix(length))
        )
    }

    private static func send(_ answer: Answer, to connection: Int32) {
        switch answer {
        case .silence(let seconds): usleep(UInt32(seconds * 1e6))
        case .raw(let bytes): send(bytes, to: connection)
        case .response(let status, let headers, let body, let length):
            let all = headers.merging(["Content-Length": "\(length ?? body.count)", "Connection": "close"]) {
                first,
                _ in first
            }
            let lines = all.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\r\n" }
            send(Array("HTTP/1.1 \(status) Reason\r\n\(lines.joined())\r\n".utf8) + body, to: connection)
        }
    }

    private static func send(_ bytes: [UInt8], to connection: Int32) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sent += count
        }
    }
}
