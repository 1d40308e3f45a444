import Accounts
import FileFormats
import Reporting
import StatisticsNorway

/// What a fetch brought, for people and programs.
struct FetchSummary {
    private let fetched: FetchedCube
    private let folder: String
    private let history: RegionHistory?
    private let numbers: Int
    private let marks: [(mark: FigureMark, cells: Int)]
    private let words: Wording
    private let number: NumberFormat

    init(_ fetched: FetchedCube, folder: String, history: RegionHistory?, language: Language) {
        self.fetched = fetched
        self.folder = folder
        self.history = history
        (numbers, marks) = fetched.cube.figures.tally
        words = Wording(language)
        number = NumberFormat(language)
    }

    private var cube: StatisticsCube { fetched.cube }

    var text: String {
        let dimensions = cube.dimensions.map { "\($0.code) \($0.categories.count)" }.joined(separator: " × ")
        var lines = [
            words("Table", "Tabell") + ": " + cube.provenance.table,
            words("Dimensions", "Dimensjoner") + ": " + dimensions,
            words("Cells with a number", "Celler med tall") + ": " + count(numbers) + words(" of ", " av ")
                + count(cube.figures.count),
        ]
        lines += marks.map { mark in
            words("Cells marked", "Celler merket") + " " + mark.mark.rawValue + ": " + count(mark.cells)
        }
        lines.append(words("Updated", "Oppdatert") + ": " + (cube.provenance.vintage ?? unknown))
        lines.append(words("Fetched", "Hentet") + ": " + "\(fetched.retrieved)" + origin)
        lines += cube.rules.map { "\($0.name): \(RuleWording.text($0.name, in: words.language))" }
        lines.append(cube.provenance.attribution + " (\(cube.provenance.licence))")
        return lines.joined(separator: "\n") + "\n"
    }

    var csv: String {
        var writer = CSVWriter()
        writer.write(row: ["table", "cells", "numbers", "updated", "retrieved", "answers", "from_cache"])
        writer.write(
            row: [
                cube.provenance.table, "\(cube.figures.count)", "\(numbers)", cube.provenance.vintage ?? "",
                "\(fetched.retrieved)", "\(fetched.parts)", "\(fetched.partsFromCache)",
            ]
        )
        return writer.text
    }

    var json: JSONValue {
        .object(pairs: [
            ("table", .string(cube.provenance.table)), ("folder", .string(folder)),
            (
                "dimensions",
                .array(
                    cube.dimensions.map {
                        .object(pairs: [
                            ("code", .string($0.code)), ("categories", .integer($0.categories.count)),
                        ])
                    }
                )
            ),
            ("cells", .integer(cube.figures.count)), ("numbers", .integer(numbers)),
            ("marks", .object(pairs: marks.map { ($0.mark.rawValue, .integer($0.cells)) })),
            ("updated", cube.provenance.vintage.map(JSONValue.string) ?? .null),
            ("retrieved", .string("\(fetched.retrieved)")), ("answers", .integer(fetched.parts)),
            ("answers_from_cache", .integer(fetched.partsFromCache)),
        ])
    }

    /// What a reader of the figures should know: municipalities that changed county within the years.
    var notes: [String] {
        guard let history, let first = years.min(), let last = years.max(), first < last else { return [] }
        let places = cube.dimensions.filter { $0.role == .region }.flatMap(\.categories).map(\.code)
        let moves = places.filter { $0.count == 2 }.flatMap { history.moves(of: $0, from: first, to: last) }
        var met: Set<RegionHistory.Change> = []
        let own = moves.filter { met.insert($0).inserted }.sorted { ($0.year, $0.from) < ($1.year, $1.from) }
        return own.map { move in
            let name = (try? history.region(move.from, in: move.year - 1))?.region.name.norwegian ?? ""
            let (from, to) = (move.from.prefix(2), move.to.prefix(2))
            return words(
                "Note: \(move.from) \(name) went from county \(from) to \(to) on 1 January \(move.year).",
                "Merk: \(move.from) \(name) gikk fra fylke \(from) til \(to) 1. januar \(move.year)."
            )
        }
    }

    var written: String { words("Dataset written to \(folder)", "Datasettet er skrevet til \(folder)") }

    private var years: [Int] {
        (cube.dimensions.first { $0.role == .time }?.categories ?? []).compactMap { Int($0.code.prefix(4)) }
    }

    private var unknown: String { words("not stated", "ikke oppgitt") }

    private var origin: String {
        if fetched.partsFromCache == fetched.parts { return words(", from the cache", ", fra mellomlageret") }
        guard fetched.parts > 1 else { return "" }
        return words(
            ", in \(fetched.parts) answers, \(fetched.partsFromCache) of them from the cache",
            ", i \(fetched.parts) svar, \(fetched.partsFromCache) av dem fra mellomlageret"
        )
    }

    private func count(_ count: Int) -> String { number.text(Double(count), decimals: 0) }
}
