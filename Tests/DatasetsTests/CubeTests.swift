import Accounts
import Datasets
import FileFormats
import Testing

@Suite("Cubes")
struct CubeTests {
    private let provenance = Provenance(
        publisher: "Statistics X",
        table: "99001",
        licence: "CC BY 4.0",
        attribution: "Source: Statistics X",
        vintage: "2026-03-01T07:00:00Z",
        retrieved: "2026-11-25",
        files: [Provenance.FileTrace(name: "answer 1", sha256: String(repeating: "a", count: 64))]
    )

    private func cube() throws -> StatisticsCube {
        let figures = [
            CubeFigure(1.5), CubeFigure(nil, .confidential), CubeFigure(2, .provisional),
            CubeFigure(nil, .zero),
        ]
        return try StatisticsCube(
            dimensions: [
                CubeDimension(
                    code: "Region",
                    name: Name(english: "region", norwegian: "region"),
                    role: .region,
                    categories: [CubeCategory(code: "50", name: Name("Trøndelag, \"all\""))]
                ),
                CubeDimension(
                    code: "ContentsCode",
                    name: Name(english: "contents", norwegian: "innhold"),
                    role: .measure,
                    categories: [
                        CubeCategory(code: "BNP", name: Name("GDP"), unit: Unit("mill. kr"), decimals: 0),
                        CubeCategory(code: "Syss", name: Name("Jobs")),
                    ]
                ),
                CubeDimension(
                    code: "Tid",
                    name: Name(english: "year", norwegian: "år"),
                    role: .time,
                    categories: [
                        CubeCategory(code: "2018", name: Name("2018")),
                        CubeCategory(code: "2019", name: Name("2019")),
                    ]
                ),
            ],
            figures: figures.compactMap(\.self),
            provenance: provenance,
            rules: [AppliedRule("null-without-status", touched: ["50 BNP 2019"])],
            query: [CubeSelection("Region", ["50"]), CubeSelection("Tid", ["top(2)"], codeList: "agg_T")]
        )
    }

    private func written() throws -> DatasetCopy {
        let folder = DatasetCopy()
        try DatasetWriter(to: folder.path, title: Name("A cube")).write(cube())
        return folder
    }

