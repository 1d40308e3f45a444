import ArgumentParser

struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Firms' own books: how a file is read, and what is bought and sold in it.",
        subcommands: [LedgerReviewCommand.self, LedgerMapCommand.self]
    )
}
