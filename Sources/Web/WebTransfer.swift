import CCurl

/// One request over libcurl, and what comes back.
///
/// libcurl calls back with the address of this object, which therefore is a class and lives until the request is over.
final class WebTransfer {
    private let limit: Int
    private var body: [UInt8] = []
    private var headers: [String: String] = [:]
    private var headerBytes = 0
    private var isTooLarge = false

    /// Headers of one answer may have this many bytes in all.
    private static let headerLimit = 1 << 16
    // curl_global_init must run once, before any other call, and not twice at a time: a static constant does just that.
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    private init(limit: Int) {
        self.limit = limit
    }

    /// Sends `request` once and waits for the answer.
    static func run(_ request: WebRequest, agent: String, limits: WebLimits) throws(WebError) -> WebResponse {
        let isSecure = request.address.lowercased().hasPrefix("https://")
        guard isSecure || request.address.lowercased().hasPrefix("http://"),
            request.address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { throw .badAddress(request.address) }
        guard isReady, let handle = curl_easy_init() else {
            throw .unreachable(address: request.address, reason: "libcurl cannot start")
        }
        defer { curl_easy_cleanup(handle) }
        let transfer = WebTransfer(limit: limits.bytes)
        let list = (request.headers + ["Expect:"]).reduce(nil as UnsafeMutablePointer<curl_slist>?) {
            curl_slist_append($0, $1)
        }
        defer { curl_slist_free_all(list) }
        set(handle, request, agent, limits, isSecure: isSecure)
        _ = ringvirk_curl_set_list(handle, CURLOPT_HTTPHEADER, list)
        let code = transfer.perform(handle, posting: request.body)
        if code != CURLE_OK || transfer.isTooLarge {
            throw transfer.error(code, request.address, limits)
        }
        return transfer.response(handle, request.address)
    }

    private static func set(
        _ handle: UnsafeMutableRawPointer,
        _ request: WebRequest,
        _ agent: String,
        _ limits: WebLimits,
        isSecure: Bool
    ) {
        _ = ringvirk_curl_set_text(handle, CURLOPT_URL, request.address)
        _ = ringvirk_curl_set_text(handle, CURLOPT_USERAGENT, agent)
        // Every form that libcurl can unpack; the limit counts what comes out.
        _ = ringvirk_curl_set_text(handle, CURLOPT_ACCEPT_ENCODING, "")
        _ = ringvirk_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
        _ = ringvirk_curl_set_text(handle, CURLOPT_REDIR_PROTOCOLS_STR, isSecure ? "https" : "http,https")
        _ = ringvirk_curl_set_long(handle, CURLOPT_DISALLOW_USERNAME_IN_URL, 1)
        _ = ringvirk_curl_set_long(handle, CURLOPT_FOLLOWLOCATION, request.body == nil ? 1 : 0)
        _ = ringvirk_curl_set_long(handle, CURLOPT_MAXREDIRS, limits.redirections)
        _ = ringvirk_curl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, Int(limits.connectSeconds * 1_000))
        _ = ringvirk_curl_set_long(handle, CURLOPT_TIMEOUT_MS, Int(limits.seconds * 1_000))
        // Without it libcurl raises signals, which a library may not.
        _ = ringvirk_curl_set_long(handle, CURLOPT_NOSIGNAL, 1)
        _ = ringvirk_curl_set_receiver(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            guard let bytes, let context else { return 0 }
            let transfer = Unmanaged<WebTransfer>.fromOpaque(context).takeUnretainedValue()
            return transfer.take(UnsafeRawBufferPointer(start: bytes, count: size * count))
        }
        _ = ringvirk_curl_set_receiver(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            guard let bytes, let context else { return 0 }
            let transfer = Unmanaged<WebTransfer>.fromOpaque(context).takeUnretainedValue()
            return transfer.takeHeader(UnsafeRawBufferPointer(start: bytes, count: size * count))
        }
    }

    private func perform(_ handle: UnsafeMutableRawPointer, posting body: [UInt8]?) -> CURLcode {
        let context = Unmanaged.passUnretained(self).toOpaque()
        _ = ringvirk_curl_set_pointer(handle, CURLOPT_WRITEDATA, context)
        _ = ringvirk_curl_set_pointer(handle, CURLOPT_HEADERDATA, context)
        guard var body else { return withExtendedLifetime(self) { curl_easy_perform(handle) } }
        _ = ringvirk_curl_set_long(handle, CURLOPT_POST, 1)
        _ = ringvirk_curl_set_offset(handle, CURLOPT_POSTFIELDSIZE_LARGE, body.count)
        // One byte more, so that an empty body has an address too.
        body.append(0)
        return body.withUnsafeMutableBytes { buffer in
            _ = ringvirk_curl_set_pointer(handle, CURLOPT_POSTFIELDS, buffer.baseAddress)
            return withExtendedLifetime(self) { curl_easy_perform(handle) }
        }
    }

    /// Takes some of the body; fewer bytes taken than given ends the transfer.
    private func take(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard body.count + bytes.count <= limit else {
            isTooLarge = true
            return 0
        }
        body.append(contentsOf: bytes)
        return bytes.count
    }

    private func takeHeader(_ bytes: UnsafeRawBufferPointer) -> Int {
        headerBytes += bytes.count
        guard headerBytes <= WebTransfer.headerLimit else {
            isTooLarge = true
            return 0
        }
        let line = String(decoding: bytes, as: UTF8.self).filter { !$0.isNewline }
        if line.hasPrefix("HTTP/") {
            // A redirection's headers are not the answer's.
            headers = [:]
            body = []
        } else if let colon = line.firstIndex(of: ":") {
            let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            headers[line[..<colon].lowercased()] = String(value)
        }
        return bytes.count
    }

    private func error(_ code: CURLcode, _ address: String, _ limits: WebLimits) -> WebError {
        let reason = String(cString: curl_easy_strerror(code))
        if isTooLarge { return .tooLarge(address: address, limit: limits.bytes) }
        switch code {
        case CURLE_URL_MALFORMAT, CURLE_LOGIN_DENIED: return .badAddress(address)
        case CURLE_OPERATION_TIMEDOUT: return .timedOut(address: address, seconds: limits.seconds)
        case CURLE_TOO_MANY_REDIRECTS: return .tooManyRedirects(address: address, limit: limits.redirections)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE,
            CURLE_SSL_CERTPROBLEM:
            return .untrusted(address: address, reason: reason)
        case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR,
            CURLE_WEIRD_SERVER_REPLY,
            CURLE_BAD_CONTENT_ENCODING, CURLE_HTTP2, CURLE_HTTP2_STREAM, CURLE_UNSUPPORTED_PROTOCOL,
            CURLE_WRITE_ERROR:
            return .brokenAnswer(address: address, reason: reason)
        default: return .unreachable(address: address, reason: reason)
        }
    }

    private func response(_ handle: UnsafeMutableRawPointer, _ address: String) -> WebResponse {
        var status = 0
        _ = ringvirk_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &status)
        var effective: UnsafeMutablePointer<CChar>?
        _ = ringvirk_curl_get_text(handle, CURLINFO_EFFECTIVE_URL, &effective)
        return WebResponse(
            address: effective.map { String(cString: $0) } ?? address,
            status: status,
            headers: headers,
            body: body
        )
    }
}
