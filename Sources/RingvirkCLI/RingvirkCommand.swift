import ArgumentParser
import Ringvirk

@main
struct RingvirkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ringvirk",
        abstract: "Ripple effects (ringvirkninger) of regional production, from official tables.",
        discussion: """
            A study names a region, a year, the data and the method; ringvirk cuts the region out of the nation's \
            input-output table and says what a krone of demand sets moving in the region, in the rest of the country \
            and abroad: value added, jobs, imports, emissions.

              ringvirk run data/studies/trondelag-2019
              ringvirk multipliers --region 11 --measure employment
              ringvirk impact --demand C10_12=100
              ringvirk check data/ssb-io/2019

            Data go to standard output, messages to standard error. Exit codes: 0 done, 64 wrong command line, \
            65 wrong data, 66 no such file, 70 the calculation cannot be done, 73 a file cannot be written.
            """,
        version: RunManifest.version,
        subcommands: [
            RunCommand.self, MultipliersCommand.self, ImpactCommand.self, ImportCommand.self,
            CheckCommand.self, SymmetricCommand.self, CalibrateCommand.self, BacktestCommand.self,
            CompareMethodsCommand.self, CountiesCommand.self, LedgerCommand.self, RegisterCommand.self,
            ExampleCommand.self, FetchCommand.self, DataCommand.self,
        ]
    )
}