    @Test("Written and read again, a cube is the same: numbers, marks, names, units, query and dates")
    func roundTrip() throws {
        let folder = try written()
        let dataset = try Dataset(at: folder.path)
        #expect(try dataset.cube() == cube())
        #expect(
            try InputFile.text(at: folder.file("figures.csv")) == """
                Region,ContentsCode,Tid,value,status
                50,BNP,2018,1.5,
                50,BNP,2019,,:
                50,Syss,2018,2,*
                50,Syss,2019,0,-

                """
        )
        #expect(dataset.description.provenance.retrieved == "2026-11-25")
        #expect(throws: DatasetError.anotherKind(path: folder.path, wanted: .concordance, found: .cube)) {
            try dataset.classificationMap()
        }
    }

    @Test("A check counts numbers and marks")
    func check() throws {
        let folder = try written()
        guard case .cube(let findings) = try DatasetCheck(of: folder.path).findings else {
            Issue.record("another kind")
            return
        }
        #expect(findings.numbers == 3 && findings.dimensions.map(\.categories) == [1, 2, 2])
        #expect(findings.marks.map(\.mark) == [.confidential, .zero, .provisional])
    }

    @Test(
        "What does not make a cube is told with file, line and value",
        arguments: [
            (
                "figures.csv", "50,BNP,2019,,:", "50,BNP,2019,,?",
                Fault.Problem.notOneOf([".", "..", ":", "...", "-", "*"])
            ),
            (
                "figures.csv", "50,BNP,2019,,:", "50,BNP,2019,3,:",
                .malformed(rule: "the status contradicts the value")
            ),
            ("figures.csv", "50,BNP,2018,1.5,", "50,BNP,2018,,", .missing),
            ("figures.csv", "50,BNP,2018,1.5,", "50,BNP,2018,x,", .notANumber),
            ("figures.csv", "50,BNP,2018,1.5,", "50,BNP,2017,1.5,", .notOneOf(["2018", "2019"])),
            ("figures.csv", "50,BNP,2018,1.5,", "50,Syss,2019,1.5,", .duplicate(firstLine: nil)),
            ("figures.csv", "50,BNP,2018,1.5,\n", "", .missing),
            ("figures.csv", "Region,", "Place,", .missingColumn("Region")),
            ("categories.csv", "Tid,2018", "Time,2018", .notOneOf(["Region", "ContentsCode", "Tid"])),
            ("categories.csv", "Tid,2018", "Tid,2019", .duplicate(firstLine: 5)),
            (
                "dimensions.csv", "region,region,region", "region,region,place",
                .notOneOf(["time", "region", "measure", "other"])
            ),
        ]
    )
    func faultsOfFiles(_ file: String, _ from: String, _ to: String, _ problem: Fault.Problem) throws {
        let folder = try written()
        let copy = try InputFile.text(at: folder.file(file))
        try folder.forgetDigests()
        try AtomicFile.write(copy.replacing(from, with: to), to: folder.file(file))
        let found = faults { () throws(DatasetError) in _ = try Dataset(at: folder.path).cube() }
        #expect(found.contains { $0.problem == problem && $0.place.file == folder.file(file) }, "\(found)")
    }

    @Test("Rows and columns may stand in any order")
    func anyOrder() throws {
        let folder = try written()
        try folder.forgetDigests()
        try AtomicFile.write(
            "status,Tid,value,ContentsCode,Region\n-,2019,0,Syss,50\n:,2019,,BNP,50\n,2018,1.5,BNP,50\n*,2018,2,Syss,50\n",
            to: folder.file("figures.csv")
        )
        #expect(try Dataset(at: folder.path).cube().figures == cube().figures)
    }

    @Test(
        "The form of figures.csv is held to: header, fields, quotes, encoding, packing",
        arguments: [
            ("Region,ContentsCode,Tid,value,status\n", [Fault.Problem.missing]),
            ("", [.missing]),
            ("Region;ContentsCode;Tid;value;status\n", [.malformed(rule: "fields are separated by commas")]),
            (
                "Region,Tid,value,status,more\n50,2018,1,,\n",
                [
                    .missingColumn("ContentsCode"),
                    .unknownKey(known: ["Region", "ContentsCode", "Tid", "value", "status"]),
                ]
            ),
            (
                "Region,ContentsCode,Tid,value,status\n50,BNP,2018,1.5\n\n50,BNP,2019,,:\n",
                [
                    .fieldCount(expected: 5, found: 4), .fieldCount(expected: 5, found: 1),
                ]
            ),
            ("Region,ContentsCode,Tid,value,status\n50,BNP,2018,1e999,\n", [.notFinite]),
        ]
    )
    func forms(_ text: String, _ problems: [Fault.Problem]) throws {
        let folder = try written()
        try folder.forgetDigests()
        try AtomicFile.write(text, to: folder.file("figures.csv"))
        let found = faults { () throws(DatasetError) in _ = try Dataset(at: folder.path).cube() }
        #expect(found.map(\.problem) == problems)
    }

    @Test("Bytes that are no UTF-8 are refused, packed ones among them")
    func encoding() throws {
        let folder = try written()
        try folder.forgetDigests()
        let text = try InputFile.bytes(at: folder.file("figures.csv"))
        for (bytes, offset) in [
            ([0x1F, 0x8B, 0x08] + text, 1), ([0xFF, 0xFE] + text, 0), (text + [0xE5], text.count),
        ] {
            try AtomicFile.write(bytes, to: folder.file("figures.csv"))
            let path = folder.file("figures.csv")
            #expect(
                throws: DatasetError.file(path: folder.path, .notUTF8(path: path, byteOffset: offset))
            ) { try Dataset(at: folder.path).cube() }
        }
    }

    @Test("A file that changes between its digest and its reading is refused")
    func changedMeanwhile() throws {
        let folder = try written()
        let dataset = try Dataset(at: folder.path)
        let text = try InputFile.text(at: folder.file("figures.csv"))
        try AtomicFile.write(text.replacing("1.5", with: "2.5"), to: folder.file("figures.csv"))
        let reason = "the file changed while it was being read"
        let error = FileFormatError.unreadable(path: folder.file("figures.csv"), reason: reason)
        #expect(throws: DatasetError.file(path: folder.path, error)) { try dataset.cube() }
    }

    @Test("A cube that would not read back leaves nothing, nor the folder that was made for it")
    func unreadable() throws {
        let folder = DatasetCopy()
        let nameless = CubeDimension(
            code: "A",
            name: Name("A"),
            role: .other,
            categories: [CubeCategory(code: "", name: Name("x"))]
        )
        let cube = try StatisticsCube(
            dimensions: [nameless],
            figures: [CubeFigure(1)],
            provenance: provenance
        )
        let target = folder.path + "/new/inner"
        #expect(throws: DatasetError.self) { try DatasetWriter(to: target, title: Name("x")).write(cube) }
        #expect(throws: FileFormatError.notFound(path: folder.path + "/new/")) {
            try InputFile.bytes(at: folder.path + "/new/")
        }
    }

    @Test("Packed figures are those that were packed, and are counted")
    func packed() throws {
        let all =
            FigureMark.allCases.compactMap { CubeFigure(nil, $0) ?? CubeFigure(-3.5, $0) } + [CubeFigure(7)]
        let packed = CubeFigures(all)
        #expect(Array(packed) == all && packed.tally.numbers == 3)
        #expect(packed.tally.marks.map(\.mark) == FigureMark.allCases)
        var filling = CubeFilling(cells: all.count)
        for place in all.indices.reversed() {
            #expect(CubeFigures(filling) == nil && filling.firstMissing(1) == [0])
            #expect(filling.put(all[place], at: place) && !filling.put(CubeFigure(1), at: place))
        }
        #expect(CubeFigures(filling) == packed)
    }

    @Test("A figure is what its mark says, or is none")
    func figures() {
        #expect(
            CubeFigure(1, .confidential) == nil && CubeFigure(nil, .provisional) == nil
                && CubeFigure(1, .zero) == nil
        )
        #expect(CubeFigure(0, .zero)?.number == 0 && CubeFigure(nil, .zero)?.number == 0)
        #expect(CubeFigure(nil, .confidential)?.observation == .suppressed)
        #expect(CubeFigure(nil, .cannotOccur)?.observation == .notApplicable)
        #expect(CubeFigure(nil, .notYetAvailable)?.observation == .notAvailable)
        #expect(CubeFigure(3, .provisional)?.observation == .value(3, .published))
    }

    @Test("A code that stands twice is refused")
    func duplicates() {
        let category = CubeCategory(code: "a", name: Name("a"))
        let dimension = CubeDimension(
            code: "A",
            name: Name("A"),
            role: .other,
            categories: [category, category]
        )
        #expect(throws: AccountsError.duplicateLabel(code: "a")) {
            try StatisticsCube(
                dimensions: [dimension],
                figures: [CubeFigure(1), CubeFigure(2)],
                provenance: provenance
            )
        }
    }
}

