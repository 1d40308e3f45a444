import Accounts
import Actors

/// The actors' recipes: what goes in, what comes out, and whether the weights can be right.
struct RecipeTable {
    private let report: Report
    private let words: Wording
    private let number: NumberFormat

    init(_ report: Report, language: Language) {
        self.report = report
        words = Wording(language)
        number = NumberFormat(language)
    }

    var table: TextTable {
        var table = TextTable(
            header: [
                words("Actor", "Aktør"), words("In", "Inn"), words("Out", "Ut"), words("Balance", "Balanse"),
            ],
            numeric: [false, false, false, false]
        )
        for recipe in report.recipes {
            table.add([
                name(of: recipe.actor), list(recipe.inputs), list(recipe.outputs), balance(of: recipe),
            ])
        }
        return table
    }

    private func name(of actor: String) -> String {
        let row = report.actorTable?.rows.first { $0.actor.code == actor }
        return row?.actor.name.text(in: words.language) ?? actor
    }

    private func list(_ shares: [Recipe.Share]) -> String {
        shares.map { "\($0.material.text(in: words.language)) \(number.text($0.ratio, decimals: 2))" }
            .joined(separator: ", ")
    }

    private func balance(of recipe: Recipe) -> String {
        let weights =
            "\(number.text(recipe.massIn, decimals: 2)) → \(number.text(recipe.massOut, decimals: 2))"
        guard recipe.makesMoreThanItTakes else { return weights }
        return weights
            + words(", more out than in: an input is missing", ", mer ut enn inn: en innsats mangler")
    }
}
