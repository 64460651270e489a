/// The name of an input file: whether a folder offers it for scoring, and the id that it gives.
///
/// Names are compared by their bytes, suffixes without regard to letter case.
package struct InputName: Sendable {
  /// The last component of the path.
  let name: String

  init(_ name: String) {
    self.name = name
  }

  /// The suffixes of files that may hold samples; each also with `.gz`.
  static let suffixes = [".csv", ".tsv", ".txt", ".asc", ".dat", ".coord", ".gazedata"]

  /// Whether a folder that holds this file offers it: a name with one of the suffixes that is
  /// neither hidden nor known to hold something other than samples.
  var isCandidate: Bool {
    guard !name.utf8.starts(with: [UInt8(ascii: ".")]) else { return false }
    let stem = stem
    guard stem.count < name.withoutSuffix(".gz").count else { return false }
    return !isEventsOrTruth && !isTableAboutRecordings
  }

  /// The name without `.gz` and without one of ``suffixes``; the name itself where nothing is left.
  var stem: String {
    let plain = name.withoutSuffix(".gz")
    let match = Self.suffixes.first { plain.hasSuffixIgnoringCase($0) }
    let stem = match.map { plain.withoutSuffix($0) } ?? plain
    return stem.isEmpty ? name : stem
  }

  /// The stem without the entity that tells the files of one BIDS recording apart: `recording-eye1`
  /// and `recording-eye2` are the two eyes of one recording.
  var recordingStem: String {
    guard recordingLabel != nil else { return stem }
    return stem.split(separator: "_", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("recording-") }
      .joined(separator: "_")
  }

  /// The label of the BIDS entity `recording`, such as `eye1`; `nil` in other names.
  var recordingLabel: String? {
    guard stem.hasPrefix("sub-") else { return nil }
    return stem.split(separator: "_").first { $0.hasPrefix("recording-") }
      .map { String($0.dropFirst("recording-".count)) }
  }

  /// Whether it is that of a table of BIDS which may be of the eyes, the heart or the breath.
  var isPhysiological: Bool { stem.hasPrefix("sub-") && stem.hasSuffix("_physio") }

  /// Events and truth that stand beside a recording, ours or those of a BIDS data set.
  private var isEventsOrTruth: Bool {
    // `*_events.*`: whatever follows the first dot after it.
    let marks = ["_events.", "_truth.", "_truth_events.", "_physioevents."]
    return marks.contains { name.contains($0) }
  }

  /// Tables that describe recordings: participants, our indices, and the side tables of BIDS.
  private var isTableAboutRecordings: Bool {
    if ["participants.tsv", "index.csv"].contains(name) { return true }
    guard name.hasPrefix("sub-") else { return false }
    return ["_scans.tsv", "_sessions.tsv", "_channels.tsv", "_electrodes.tsv"]
      .contains { name.hasSuffix($0) }
  }
}

extension String {
  fileprivate func hasSuffixIgnoringCase(_ suffix: String) -> Bool {
    utf8.count >= suffix.utf8.count && self.suffix(suffix.count).lowercased() == suffix
  }

  fileprivate func withoutSuffix(_ suffix: String) -> String {
    hasSuffixIgnoringCase(suffix) ? String(dropLast(suffix.count)) : self
  }
}
