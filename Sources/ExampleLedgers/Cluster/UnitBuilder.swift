import Accounts

/// Makes the units of the example's register.
struct UnitBuilder: Sendable {
    private(set) var units: [ExampleUnit] = []
    private var numbers: InventedNumbers
    private var generator: ExampleGenerator
    private var serials: [String: Int] = [:]
    /// The year the books begin, by which every unit has long been there.
    private let firstYear: Int

    private static let givenNames = [
        "Kari", "Ola", "Ingrid", "Per", "Solveig", "Nils", "Marit", "Arne", "Gunn", "Odd", "Liv", "Tor",
        "Åse", "Jon",
    ]
    private static let familyNames = [
        "Oppdiktsen", "Påfunnli", "Eksempelvik", "Tenktmo", "Diktnes", "Fabelstad", "Uvirkeli", "Tankebakk",
    ]

    init(seed: UInt64, firstYear: Int) {
        self.firstYear = firstYear
        numbers = InventedNumbers(seed: seed)
        generator = ExampleGenerator(seed: seed, stream: 3)
    }

    /// A company with one establishment where it lies.
    mutating func company(
        _ noun: String,
        industry: String?,
        at place: ExamplePlace,
        employees: Int? = nil,
        parent: OrganisationNumber? = nil,
        planted: Set<Planted> = []
    ) -> Int {
        let serial = serials[noun, default: 0] + 1
        serials[noun] = serial
        let digits = serial < 10 ? "0\(serial)" : "\(serial)"
        let name = noun.hasSuffix("AS") ? noun : "\(noun) \(digits) (eksempel) AS"
        let employees = employees ?? (generator.isOne(in: 4) ? nil : 5 + generator.below(90))
        return add(
            name,
            "AS",
            industry,
            place,
            parent,
            employees,
            planted,
            establishments: [(place, employees)]
        )
    }

    /// A person in business, whose name is obviously nobody's.
    mutating func proprietor(industry: String, at place: ExamplePlace) -> Int {
        let name =
            generator.pick(UnitBuilder.givenNames) + " " + generator.pick(UnitBuilder.familyNames)
        return add(name, "ENK", industry, place, nil, nil, [.soleProprietor], establishments: [(place, nil)])
    }

    /// An enterprise with its head office in Oslo and its plants elsewhere; one keeps its employees back, and one was
    /// closed before the books begin.
    mutating func headOffice(_ noun: String, industry: String) -> Int {
        let places =
            generator.shuffled(ExamplePlace.region).prefix(3) + [generator.pick(ExamplePlace.elsewhere)]
        var establishments: [(ExamplePlace, Int?)] = places.map { ($0, 5 + generator.below(120)) }
        establishments[2].1 = nil
        let total = establishments.reduce(3) { $0 + ($1.1 ?? 0) }
        let index = add(
            "\(noun) Norge (eksempel) AS",
            "AS",
            industry,
            .oslo,
            nil,
            total,
            [.headOffice],
            establishments: establishments
        )
        let closed = addUnit(
            "\(noun) nedlagt avdeling (eksempel)",
            "BEDR",
            industry,
            .orkland,
            units[index].number,
            40,
            []
        )
        units[closed].dissolved = ExampleCluster.day(firstYear - 2, 6, 30)
        return index
    }

    mutating func change(_ index: Int, _ change: (inout ExampleUnit) -> Void) {
        change(&units[index])
    }

    private mutating func add(
        _ name: String,
        _ form: String,
        _ industry: String?,
        _ place: ExamplePlace,
        _ parent: OrganisationNumber?,
        _ employees: Int?,
        _ planted: Set<Planted>,
        establishments: [(ExamplePlace, Int?)]
    ) -> Int {
        let index = addUnit(name, form, industry, place, parent, employees, planted)
        for (place, employees) in establishments {
            _ = addUnit(name, "BEDR", industry, place, units[index].number, employees, [])
        }
        return index
    }

    private mutating func addUnit(
        _ name: String,
        _ form: String,
        _ industry: String?,
        _ place: ExamplePlace,
        _ parent: OrganisationNumber?,
        _ employees: Int?,
        _ planted: Set<Planted>
    ) -> Int {
        let registered = ExampleCluster.day(
            firstYear - 29 + generator.below(25),
            1 + generator.below(12),
            1 + generator.below(28)
        )
        units.append(
            ExampleUnit(
                number: numbers.next(),
                name: name,
                form: form,
                industry: industry,
                place: place,
                parent: parent,
                employees: employees,
                registered: registered,
                planted: planted
            )
        )
        return units.count - 1
    }
}
