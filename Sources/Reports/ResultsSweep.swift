import Cohorts

/// Takes out of a folder of results what does not belong there any more; only files that are ours
/// by their name and their content.
struct ResultsSweep {
  let folder: OutputFolder

  /// Removes files that were never finished. (Nothing else writes here: the folder is locked.)
  func removeUnfinished() {
    let top = (try? FolderListing(path: folder.path))?.names ?? []
    for name in top where UnfinishedFile.isTemporary(name) { folder.remove(name) }
    for name in top where name == ResultsFolder.recordings || name.hasPrefix("sub-") {
      visit(name) { if UnfinishedFile.isTemporary($0) { folder.remove($1) } }
    }
  }

  /// Removes the results of recordings other than these.
  func removeRecordings(except ids: [String]) {
    let kept = Set(ids.map { Array($0.utf8) })
    visit(ResultsFolder.recordings) { _, path in
      guard let id = id(ofResult: path), !kept.contains(Array(id.utf8)), isOurs(path) else {
        return
      }
      for suffix in ResultsFolder.suffixes { folder.remove(ResultsFolder.name(id) + suffix) }
      folder.removeEmptyFolders(above: path)
    }
  }

  /// Removes events of a BIDS derivative.
  ///
  /// - Parameter isRemoved: is asked with the path below the results, without the suffix.
  func removeDerivedEvents(where isRemoved: (String) -> Bool) {
    let top = (try? FolderListing(path: folder.path))?.names ?? []
    for subject in top where subject.hasPrefix("sub-") {
      visit(subject) { name, path in
        guard name.contains("_" + BIDSEventsName.mark), let dot = path.lastIndex(of: "."),
          path[..<dot].hasSuffix("_events"), isRemoved(String(path[..<dot]))
        else { return }
        folder.remove(path)
        folder.removeEmptyFolders(above: path)
      }
    }
  }

  /// The id in the path of a document or a table of events.
  private func id(ofResult path: String) -> String? {
    for suffix in [".json", "_events.tsv"] where path.hasSuffix(suffix) {
      return String(path.dropFirst(ResultsFolder.recordings.count + 1).dropLast(suffix.count))
    }
    return nil
  }

  private func isOurs(_ path: String) -> Bool {
    guard let text = folder.text(of: path) else { return false }
    guard path.hasSuffix(".json") else { return text.hasPrefix(EventTable.header) }
    return StoredRecording(text) != nil
  }

  /// Every file below a folder, links not followed: its name, and its path below the results.
  private func visit(_ path: String, _ body: (_ name: String, _ path: String) -> Void) {
    let whole = folder.path + "/" + path
    guard !FileProperties.isLink(whole), let listing = try? FolderListing(path: whole) else {
      return
    }
    for name in listing.names {
      let isFolder = (try? FileProperties(path: whole + "/" + name))?.kind == .folder
      if isFolder { visit(path + "/" + name, body) } else { body(name, path + "/" + name) }
    }
  }
}
