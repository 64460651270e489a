import ArgumentParser

@main
struct Opsoscope: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "opsoscope",
    subcommands: [Simulate.self])
}
