/// A folder that is laid out by the Brain Imaging Data Structure.
package enum BIDSDataSet {
  /// Whether a folder is the root of a BIDS data set of raw data: its `dataset_description.json`
  /// names a version, and it is no derivative.
  package static func isRoot(_ folder: String) -> Bool {
    guard let text = SmallFile.text(folder + "/dataset_description.json") else { return false }
    let compact = text.filter { !$0.isWhitespace }
    return compact.contains("\"BIDSVersion\":")
      && !compact.contains("\"DatasetType\":\"derivative\"")
  }

  /// Whether a name is that of a table which never holds eye tracking: behaviour, the movement of the
  /// body, samples of blood, stimuli.
  static func isOfSomethingElse(_ name: String) -> Bool {
    ["beh", "motion", "blood", "aslcontext", "stim", "optodes"].contains { suffix in
      name.hasSuffix("_\(suffix).tsv") || name.hasSuffix("_\(suffix).tsv.gz")
    }
  }
}
