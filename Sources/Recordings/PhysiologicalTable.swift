/// A table of what a body did, as BIDS keeps it: of the eyes, or of the heart, the breath, the skin.
package enum PhysiologicalTable {
  /// Whether a table may be of the eyes: not where what stands beside it names something else alone.
  ///
  /// - Parameter folders: those that were listed before.
  package static func mayBeOfEyes(at path: String, in folders: inout SidecarFolders) -> Bool {
    (try? Sidecar(of: path, in: &folders))?.isOfEyes ?? true
  }
}
