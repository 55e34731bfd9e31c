// swift-tools-version: 6.1
// Feeds the core bytes that libFuzzer makes up. A package of its own, off the main build: see `make fuzz`.
import PackageDescription

let package = Package(
    name: "fuzz",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "zhibiao", path: "..")],
    targets: [
        .target(name: "CFuzzer"),
        .executableTarget(name: "fuzz", dependencies: ["CFuzzer", .product(name: "ZhibiaoCore", package: "zhibiao")]),
    ],
    swiftLanguageModes: [.v6]
)
