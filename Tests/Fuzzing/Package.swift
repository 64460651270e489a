// swift-tools-version: 6.1
import PackageDescription

/// A libFuzzer target: its `LLVMFuzzerTestOneInput` takes the place of `main`.
func fuzzer(_ name: String) -> Target {
  .executableTarget(
    name: name, dependencies: [.product(name: "Opsoscope", package: "opsoscope")], path: name,
    swiftSettings: [.unsafeFlags(["-parse-as-library"])])
}

let package = Package(
  name: "opsoscope-fuzzing",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "opsoscope", path: "../..")],
  targets: [fuzzer("Table"), fuzzer("Formats"), fuzzer("Maps"), fuzzer("WholeWay")]
)
