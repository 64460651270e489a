import Cohorts

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The groups of subjects, as a `participants.tsv` gives them.
package struct Participants: Sendable, Equatable {
  /// By the subject's label, without `sub-`.
  private let groups: [[UInt8]: String]
  /// Sorted by name.
  let names: [String]

  /// - Parameter text: a table with the columns `participant_id` and `group`.
  /// - Returns: `nil` where it lacks one of them, names no group, or says two things of one subject.
  package init?(_ text: String) {
    guard let table = SmallTable(text), let subject = table.index(of: "participant_id"),
      let group = table.index(of: "group"), table.contradiction(in: subject) == nil
    else { return nil }
    var groups: [[UInt8]: String] = [:]
    for cells in table.rows {
      guard let id = cells[subject], let name = cells[group] else { continue }
      let label = id.hasPrefix("sub-") ? String(id.dropFirst(4)) : id
      groups[Array(label.utf8)] = name
    }
    guard !groups.isEmpty else { return nil }
    self.groups = groups
    names = Set(groups.values).sorted { $0.precedesBytewise($1) }
  }

  /// The first `participants.tsv` of the folders that were given.
  ///
  /// - Returns: `nil` where none of them has one with groups.
  package init?(in folders: [String]) {
    let texts = folders.lazy.compactMap { folder in
      FileManager.default.contents(atPath: folder + "/participants.tsv")
        .map { String(decoding: $0, as: UTF8.self) }
    }
    guard let found = texts.compactMap(Participants.init(_:)).first else { return nil }
    self = found
  }

  func group(of subject: String?) -> String? { subject.flatMap { groups[Array($0.utf8)] } }

  /// The table with nothing but subjects and groups, to stand beside the results.
  package var text: String {
    let rows = groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { TabSeparated.line(["sub-" + String(decoding: $0.key, as: UTF8.self), $0.value]) }
    return TabSeparated.line(["participant_id", "group"]) + rows.joined()
  }
}
