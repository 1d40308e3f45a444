// swift-tools-version: 6.2

import PackageDescription

// The rooms of the house, top to bottom. A room may import what its line declares and nothing else:
// the build refuses an undeclared import, and HouseRulesTests holds this list against docs/DESIGN.md.

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// The rooms optimised in debug builds too, where scripts/test asks for it: whole studies are run there, some of them many
/// times. Off for everybody else, as packages with flags of their own cannot be depended on.
let optimised: [SwiftSetting] =
    Context.environment["RINGVIRK_OPTIMISED_TESTS"] == nil
    ? [] : [.unsafeFlags(["-O"], .when(configuration: .debug))]

func room(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict + optimised)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(
        name: name + "Tests",
        dependencies: [.byName(name: name), "TestSupport"] + dependencies,
        swiftSettings: strict
    )
}

let package = Package(
    name: "ringvirk",
    products: [
        .library(name: "Ringvirk", targets: ["Ringvirk"]),
        .library(
            name: "RingvirkNumerics",
            targets: ["LinearAlgebra", "Accounts", "Leontief", "Regionalisation"]
        ),
        .library(name: "RingvirkRegister", targets: ["FileFormats", "Web", "Accounts", "CompanyRegister"]),
        .library(name: "RingvirkLedgers", targets: ["FileFormats", "Accounts", "Ledgers"]),
        .executable(name: "ringvirk", targets: ["RingvirkCLI"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .systemLibrary(name: "COpenBLAS", providers: [.apt(["libopenblas-dev", "liblapacke-dev"])]),
        .systemLibrary(name: "CKLU", providers: [.apt(["libsuitesparse-dev"])]),
        .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CSodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CClp", providers: [.apt(["coinor-libclp-dev"])]),

        .target(name: "CKernels"),
        room("LinearAlgebra", ["COpenBLAS", "CKLU", "CKernels"]),
        room("FileFormats", ["CZip", "CExpat", "CSodium", "CZlib", "CXLSXWriter", "Yams"]),
        room("Web", ["CCurl"]),
        room("Accounts", ["LinearAlgebra"]),
        room("Datasets", ["LinearAlgebra", "FileFormats", "Accounts"]),
        room("StatisticsNorway", ["FileFormats", "Web", "Accounts"]),
        room(
            "CompanyRegister",
            ["FileFormats", "Web", "Accounts", .product(name: "GRDB", package: "GRDB.swift")]
        ),
        room("Ledgers", ["FileFormats", "Accounts"]),
        room("ExampleLedgers", ["FileFormats", "Accounts", "Ledgers"]),
        room("Regionalisation", ["LinearAlgebra", "Accounts"]),
        room("Leontief", ["LinearAlgebra", "Accounts"]),
        room("Actors", ["LinearAlgebra", "Accounts", "Ledgers", "Regionalisation", "Leontief"]),
        room("Disclosure", ["CClp"]),
        room(
            "Reporting",
            [
                "LinearAlgebra", "FileFormats", "Accounts", "Ledgers", "Regionalisation", "Leontief",
                "Actors",
                "Disclosure",
            ]
        ),
        room(
            "Ringvirk",
            [
                "LinearAlgebra", "FileFormats", "Accounts", "Datasets", "StatisticsNorway", "CompanyRegister",
                "Ledgers", "ExampleLedgers", "Regionalisation", "Leontief", "Actors", "Disclosure",
                "Reporting",
            ]
        ),
        .executableTarget(
            name: "RingvirkCLI",
            dependencies: [
                "FileFormats", "Web", "Accounts", "Datasets", "StatisticsNorway", "CompanyRegister",
                "Ledgers",
                "ExampleLedgers", "Regionalisation", "Leontief", "Actors", "Disclosure", "LinearAlgebra",
                "Reporting",
                "Ringvirk",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),

        .target(
            name: "TestSupport",
            dependencies: ["Accounts", "LinearAlgebra"],
            path: "Tests/TestSupport",
            swiftSettings: strict
        ),
        tests("LinearAlgebra", ["COpenBLAS"]),
        tests("FileFormats", []),
        tests("Web", []),
        tests("Accounts", ["LinearAlgebra"]),
        tests("Datasets", ["LinearAlgebra", "FileFormats", "Accounts"]),
        tests("StatisticsNorway", ["LinearAlgebra", "FileFormats", "Web", "Accounts", "Leontief"]),
        tests("CompanyRegister", ["FileFormats", "Web", "Accounts"]),
        tests("Ledgers", ["FileFormats", "Accounts"]),
        tests("ExampleLedgers", ["FileFormats", "Accounts", "Ledgers"]),
        tests("Regionalisation", ["LinearAlgebra", "Accounts", "Leontief"]),
        tests("Leontief", ["LinearAlgebra", "Accounts"]),
        tests("Actors", ["LinearAlgebra", "Accounts", "Ledgers", "Regionalisation", "Leontief"]),
        tests("Disclosure", ["CClp"]),
        tests(
            "Reporting",
            [
                "LinearAlgebra", "FileFormats", "Accounts", "Ledgers", "Regionalisation", "Leontief",
                "Actors",
                "Disclosure",
            ]
        ),
        tests(
            "Ringvirk",
            [
                "LinearAlgebra", "FileFormats", "Accounts", "Datasets", "StatisticsNorway", "CompanyRegister",
                "Ledgers", "ExampleLedgers", "Regionalisation", "Leontief", "Actors", "Disclosure",
                "Reporting",
            ]
        ),
        tests(
            "RingvirkCLI",
            [
                "LinearAlgebra", "FileFormats", "Web", "Accounts", "Datasets", "StatisticsNorway",
                "CompanyRegister",
                "Ledgers", "ExampleLedgers", "Regionalisation", "Leontief", "Actors", "Disclosure",
                "Reporting", "Ringvirk",
            ]
        ),
    ]
)
