// swift-tools-version: 6.2

import PackageDescription

// A package of its own, so that the product carries none of this. Built and run by scripts/bench.

let package = Package(
    name: "RingvirkBenchmarks",
    dependencies: [.package(name: "ringvirk", path: "..")],
    targets: [
        .executableTarget(
            name: "RingvirkBenchmarks",
            dependencies: [
                .product(name: "RingvirkNumerics", package: "ringvirk"),
                .product(name: "RingvirkRegister", package: "ringvirk"),
            ],
            swiftSettings: [
                .swiftLanguageMode(.v6),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .treatAllWarnings(as: .error),
            ]
        )
    ]
)
