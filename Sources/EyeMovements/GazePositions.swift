import Recordings

/// Where the eyes point, read across eyes that come and go.
///
/// A displacement is the mean of the displacements of the eyes that are valid at both ends, so that
/// the difference between the eyes' positions never counts as movement.
struct GazePositions {
  private let horizontal: [[Float]]
  private let vertical: [[Float]]
  let torsional: [[Float]]
  let traces: [EyeTrace]
  private let version: VersionSignal

  init(_ recording: Recording, version: VersionSignal) {
    traces = recording.traces
    horizontal = recording.traces.compactMap(\.horizontal)
    vertical = recording.traces.compactMap(\.vertical)
    torsional = recording.traces.compactMap(\.torsional)
    self.version = version
  }

  /// Torsion in the place of the horizontal axis, alone.
  init(torsionOf recording: Recording, version: VersionSignal) {
    traces = recording.traces
    horizontal = recording.traces.compactMap(\.torsional)
    vertical = []
    torsional = horizontal
    self.version = version
  }

  /// Whether no eye has a position at a sample.
  func isMissing(_ sample: Int) -> Bool {
    !(Self.anyIsValid(horizontal, sample) && Self.anyIsValid(vertical, sample))
  }

  /// Whether any sample of a range is missing in all eyes.
  func hasMissing(in range: Range<Int>) -> Bool {
    let isComplete = [horizontal, vertical].allSatisfy { eyes in
      eyes.isEmpty || eyes.contains { !$0[range].hasMissing }
    }
    return !isComplete && range.contains(where: isMissing)
  }

  private static func anyIsValid(_ eyes: [[Float]], _ sample: Int) -> Bool {
    eyes.isEmpty || eyes.contains { $0[sample].isFinite }
  }

  /// From one sample to another; 0 on an axis that was not recorded.
  func displacement(from first: Int, to last: Int) -> SIMD2<Float> {
    let x = Self.displacement(horizontal, first, last)
    let y = Self.displacement(vertical, first, last)
    let integrated = x == nil || y == nil ? integral(from: first, to: last) : SIMD2()
    return SIMD2(x ?? integrated.x, y ?? integrated.y)
  }

  /// From the first sample of a step to the one after its last; `nil` where one of the two is missing in
  /// all eyes.
  func known(_ step: Range<Int>) -> SIMD2<Float>? {
    let (first, last) = (step.lowerBound, step.upperBound)
    if let x = Self.displacement(horizontal, first, last),
      let y = Self.displacement(vertical, first, last)
    {
      return SIMD2(x, y)
    }
    return isMissing(first) || isMissing(last) ? nil : displacement(from: first, to: last)
  }

  /// Those of up to sixteen samples from which the eye may go furthest in a step, and further than the
  /// square of a way: one or none; all of them with missing samples, and at a recording's end.
  func longestSteps(in samples: Range<Int>, _ step: Int, above square: Float) -> Range<Int> {
    guard let x = Self.steps(horizontal, samples.lowerBound, step),
      let y = Self.steps(vertical, samples.lowerBound, step)
    else { return samples }
    var squares = x * x + y * y
    guard squares.sum().isFinite else { return samples }
    squares.replace(with: -1, where: .ascending .>= Float(samples.count))
    let longest = squares.max()
    guard longest > square, let lane = squares.indices.first(where: { squares[$0] == longest })
    else { return samples.lowerBound..<samples.lowerBound }
    return samples.lowerBound + lane..<samples.lowerBound + lane + 1
  }

  /// The displacements from sixteen samples on, each to the one so many samples behind.
  private static func steps(_ eyes: [[Float]], _ first: Int, _ step: Int) -> SIMD16<Float>? {
    var sum = SIMD16<Float>()
    for eye in eyes {
      guard first + step + sum.scalarCount <= eye.count else { return nil }
      eye.withUnsafeBytes { bytes in
        let stride = MemoryLayout<Float>.stride
        func lanes(_ sample: Int) -> SIMD16<Float> {
          bytes.loadUnaligned(fromByteOffset: sample * stride, as: SIMD16<Float>.self)
        }
        sum += lanes(first + step) - lanes(first)
      }
    }
    return eyes.isEmpty ? sum : sum / Float(eyes.count)
  }

  private static func displacement(_ eyes: [[Float]], _ first: Int, _ last: Int) -> Float? {
    guard !eyes.isEmpty else { return 0 }
    var sum: Float = 0
    var count: Float = 0
    for eye in eyes {
      let step = eye[last] - eye[first]
      guard step.isFinite else { continue }
      sum += step
      count += 1
    }
    return count > 0 ? sum / count : nil
  }

  private func integral(from first: Int, to last: Int) -> SIMD2<Float> {
    guard last > first else { return SIMD2() }
    var sum = SIMD2<Float>()
    for sample in first..<last {
      if !version.horizontalVelocity.isEmpty, version.horizontalVelocity[sample].isFinite {
        sum.x += version.horizontalVelocity[sample]
      }
      if !version.verticalVelocity.isEmpty, version.verticalVelocity[sample].isFinite {
        sum.y += version.verticalVelocity[sample]
      }
    }
    return sum / Float(version.samplingRate)
  }

  /// The mean of the valid eyes; `NaN` on an axis that was not recorded or is missing.
  func position(_ sample: Int) -> SIMD2<Float> {
    SIMD2(Self.mean(horizontal, sample), Self.mean(vertical, sample))
  }

  private static func mean(_ eyes: [[Float]], _ sample: Int) -> Float {
    var sum: Float = 0
    var count: Float = 0
    for eye in eyes where eye[sample].isFinite {
      sum += eye[sample]
      count += 1
    }
    return count > 0 ? sum / count : .nan
  }
}

extension Collection<Float> {
  /// Whether a value is missing or infinite. The sum of all times zero is NaN where one is: no branch a
  /// sample.
  fileprivate var hasMissing: Bool {
    let nothing = withContiguousStorageIfAvailable { values in
      var sum: Float = 0
      var lanes = SIMD16<Float>()
      var i = 0
      while i + 16 <= values.count {
        lanes += UnsafeRawPointer(values.baseAddress! + i).loadUnaligned(as: SIMD16<Float>.self) * 0
        i += 16
      }
      while i < values.count {
        sum += values[i] * 0
        i += 1
      }
      return lanes.sum() + sum
    }
    return nothing.map(\.isNaN) ?? !allSatisfy(\.isFinite)
  }
}
