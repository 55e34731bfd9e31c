// swift-tools-version: 6.1
// Measures the core against other programs on the same bytes. A package of its own, off the main build: see `make bench`.
import PackageDescription

let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "zhibiao", path: "..")],
    targets: [.executableTarget(name: "bench", dependencies: [.product(name: "ZhibiaoCore", package: "zhibiao")])],
    swiftLanguageModes: [.v6]
)
