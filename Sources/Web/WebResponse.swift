import CCurl

/// What a server answered: any status but those that ask for patience.
public struct WebResponse: Sendable, Hashable {
    /// The address that answered, after redirections.
    public let address: String
    /// The status, such as 200 or 404.
    public let status: Int
    /// The headers, names in small letters; where one stands several times, the last.
    public let headers: [String: String]
    /// The body, unpacked.
    public let body: [UInt8]

    /// An answer with these parts.
    public init(address: String, status: Int, headers: [String: String], body: [UInt8]) {
        self.address = address
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The body's type without its parameters, in small letters: `application/json`.
    public var contentType: String? {
        guard let header = headers["content-type"] else { return nil }
        let type = header.prefix { $0 != ";" }.lowercased()
        return String(type.filter { $0 != " " })
    }

    /// How long the server asks to be left alone: seconds, or a date in any of the forms of RFC 9110 (5.6.7 and 10.2.3), which is
    /// counted from the server's own clock where its answer has one and from `now`, in seconds since 1970, elsewhere.
    ///
    /// A date that has passed is no wait; what is neither is `nil`.
    func secondsToWait(now: Double) -> Double? {
        guard let text = headers["retry-after"] else { return nil }
        if let seconds = Double(text), seconds.isFinite { return max(0, seconds) }
        guard let date = Self.seconds(text) else { return nil }
        return max(0, date - (headers["date"].flatMap(Self.seconds) ?? now))
    }

    /// Seconds since 1970 of a date as web servers write it.
    private static func seconds(_ text: String) -> Double? {
        let seconds = curl_getdate(text, nil)
        return seconds < 0 ? nil : Double(seconds)
    }

    /// By what a later request can ask for the body only if it has changed; `nil` where the server gives nothing to go by.
    public var validator: WebValidator? {
        let validator = WebValidator(entityTag: headers["etag"], lastModified: headers["last-modified"])
        return validator.entityTag == nil && validator.lastModified == nil ? nil : validator
    }

    /// Whether the body is the one the validator was taken from, and therefore was not sent (304).
    public var isUnchanged: Bool { status == 304 }
}

/// The marks of a version of something on the web (RFC 9110, 8.8).
public struct WebValidator: Sendable, Hashable {
    /// The header `ETag`, as it stood.
    public let entityTag: String?
    /// The header `Last-Modified`, as it stood.
    public let lastModified: String?

    /// These marks.
    public init(entityTag: String?, lastModified: String?) {
        self.entityTag = entityTag
        self.lastModified = lastModified
    }
}
