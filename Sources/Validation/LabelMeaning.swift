#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What the labels of a folder of recordings mean: its `labels.json`.
///
///     { "column": ["label_RA", "label_MN"],
///       "codes": { "1": "fixation", "2": "saccade", "0": "undefined" } }
///
/// The first of the columns that a recording has is taken. Codes without a word are undefined.
package struct LabelMeaning: Sendable, Equatable {
  package let columns: [String]
  /// The numbers that stand for a word.
  private let words: [Int: String]

  package static let fileName = "labels.json"

  /// - Throws: ``ValidationFailure/unreadableLabels(path:reason:)``
  package init(json: [UInt8], path: String) throws(ValidationFailure) {
    let file: File
    do {
      file = try JSONDecoder().decode(File.self, from: Data(json))
    } catch {
      throw .unreadableLabels(path: path, reason: "it holds something else")
    }
    columns = file.column.names
    var words: [Int: String] = [:]
    for (code, word) in file.codes {
      guard let number = Int(code) else {
        throw .unreadableLabels(path: path, reason: "the code '\(code)' is no whole number")
      }
      words[number] = word
    }
    guard !columns.isEmpty, words.values.contains(Self.saccade) else {
      throw .unreadableLabels(path: path, reason: "it names no column, or no code for a saccade")
    }
    self.words = words
  }

  func isSaccade(_ code: Int) -> Bool { words[code] == Self.saccade }

  func isUndefined(_ code: Int) -> Bool { words[code].map { $0 == Self.undefined } ?? true }

  private static let saccade = "saccade"
  private static let undefined = "undefined"

  private struct File: Decodable {
    let column: Names
    let codes: [String: String]
  }

  /// A name, or several.
  private struct Names: Decodable {
    let names: [String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let name = try? container.decode(String.self) {
        names = [name]
      } else {
        names = try container.decode([String].self)
      }
    }
  }
}