@Suite("Regions' history as a dataset")
struct RegionHistoryDatasetTests {
    private func history(to: String = "5024") throws -> RegionHistory {
        try RegionHistory(
            regions: [
                HistoricRegion(
                    level: .county,
                    region: Region(code: "50", name: Name("Trøndelag")),
                    first: 2018,
                    last: nil
                ),
                HistoricRegion(
                    level: .municipality,
                    region: Region(code: "1638", name: Name("Orkdal")),
                    first: 1838,
                    last: 2017
                ),
                HistoricRegion(
                    level: .municipality,
                    region: Region(code: "5024", name: Name("Orkdal")),
                    first: 2018,
                    last: 2019
                ),
            ],
            changes: [RegionHistory.Change(year: 2018, from: "1638", to: to)],
            provenance: Provenance(
                publisher: "X",
                table: "T",
                licence: "L",
                attribution: "A",
                vintage: nil,
                files: []
            )
        )
    }

    @Test("Written and read again, it is the same")
    func roundTrip() throws {
        let folder = DatasetCopy()
        try DatasetWriter(to: folder.path, title: Name("Regions")).write(history())
        #expect(try Dataset(at: folder.path).regionHistory() == history())
        guard case .regionHistory(1, 2, 1) = try DatasetCheck(of: folder.path).findings else {
            Issue.record("other findings")
            return
        }
    }

    @Test("A change of nobody, years that run backwards, a level that is none")
    func refusals() throws {
        #expect(throws: AccountsError.unknownRegion(code: "5099")) { try history(to: "5099") }
        for (from, to) in [
            ("1838,2017", "2018,2017"), ("county,", "state,"), ("Trøndelag,Trøndelag", ","), ("1838", "x"),
        ] {
            let folder = DatasetCopy()
            try DatasetWriter(to: folder.path, title: Name("Regions")).write(history())
            let text = try InputFile.text(at: folder.file("regions.csv"))
            let description = try JSONDocument(contentsOf: folder.file("dataset.json")).root
            let members = (description.members ?? []).filter { $0.key != "files" }
            try AtomicFile.write(JSONValue.object(members).prettyText, to: folder.file("dataset.json"))
            try AtomicFile.write(text.replacing(from, with: to), to: folder.file("regions.csv"))
            let found = faults { () throws(DatasetError) in _ = try Dataset(at: folder.path).regionHistory() }
            #expect(found.count == 1, "\(from)")
        }
    }
}
