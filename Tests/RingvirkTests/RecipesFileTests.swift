import Accounts
import Actors
import FileFormats
import Testing

@testable import Ringvirk

@Suite("Recipes' file")
struct RecipesFileTests {
    private func read(_ copy: StudyCopy) throws(StudyError) -> [Recipe] {
        try RecipesFile.recipes(in: copy.file("recipes.csv"), actors: ["plant", "mill"])
    }

    @Test("Recipes stand in the file's order, inputs and outputs apart")
    func sound() throws {
        let recipes = try read(StudyCopy())
        #expect(recipes.map(\.actor) == ["mill", "plant"])
        #expect(recipes[0].inputs == [.init(Name(english: "corn", norwegian: "korn"), ratio: 1.25)])
        #expect(recipes[0].outputs.map(\.ratio) == [1, 0.25])
        #expect(!recipes[0].makesMoreThanItTakes && recipes[1].makesMoreThanItTakes)
    }

    @Test(
        "A wrong field is one fault, with line, column and value",
        arguments: [
            ("mill,in,", "mine,in,", "actor", 2, "mine", Fault.Problem.notOneOf(["plant", "mill"])),
            ("mill,in,", "mill,inn,", "direction", 2, "inn", .notOneOf(["in", "out"])),
            ("corn,1.25", "corn,-1", "ratio", 2, "-1", .negative),
            ("corn,1.25", "corn,\"1,25\"", "ratio", 2, "1,25", .notANumber),
        ]
    )
    func wrongField(
        text: String,
        wrong: String,
        column: String,
        line: Int,
        value: String,
        problem: Fault.Problem
    ) throws {
        let copy = try StudyCopy()
        try copy.edit("recipes.csv", text, wrong)
        #expect(
            faults { () throws(StudyError) in _ = try read(copy) }
                == [Fault(at: copy.place("recipes.csv", line: line, column), value: value, problem)]
        )
    }

    @Test("A missing material")
    func missing() throws {
        let copy = try StudyCopy()
        try copy.edit("recipes.csv", "korn,corn", ",corn")
        let faults = faults { () throws(StudyError) in _ = try read(copy) }
        #expect(faults.map(\.place) == [copy.place("recipes.csv", line: 2, "material_nb")])
        #expect(faults.map(\.problem) == [.missing])
    }
}
