import Accounts
import CompanyRegister
import FileFormats

/// The business register's index: made, and looked up in.
enum RegisterCases {
    /// The index of `enheter.csv` and `underenheter.csv`, written to `output`.
    static func build(_ arguments: Arguments) throws -> Record {
        let folder = try arguments.text("inputs")
        let output = try arguments.text("output")
        let codes = try codes()
        let (seconds, report) = try timed {
            try RegisterIndex.build(
                from: [folder + "/enheter.csv", folder + "/underenheter.csv"],
                to: output,
                codes: codes
            )
        }
        return [
            "seconds": .number(seconds), "units": .integer(report.enterprises),
            "establishments": .integer(report.establishments),
        ]
    }

    /// The numbers of `numbers.u32` in the index at `index`, opening included.
    static func extract(_ arguments: Arguments) throws -> Record {
        let numbers = try Inputs(arguments).numbers("numbers.u32", of: UInt32.self)
            .compactMap { OrganisationNumber(digits: $0) }
        let path = try arguments.text("index")
        let (seconds, extract) = try timed { try RegisterIndex(at: path).extract(for: numbers) }
        return [
            "seconds": .number(seconds), "units": .integer(extract.units.count),
            "establishments": .integer(extract.establishments.values.reduce(0) { $0 + $1.count }),
        ]
    }

    /// The codes of SN2007 in `data/industry-codes`, from the repository's root.
    private static func codes() throws -> IndustryCodes {
        let table = try CSVTable(contentsOf: "data/industry-codes/mapping.csv")
        let pairs = table.rows.filter { $0.fields[0] == "sn2007" }.map {
            ($0.fields[1], $0.fields[2] as String?)
        }
        return IndustryCodes([.sn2007: Dictionary(pairs) { first, _ in first }])
    }
}
