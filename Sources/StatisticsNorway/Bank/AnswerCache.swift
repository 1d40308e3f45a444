import Accounts
import FileFormats

/// Answers of the statistics bank on the disk: one file for each request, which says what was asked, when, and the
/// digest of the rest of it.
///
///     ringvirk-cache-1
///     sha256: 64 digits, of everything below this line
///     retrieved: 2026-11-25
///     request: GET https://data.ssb.no/…
///
///     the answer, byte for byte
struct AnswerCache: Sendable {
    /// The folder; made when first written to.
    let folder: String
    /// The most bytes an answer has.
    let limit: Int

    private static let format = "ringvirk-cache-1"

    /// The answer kept for `request`; `nil` where there is none.
    ///
    /// - Throws: `.cacheAltered` for a file that is not as it was written; `.file`.
    func answer(to request: BankRequest) throws(StatisticsNorwayError) -> BankAnswer? {
        let path = path(of: request)
        let bytes: [UInt8]
        do {
            bytes = try InputFile.bytes(at: path, limit: limit + 1 << 20)
        } catch .notFound {
            return nil
        } catch {
            throw .file(error)
        }
        guard let answer = AnswerCache.answer(in: bytes, to: request) else { throw .cacheAltered(path: path) }
        return answer
    }

    /// Keeps `answer` for `request`, in the place of an earlier one.
    ///
    /// - Throws: `.file` with `.cannotWrite`.
    func keep(_ answer: BankAnswer, to request: BankRequest) throws(StatisticsNorwayError) {
        let lines = Array("retrieved: \(answer.retrieved)\nrequest: \(request.line)\n\n".utf8)
        var hasher = SHA256Hasher()
        hasher.add(lines[...])
        hasher.add(answer.bytes[...])
        do {
            try OutputFolder.make(folder)
            let file = try StreamedFile(path(of: request))
            try file.append("\(AnswerCache.format)\nsha256: \(hasher.digest.hexadecimal)\n".utf8)
            try file.append(lines)
            try file.append(answer.bytes)
            try file.publish()
        } catch {
            throw .file(error)
        }
    }

    private func path(of request: BankRequest) -> String {
        (folder.hasSuffix("/") ? folder : folder + "/") + request.fileName
    }

    private static func answer(in bytes: [UInt8], to request: BankRequest) -> BankAnswer? {
        var rest = bytes[...]
        func line() -> String? {
            guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            defer { rest = rest[(end + 1)...] }
            return String(validating: rest[..<end], as: UTF8.self)
        }
        func value(_ key: String) -> String? {
            guard let line = line(), line.hasPrefix(key + ": ") else { return nil }
            return String(line.dropFirst(key.count + 2))
        }
        guard line() == format, let digest = value("sha256"),
            SHA256Hasher.digest(of: rest).hexadecimal == digest,
            let retrieved = value("retrieved").flatMap({ CalendarDate(iso: $0) }),
            value("request") == request.line, line() == ""
        else { return nil }
        return BankAnswer(bytes: Array(rest), retrieved: retrieved, isFromCache: true)
    }
}

/// What the statistics bank answered.
struct BankAnswer: Sendable {
    /// The answer, byte for byte.
    let bytes: [UInt8]
    /// The day it was given.
    let retrieved: CalendarDate
    /// Whether it was read from the cache.
    let isFromCache: Bool

    /// The digest of the answer.
    var digest: SHA256Digest { SHA256Digest(of: bytes) }
}
