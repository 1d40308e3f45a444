import Accounts
import ArgumentParser
import FileFormats
import Glibc
import Ringvirk

/// Where words go: data to standard output, talk to standard error.
struct Terminal {
    let options: GlobalOptions

    /// Prints data.
    ///
    /// - Throws: the exit code for output that cannot be written, after saying so; a reader that has gone away (a
    ///   closed pipe) is no fault.
    func print(_ text: String) throws {
        guard let problem = send(text.hasSuffix("\n") ? text : text + "\n", to: STDOUT_FILENO) else { return }
        guard problem != EPIPE else { return }
        let error = FileFormatError.cannotWrite(
            path: "standard output",
            reason: String(cString: strerror(problem))
        )
        try refuse(StudyError.file(error), in: options.language ?? .english)
    }

    /// Says something about the work, unless asked to be quiet.
    func say(_ text: String) {
        if !options.quiet { _ = send(text + "\n", to: STDERR_FILENO) }
    }

    /// Runs `work`; a refusal is put into words on standard error and ends the program with its exit code.
    func attempt<Value, Failure: Error>(
        in language: Language? = nil,
        _ work: () throws(Failure) -> Value
    ) throws -> Value {
        do {
            return try work()
        } catch {
            try refuse(error, in: options.language ?? language ?? .english)
        }
    }

    private func refuse(_ error: any Error, in language: Language) throws -> Never {
        let message = Message(for: error, in: language)
        _ = send(message.text + "\n", to: STDERR_FILENO)
        throw ExitCode(message.exitCode.rawValue)
    }

    /// Writes all of `text`; the system's error number where it will not take it.
    private func send(_ text: String, to descriptor: Int32) -> Int32? {
        Array(text.utf8).withUnsafeBytes { buffer in
            var sent = 0
            while sent < buffer.count {
                let count = write(descriptor, buffer.baseAddress?.advanced(by: sent), buffer.count - sent)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return errno }
                sent += count
            }
            return nil
        }
    }
}
