#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A folder of recordings that somebody labelled, sample by sample.
package struct LabelledFolder: Sendable {
  /// Below the folder that was given; its own name where it is that one.
  package let name: String
  package let meaning: LabelMeaning
  /// Its files of recordings, sorted by name.
  package let files: [String]

  /// Every folder at a path and below it that holds a `labels.json`, sorted by name.
  ///
  /// - Throws: ``ValidationFailure``, also where there is none.
  package static func all(at path: String) throws(ValidationFailure) -> [LabelledFolder] {
    let root = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    var folders: [LabelledFolder] = []
    try find(in: root, name: "", depth: 0, &folders)
    guard !folders.isEmpty else { throw .noLabels(folder: path) }
    return folders
  }

  private static func find(
    in path: String, name: String, depth: Int, _ folders: inout [LabelledFolder]
  ) throws(ValidationFailure) {
    let manager = FileManager.default
    let names: [String]
    do {
      names = try manager.contentsOfDirectory(atPath: path).sorted {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
    } catch {
      throw .unreadableFolder(path: path, reason: "it is none, or may not be read")
    }
    let visible = names.filter { !$0.hasPrefix(".") }
    if visible.contains(LabelMeaning.fileName) {
      folders.append(try folder(path, name: name, visible))
    }
    for entry in visible where depth < 32 {
      var isFolder = false
      guard manager.fileExists(atPath: path + "/" + entry, isDirectory: &isFolder), isFolder else {
        continue
      }
      let below = name.isEmpty ? entry : name + "/" + entry
      try find(in: path + "/" + entry, name: below, depth: depth + 1, &folders)
    }
  }

  private static func folder(
    _ path: String, name: String, _ entries: [String]
  ) throws(ValidationFailure) -> LabelledFolder {
    let labels = path + "/" + LabelMeaning.fileName
    guard let json = FileManager.default.contents(atPath: labels) else {
      throw .unreadableLabels(path: labels, reason: "it cannot be read")
    }
    let files = entries.filter { isRecording($0) }.map { path + "/" + $0 }
    let own = path.split(separator: "/").last.map(String.init) ?? path
    return LabelledFolder(
      name: name.isEmpty ? own : name,
      meaning: try LabelMeaning(json: [UInt8](json), path: labels), files: files)
  }

  private static func isRecording(_ name: String) -> Bool {
    let stem = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
    return name != "index.csv" && name != "participants.tsv"
      && [".csv", ".tsv", ".txt"].contains { stem.hasSuffix($0) }
  }
}
