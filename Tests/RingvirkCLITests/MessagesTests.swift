import Accounts
import FileFormats
import Foundation
import TestSupport
import Testing

@testable import RingvirkCLI

@Suite("Messages")
struct MessagesTests {
    @Test(
        "Every case of every error has sentences of its own, and ends the program as documented",
        arguments: Language.allCases
    )
    func everyCase(_ language: Language) {
        for (error, exit) in EveryError.all {
            let message = Message(for: error, in: language)
            #expect(message.exitCode == exit, "\(error)")
            #expect(!message.problems.isEmpty && !message.remedy.isEmpty)
            for sentence in message.problems + [message.remedy] {
                #expect(sentence.hasSuffix("."), "\(sentence)")
                #expect(!sentence.contains("  ") && !sentence.hasSuffix(".."), "\(sentence)")
                // What a printed enum, optional or label looks like: notFound(path:, Optional("…"), nil.
                #expect(!sentence.contains(/\w\(/) && !sentence.contains(/\bnil\b/), "\(sentence)")
            }
        }
    }

    @Test("The two languages are two languages")
    func twoLanguages() {
        for (error, _) in EveryError.all {
            let (english, norwegian) = (
                Message(for: error, in: .english), Message(for: error, in: .norwegian)
            )
            #expect(zip(english.problems, norwegian.problems).allSatisfy { $0 != $1 }, "\(error)")
            #expect(english.remedy != norwegian.remedy, "\(error)")
        }
    }

    @Test("The whole text of those that are met most", arguments: Language.allCases)
    func golden(_ language: Language) throws {
        let path = Repository.fixtures + "/messages/\(language.rawValue).txt"
        let found = GoldenErrors.all.map { name, error in
            "== \(name) ==\n\(Message(for: error, in: language).text)\n"
        }.joined(separator: "\n")
        let expected = try String(contentsOfFile: path, encoding: .utf8)
        // Section by section, so that a difference is seen where it is.
        for (one, other) in zip(found.split(separator: "\n"), expected.split(separator: "\n")) {
            #expect(one == other)
        }
        #expect(found == expected)
    }

    @Test("Twenty problems are shown and the rest counted")
    func atMostTwenty() {
        let faults = (1...25).map {
            Fault(at: Place(file: "a.csv", line: $0, column: "value"), value: "x", .notANumber)
        }
        let message = Message(for: FileFormatError.faults(faults), in: .english)
        #expect(message.problems.count == 21)
        #expect(message.problems.last == "… and 5 more.")
    }

    @Test("Control characters in a value do not reach the terminal")
    func controlCharacters() {
        #expect(Words(.english).quoted("a\u{1B}[31m\nb") == "“a [31m b”")
    }

    @Test("An error from elsewhere is owned up to")
    func unknownError() {
        struct Stranger: Error {}
        let message = Message(for: Stranger(), in: .norwegian)
        #expect(message.exitCode == .numerical)
        #expect(!message.text.contains("Stranger"))
    }

    @Test("A code that nobody could have meant is not suggested")
    func spelling() {
        #expect(Spelling.closest(to: "regoin", among: ["region", "year"]) == "region")
        #expect(Spelling.closest(to: "c10_12", among: ["C10_12"]) == "C10_12")
        #expect(Spelling.closest(to: "50", among: ["46", "51"]) == nil)
        #expect(Spelling.closest(to: "A02", among: ["A01", "A03"]) == nil)
        #expect(Spelling.closest(to: "employment", among: ["emissions"]) == nil)
        #expect(Spelling.closest(to: "", among: ["A"]) == nil)
        #expect(Spelling.distance(Array("kitten"), Array("sitting")) == 3)
    }

    @Test("Numbers, years and lists")
    func figures() {
        let (english, norwegian) = (Words(.english), Words(.norwegian))
        #expect(english.number(1234.5) == "1,234.5")
        #expect(norwegian.number(1234.5) == "1\u{A0}234,5")
        #expect(english.number(1000) == "1,000")
        #expect(english.number(0) == "0")
        #expect(norwegian.number(1e-12) == "1,0·10⁻¹²")
        #expect(english.list([2019, 2008, 2010, 2009] as [Year]) == "2008–2010, 2019")
        #expect(norwegian.list((1...42).map(String.init)).hasSuffix("39, 40 og 2 til"))
    }

    @Test("Every reason the readers give is worded")
    func reasons() throws {
        let literal = /(?:malformed\(rule: |malformed\(|fault\(|damaged\(|reason: |let rule = )"([^"\\]+)"/
        var found: [String] = []
        for room in ["FileFormats", "Datasets", "CompanyRegister", "Ringvirk"] {
            let folder = Repository.root + "/Sources/" + room
            let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
            for file in files where file.hasSuffix(".swift") {
                let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
                found += text.matches(of: literal).map { String($0.output.1) }
            }
        }
        #expect(found.count > 20)
        #expect(found.filter { !ReasonWords.known.contains($0) } == [])
    }
}
