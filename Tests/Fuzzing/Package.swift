// swift-tools-version: 6.2

import PackageDescription

// A package of its own, built and run by scripts/fuzz with the address sanitizer and libFuzzer. One executable a reader.

let package = Package(
    name: "RingvirkFuzzing",
    dependencies: [.package(name: "ringvirk", path: "../..")],
    targets: [
        .target(name: "CFuzzer"),
        .executableTarget(
            name: "FuzzSAFT",
            dependencies: ["CFuzzer", .product(name: "RingvirkLedgers", package: "ringvirk")],
            swiftSettings: [.swiftLanguageMode(.v6)]
        ),
        .executableTarget(
            name: "FuzzTable",
            dependencies: ["CFuzzer", .product(name: "RingvirkLedgers", package: "ringvirk")],
            swiftSettings: [.swiftLanguageMode(.v6)]
        ),
        .executableTarget(
            name: "FuzzWorkbook",
            dependencies: ["CFuzzer", .product(name: "RingvirkLedgers", package: "ringvirk")],
            swiftSettings: [.swiftLanguageMode(.v6)]
        ),
    ]
)
