import CZlib
import Testing

@testable import Simulation

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The samples are what the commands in their README make.
@Suite struct SamplesTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "samples")

  private static let commands: [String] = {
    let readme = try? String(
      decoding: Data(contentsOf: folder.appending(path: "README.md")), as: UTF8.self)
    return (readme ?? "").split(separator: "\n").map { $0.drop { $0 == " " } }
      .filter { $0.hasPrefix("opsoscope simulate ") }.map { String($0.dropFirst(19)) }
  }()

  @Test func readmeNamesADozen() {
    #expect(Self.commands.count >= 12)
  }

  @Test(arguments: commands)
  func commandsMakeTheSamplesAgain(command: String) throws {
    let sample = try SampleCommand(command)
    let made = try sample.simulation.run().csv(style: sample.style, decimals: sample.decimals)
    var kept = Array(try Data(contentsOf: Self.folder.appending(path: sample.file)))
    if sample.file.hasSuffix(".gz") { kept = try #require(inflated(kept)) }
    // Compared first: what is expected of arrays so long would be explained byte by byte.
    let isSame = made == kept
    #expect(isSame, "\(sample.file) is not what its command makes")
  }

  private func inflated(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    guard
      inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { inflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: 4 << 20)
    let status = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        return inflate(&stream, Z_FINISH)
      }
    }
    return status == Z_STREAM_END ? Array(output.prefix(Int(stream.total_out))) : nil
  }
}

/// The options of `opsoscope simulate` that the samples use.
private struct SampleCommand {
  var simulation: Simulation
  var style = TableStyle.degrees
  var decimals = 4
  var file = ""

  init(_ command: String) throws {
    var words = command.split(separator: " ").map(String.init)[...]
    let name = words.removeFirst()
    let kind = try #require(SimulationKind(rawValue: name))
    simulation = Simulation(kind: kind, seed: 1)
    while let option = words.popFirst() {
      if option == "--pupil" {
        simulation.tracker.recordsPupil = true
        continue
      }
      let value = try #require(words.first)
      words.removeFirst()
      try apply(option, value)
    }
  }

  private func number(_ text: String) throws -> Double { try #require(Double(text)) }

  private mutating func apply(_ option: String, _ value: String) throws {
    switch option {
    case "--seed": simulation.seed = try #require(UInt64(value))
    case "--rate": simulation.tracker.samplingRate = try number(value)
    case "--noise": simulation.tracker.noise = try number(value)
    case "--severity": simulation.severity = try number(value)
    case "--direction": simulation.direction = try number(value)
    case "--eyes": simulation.eyes = try #require(Simulation.EyesRecorded(rawValue: value))
    case "--slow-phase-shape":
      simulation.slowPhaseShape = SlowPhaseShape(rawValue: value)
    case "--style": style = try #require(TableStyle(rawValue: value))
    case "--decimals": decimals = try #require(Int(value))
    case "-o": file = value
    default: Issue.record("the test does not know \(option)")
    }
  }
}
