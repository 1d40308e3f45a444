import Accounts
import ArgumentParser
import Glibc
import Ringvirk

/// Where words go: data to standard output, talk to standard error.
struct Terminal {
    let options: GlobalOptions

    /// Prints data.
    func print(_ text: String) {
        Swift.print(text, terminator: text.hasSuffix("\n") ? "" : "\n")
    }

    /// Says something about the work, unless asked to be quiet.
    func say(_ text: String) {
        if !options.quiet { complain(text) }
    }

    /// Runs `work`; a refusal is put into words on standard error and ends the program with its exit code.
    func attempt<Value>(
        in language: Language? = nil,
        _ work: () throws(StudyError) -> Value
    ) throws -> Value {
        do {
            return try work()
        } catch {
            let message = Message(for: error, in: options.language ?? language ?? .english)
            complain(message.text)
            throw ExitCode(message.exitCode.rawValue)
        }
    }

    /// Writes a line to standard error.
    private func complain(_ text: String) {
        let bytes = Array((text + "\n").utf8)
        bytes.withUnsafeBytes { buffer in
            var sent = 0
            while sent < buffer.count {
                let count = write(STDERR_FILENO, buffer.baseAddress?.advanced(by: sent), buffer.count - sent)
                guard count > 0 else { return }
                sent += count
            }
        }
    }
}
