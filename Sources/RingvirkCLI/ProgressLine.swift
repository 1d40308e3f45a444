import Glibc

/// One line on a terminal that tells how far a long piece of work has come; nothing where standard error is a file, or with
/// `--quiet`.
final class ProgressLine {
    private let isShown: Bool
    private var last = ""

    init(_ terminal: Terminal) {
        isShown = !terminal.options.quiet && isatty(STDERR_FILENO) == 1
    }

    deinit { clear() }

    /// Shows that `share` of `what` is done, 0 to 1.
    func show(_ what: String, _ share: Double) {
        guard isShown else { return }
        let done = Int((min(1, max(0, share)) * 20).rounded(.down))
        let bar = String(repeating: "█", count: done) + String(repeating: "░", count: 20 - done)
        let text = "\(bar) \(Int((share * 100).rounded(.down))) %  \(what)"
        guard text != last else { return }
        send("\r\u{1B}[K" + text)
        last = text
    }

    /// Takes the line away.
    func clear() {
        guard !last.isEmpty else { return }
        send("\r\u{1B}[K")
        last = ""
    }

    private func send(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(STDERR_FILENO, bytes, bytes.count)
    }
}
