import Foundation
import Testing

@testable import Recordings

/// The pages show what the code does.
@Suite struct DocumentationTests {
  private let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/Recordings")

  private func text(_ path: String) throws -> String {
    try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
  }

  /// The code blocks of a page in a language.
  private func blocks(_ page: String, _ language: String) throws -> [String] {
    try text("Recordings.docc/\(page).md").components(separatedBy: "```\(language)\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
  }

  @Test func theExampleOfAFormatIsTheOneInUse() throws {
    let examples = try blocks("AddingAFormat", "swift")
    #expect(examples.count == 1)
    #expect(try text("Formats/PupilLabs.swift").contains(examples[0]))
  }

  @Test func theColumnMapsCanBeRead() throws {
    let maps = try blocks("ColumnMaps", "json")
    #expect(maps.count == 4)
    for json in maps {
      let map = try JSONDecoder().decode(ColumnMap.self, from: Data(json.utf8))
      let names = map.columns.map(\.column)
      #expect(try map.plans(names: names, unit: nil).contains { $0.role == .time })
    }
  }

  /// A map of goggles reads a table with its columns: eye velocities beside a moving head.
  @Test func aMapOfGogglesReads() throws {
    let json = try blocks("ColumnMaps", "json")[2]
    let map = try JSONDecoder().decode(ColumnMap.self, from: Data(json.utf8))
    let table = rows("Time,EyeVelX,EyeVelY,HeadVelX,HeadVelY", step: 0.004) { _ in "-30,0,30,40" }
    let recording = try read(table, options: ReadingOptions(columns: map))
    #expect(recording.quantity == .velocity)
    #expect(recording.headSpeed?.first == 50)
  }
}
