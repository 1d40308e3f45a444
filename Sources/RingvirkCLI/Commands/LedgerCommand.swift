import ArgumentParser

struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Firms' own books: how a file is read.",
        subcommands: [LedgerMapCommand.self]
    )
}
