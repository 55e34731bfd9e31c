// swift-tools-version: 6.1
// Measures the core and the store against other programs on the same data. A package of its own, off the main build: see `make bench`.
import PackageDescription

let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "zhibiao", path: ".."),
        .package(url: "https://github.com/groue/GRDB.swift", .upToNextMinor(from: "7.10.0")),
    ],
    targets: [
        .executableTarget(
            name: "bench",
            dependencies: [
                .product(name: "ZhibiaoCore", package: "zhibiao"), .product(name: "Zhibiao", package: "zhibiao"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ])
    ],
    swiftLanguageModes: [.v6]
)
