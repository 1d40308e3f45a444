import Accounts
import Actors
import Testing

@Suite("Recipe")
struct RecipeTests {
    private func recipe(_ inputs: [Double], _ outputs: [Double]) -> Recipe {
        Recipe(
            actor: "mill",
            inputs: inputs.map { .init(Name("in"), ratio: $0) },
            outputs: outputs.map { .init(Name("out"), ratio: $0) }
        )
    }

    @Test("Masses are sums")
    func masses() {
        let mill = recipe([1.25, 0.5], [1, 0.25])
        #expect(mill.massIn == 1.75)
        #expect(mill.massOut == 1.25)
        #expect(!mill.makesMoreThanItTakes)
    }

    @Test("More out than in is seen, beyond the rounding of a printed ratio")
    func outOfNothing() {
        #expect(recipe([0.5], [1]).makesMoreThanItTakes)
        #expect(!recipe([1], [1.04]).makesMoreThanItTakes)
        #expect(recipe([], [1]).makesMoreThanItTakes)
        #expect(!recipe([], []).makesMoreThanItTakes)
    }
}
