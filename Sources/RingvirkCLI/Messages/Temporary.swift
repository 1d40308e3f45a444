import Accounts
import Ringvirk
extension StudyError { func message(in language: Language) -> Message { Message(problems: ["\(self)"], remedy: "", exitCode: .badData) } }
