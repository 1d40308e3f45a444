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
