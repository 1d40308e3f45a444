import Accounts
public import Actors
import FileFormats

/// The actors' recipes: a CSV with a line a material, `actor,direction,material_nb,material_en,ratio`.
public enum RecipesFile {
    /// The columns.
    public static let columns = ["actor", "direction", "material_nb", "material_en", "ratio"]

    /// Reads the recipes of a file, in the order the actors first stand.
    ///
    /// - Parameter actors: the actors' codes.
    /// - Throws: `.file` with every fault: an actor the study does not have, a ratio that is negative.
    public static func recipes(in path: String, actors: [String]) throws(StudyError) -> [Recipe] {
        do {
            let table = try CSVTable(contentsOf: path)
            try table.requireColumns(exactly: columns)
            return try read(table, actors)
        } catch {
            throw .file(error)
        }
    }

    private static func read(_ table: CSVTable, _ actors: [String]) throws(FileFormatError) -> [Recipe] {
        var reader = CSVReader(table)
        let actor = reader.column("actor")
        let direction = reader.column("direction")
        let norwegian = reader.column("material_nb")
        let english = reader.column("material_en")
        let ratio = reader.column("ratio")
        var order: [String] = []
        var inputs: [String: [Recipe.Share]] = [:]
        var outputs: [String: [Recipe.Share]] = [:]
        for row in table.rows {
            let code = reader.choice(actor, in: row, of: actors)
            let way = reader.choice(direction, in: row, of: ["in", "out"])
            let materialNorwegian = reader.text(norwegian, in: row)
            let materialEnglish = reader.text(english, in: row)
            let share = reader.number(ratio, in: row)
            if let share, share < 0 { reader.fault(ratio, in: row, .negative) }
            guard let code, let way, let materialNorwegian, let materialEnglish, let share else { continue }
            if !order.contains(code) { order.append(code) }
            let material = Recipe.Share(
                Name(english: materialEnglish, norwegian: materialNorwegian),
                ratio: share
            )
            if way == "in" {
                inputs[code, default: []].append(material)
            } else {
                outputs[code, default: []].append(material)
            }
        }
        try reader.finish()
        return order.map { Recipe(actor: $0, inputs: inputs[$0] ?? [], outputs: outputs[$0] ?? []) }
    }
}
