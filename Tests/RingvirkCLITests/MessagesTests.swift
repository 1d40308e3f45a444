import Accounts
import Testing

@testable import RingvirkCLI

@Suite("Messages")
struct MessagesTests {
    @Test("dump", arguments: Language.allCases)
    func dump(_ language: Language) {
        for (error, _) in EveryError.all where !(String(describing: error).hasPrefix("faults")) {
            print(Message(for: error, in: language).text, "\n")
        }
        for (error, _) in EveryError.faults {
            print(Message(for: error, in: language).problems[0])
        }
    }
}
