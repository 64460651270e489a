// swift-tools-version: 6.3
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A layer of the program: one folder of `Sources`, seeing only the layers that it names.
func layer(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name)] + dependencies,
    swiftSettings: settings)
}

let package = Package(
  name: "opsoscope",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "opsoscope", targets: ["opsoscope"]),
    .library(
      name: "Opsoscope",
      targets: [
        "Recordings", "SignalProcessing", "EyeMovements", "Oscillations", "Cohorts", "Reports",
        "Simulation",
      ]),
  ],
  dependencies: [
    // Commands, options, help and completions.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Every spectrum.
    .systemLibrary(
      name: "CFFTW", pkgConfig: "fftw3",
      providers: [.apt(["libfftw3-dev"]), .brew(["fftw"])]),
    // Compressed recordings.
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    // The SHA-256 that names an input.
    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),

    layer("Recordings", ["CZlib", "CCrypto"]),
    layer("SignalProcessing", ["CFFTW"]),
    layer("EyeMovements", ["Recordings", "SignalProcessing"]),
    layer("Oscillations", ["Recordings", "SignalProcessing", "EyeMovements"]),
    layer("Simulation", ["Recordings", "CZlib"]),
    layer(
      "Validation",
      [
        "Recordings", "SignalProcessing", "EyeMovements", "Oscillations", "Simulation", "Cohorts",
      ]),
    layer("Cohorts", ["Recordings", "SignalProcessing", "EyeMovements", "Oscillations"]),
    layer(
      "Reports",
      ["Recordings", "SignalProcessing", "EyeMovements", "Oscillations", "Cohorts", "Validation"]),
    .executableTarget(
      name: "opsoscope",
      dependencies: [
        "Recordings", "SignalProcessing", "EyeMovements", "Oscillations", "Simulation",
        "Validation",
        "Cohorts", "Reports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    tests("Recordings", ["CZlib", "Oscillations"]),
    tests("SignalProcessing"),
    tests("EyeMovements", ["Recordings", "Simulation"]),
    tests("Oscillations", ["Recordings", "EyeMovements", "Simulation"]),
    tests("Simulation", ["Recordings", "CZlib"]),
    tests("Validation", ["Recordings", "SignalProcessing", "Oscillations", "Simulation"]),
    tests("Cohorts", ["Recordings", "SignalProcessing", "Oscillations", "Simulation"]),
    tests("Reports", ["Recordings", "EyeMovements", "Oscillations", "Cohorts", "Simulation"]),
    tests("opsoscope"),
  ]
)
