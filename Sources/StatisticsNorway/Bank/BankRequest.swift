import FileFormats

/// One request to the statistics bank. Requests that are equal get the same answer from the cache.
struct BankRequest: Sendable, Hashable {
    /// The whole address.
    let address: String
    /// What is posted, on one line; `nil` for a plain fetch.
    let body: String?

    /// The request on one line, as the cache keeps it.
    var line: String { body.map { "POST \(address) \($0)" } ?? "GET \(address)" }

    /// The name of the file in the cache that holds the answer.
    var fileName: String { SHA256Digest(of: Array(line.utf8)).hexadecimal + ".answer" }

    /// A plain fetch of `path` below `address`, with these arguments.
    init(_ address: String, _ path: [String], _ query: [(name: String, value: String)] = []) {
        self.address = BankRequest.address(address, path, query)
        body = nil
    }

    /// The same, with `json` posted.
    init(
        _ address: String,
        _ path: [String],
        _ query: [(name: String, value: String)],
        posting json: JSONValue
    ) {
        self.address = BankRequest.address(address, path, query)
        // A text in JSON holds no line ends of its own, so that those there are stand between values.
        body = json.prettyText.split(separator: "\n").map { $0.drop { $0 == " " } }.joined()
    }

    private static func address(_ address: String, _ path: [String], _ query: [(name: String, value: String)])
        -> String
    {
        let place = ([address] + path.map(encoded)).joined(separator: "/")
        guard !query.isEmpty else { return place }
        return place + "?" + query.map { encoded($0.name) + "=" + $0.value }.joined(separator: "&")
    }

    /// `text` as it may stand in an address: letters, digits and `-._~*`, and everything else as `%` and two digits.
    static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        let plain = Set("-._~*".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            let isAlphanumeric =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            if isAlphanumeric || plain.contains(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
