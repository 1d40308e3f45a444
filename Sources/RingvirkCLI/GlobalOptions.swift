public import Accounts
public import ArgumentParser
import FileFormats
public import LinearAlgebra
import Ringvirk

/// What every command takes.
struct GlobalOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Language of tables, reports and messages: nb or en.",
            discussion: "Without it, a study's own language is used, and English where there is no study."
        )
    )
    var language: Language?

    @Option(help: "How data are printed: table for people, csv and json for programs.")
    var format: OutputFormat = .table

    @Flag(name: .shortAndLong, help: "Say nothing but errors on standard error.")
    var quiet = false
}

/// The forms data can be printed in.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json
}

extension Language: ExpressibleByArgument {}

extension SolverEngine: ExpressibleByArgument {}

/// The study a command works on, and what the command line changes of it.
struct StudyOptions: ParsableArguments {
    @Argument(
        help: "The study: a study.yaml, or the folder it lies in.",
        completion: .file(extensions: ["yaml"])
    )
    var study = "data/studies/trondelag-2019"

    @Option(help: "Another region than the study's, by Statistics Norway's code: 11 Rogaland, 0 the nation.")
    var region: String?

    @Option(help: "Another year than the study's.")
    var year: Int?

    @Option(
        help: ArgumentHelp(
            "The folder datasets are found in.",
            discussion: "Without it, two levels above the study's folder.",
            valueName: "folder"
        ),
        completion: .directory
    )
    var data: String?

    @Option(
        help: ArgumentHelp(
            "How the equations are solved; the figures are the same.",
            discussion: "Without it, by the table's size: factored up to 2,000 industries."
        )
    )
    var engine: SolverEngine?

    /// The study's file.
    var file: String {
        study.hasSuffix(".yaml") || study.hasSuffix(".yml") ? study : study + "/study.yaml"
    }

    /// The language the study asks for, as far as its file can be read; messages about the file use it too.
    var language: Language? {
        (try? YAMLDocument(contentsOf: file))?.root["language"]?.scalar.flatMap(Language.init(rawValue:))
    }

    /// What the command line changes of the study, for the results' name.
    var differences: [String] { [region, year.map(String.init)].compactMap(\.self) }

    /// What differs from the file.
    var changes: StudyDefinition.Changes { changes(askingItsQuestions: true) }

    /// The same for a command with a question of its own.
    var changesWithoutQuestions: StudyDefinition.Changes { changes(askingItsQuestions: false) }

    private func changes(askingItsQuestions: Bool) -> StudyDefinition.Changes {
        var changes = StudyDefinition.Changes()
        changes.asksItsQuestions = askingItsQuestions
        changes.region = region
        changes.year = year
        changes.dataFolder = data
        changes.engine = engine
        return changes
    }
}
