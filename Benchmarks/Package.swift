// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "opsoscope-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "opsoscope", path: ".."),
    // Running, comparing and storing measurements; without jemalloc.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "Stages",
      dependencies: [
        .product(name: "Opsoscope", package: "opsoscope"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Stages",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ]
)
