// swift-tools-version: 6.1
// One target a room, in the order the data flows:
// file -> ReportText -> Numerals -> Figures -> Zhibiao (store, queries) -> zhibiao-cli (screens).
// A later room may import an earlier one, never the other way round.
import PackageDescription

let package = Package(
    name: "zhibiao",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Zhibiao", targets: ["Zhibiao"]),
        // The core without a database: for Benchmarks/, Fuzz/ and programs that only read text.
        .library(name: "ZhibiaoCore", targets: ["Vocabulary", "ReportText", "Numerals", "Figures"]),
        .executable(name: "zhibiao", targets: ["zhibiao-cli"]),
    ],
    traits: [
        .trait(name: "Readline", description: "Edit lines in the REPL with GNU readline (GPL-3.0-or-later)."),
        .default(enabledTraits: ["Readline"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", .upToNextMinor(from: "7.10.0")),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        .target(name: "CEmbedded"),
        .target(name: "CStoreShim", linkerSettings: [.linkedLibrary("sqlite3")]),
        .target(name: "CConverterShim", linkerSettings: [.linkedLibrary("z")]),
        .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(name: "CHTMLParser", dependencies: ["CLibXML2"]),
        .target(name: "Vocabulary", dependencies: ["CEmbedded"]),
        .target(name: "ReportText", dependencies: ["Vocabulary", "CHTMLParser"]),
        .target(name: "Numerals", dependencies: ["Vocabulary", "ReportText"]),
        .target(name: "Figures", dependencies: ["Vocabulary", "ReportText", "Numerals"]),
        .target(
            name: "Zhibiao",
            dependencies: [
                "Figures", "ReportText", "Vocabulary", "CStoreShim", "CConverterShim",
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        .executableTarget(
            name: "zhibiao-cli",
            dependencies: [
                "Zhibiao", "Figures", "ReportText", "Vocabulary",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .target(name: "CReadline", condition: .when(traits: ["Readline"])),
            ]),
        .target(
            name: "TestSupport", dependencies: ["Vocabulary", "ReportText", "Numerals", "Figures"], path: "Tests/TestSupport"),
        .testTarget(name: "VocabularyTests", dependencies: ["Vocabulary", "TestSupport"]),
        .testTarget(name: "ReportTextTests", dependencies: ["ReportText", "TestSupport"]),
        .testTarget(name: "NumeralsTests", dependencies: ["Numerals", "TestSupport"]),
        .testTarget(name: "FiguresTests", dependencies: ["Figures", "TestSupport"]),
        .testTarget(name: "CommandTests", dependencies: ["zhibiao-cli", "Zhibiao"]),
        .testTarget(name: "ZhibiaoTests", dependencies: ["Zhibiao", "Figures", "Vocabulary"]),
    ],
    swiftLanguageModes: [.v6]
)
