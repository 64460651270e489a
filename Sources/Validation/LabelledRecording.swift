package import Recordings

/// A recording with a label for each of its samples.
package struct LabelledRecording: Sendable {
  package let recording: Recording
  /// What each sample is.
  package let labels: [Label]

  package enum Label: Sendable, Equatable { case saccade, other, undefined }

  package init(recording: Recording, labels: [Label]) {
    precondition(labels.count == recording.sampleCount, "a label for each sample")
    self.recording = recording
    self.labels = labels
  }

  /// Reads a file, and the column of labels beside its channels.
  ///
  /// The labels are read like a channel of their own, a value a row, so that every table that the
  /// reader understands can carry them.
  ///
  /// - Throws: ``ValidationFailure``
  package init(file: String, meaning: LabelMeaning) throws(ValidationFailure) {
    let id = file.split(separator: "/").last.map(String.init) ?? file
    let recording = try Self.recording(file, id: id, ReadingOptions())
    var found: [Float]?
    for column in meaning.columns where found == nil {
      let map = ColumnMap(columns: [.init(column: column, role: "x", unit: "deg")])
      let options = ReadingOptions(columns: map, rate: recording.samplingRate)
      found = try? Self.recording(file, id: id, options).traces.first?.horizontal
    }
    guard let codes = found else {
      throw .noLabelColumn(path: file, columns: meaning.columns)
    }
    guard codes.count == recording.sampleCount, !recording.clock.resampled else {
      throw .notAligned(path: file, samples: recording.sampleCount, labels: codes.count)
    }
    self.init(
      recording: recording,
      labels: codes.map { code in
        guard code.isFinite, let number = Int(exactly: code) else { return .undefined }
        return meaning.isSaccade(number)
          ? .saccade : meaning.isUndefined(number) ? .undefined : .other
      })
  }

  private static func recording(
    _ file: String, id: String, _ options: ReadingOptions
  ) throws(ValidationFailure) -> Recording {
    do throws(RecordingError) {
      let recordings = try RecordingReader(options: options).recordings(at: file, id: id)
      guard let first = recordings.first else {
        throw RecordingError(file: file, problem: .empty)
      }
      return first
    } catch {
      throw .unreadableRecording(reason: error.description)
    }
  }

  /// The stretches of samples that are labelled as a saccade, each from its first sample to the one
  /// after its last.
  package var saccades: [Range<Int>] {
    var stretches: [Range<Int>] = []
    var first: Int?
    for (sample, label) in labels.enumerated() {
      if label == .saccade {
        first = first ?? sample
      } else if let start = first {
        stretches.append(start..<sample)
        first = nil
      }
    }
    if let start = first { stretches.append(start..<labels.count) }
    return stretches
  }
}
