/// The name under which a BIDS derivative keeps the events of a recording.
///
///     sub-01/func/sub-01_task-gaze_run-1_physio
///     sub-01/beh/sub-01_task-gaze_run-1_desc-opsoscope_events
///
/// The entities of the recording's name stay, its suffix gives way; the part of a file becomes a part
/// of the description, which BIDS leaves to derivatives. Of all folders BIDS lets only those of
/// behaviour and of electrophysiology have events in a derivative (1.11, `events_common` of its
/// schema): events of other recordings stand with the behaviour.
struct BIDSEventsName {
  /// The folders and the entities, which recordings of several folders can share.
  let plain: String
  private let folder: Substring
  private let part: String

  /// - Returns: `nil` where the id of a recording is no name of BIDS.
  init?(id: String) {
    var folders = id.split(separator: "/")
    guard let name = folders.popLast(), id.hasPrefix("sub-"), name.hasPrefix("sub-") else {
      return nil
    }
    let tokens = name.split(separator: "_").filter { $0.contains("-") }
    part = tokens.filter { $0.hasPrefix("split-") }.map { $0.dropFirst(6) }.joined()
    // Those of subjects and sessions have a label.
    folder = folders.last.flatMap { $0.contains("-") ? nil : $0 } ?? ""
    if !folder.isEmpty, !Self.foldersWithEvents.contains(folder) {
      folders[folders.count - 1] = "beh"
    }
    let entities = tokens.filter { !$0.hasPrefix("split-") }.joined(separator: "_")
    plain = (folders + [Substring(entities)]).joined(separator: "/")
  }

  /// The path without the suffix.
  ///
  /// - Parameter isShared: whether recordings of several folders have the name, and it has to say
  ///   which one it is.
  func stem(isShared: Bool) -> String {
    let label = ((isShared ? String(folder) : "") + part)
      .filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return plain + "_" + Self.mark + label + "_events"
  }

  static let mark = "desc-opsoscope"

  private static let foldersWithEvents: Set<Substring> = ["beh", "eeg", "ieeg", "meg", "nirs"]
}
