public import Recordings

/// From a recording to what the eyes did in it.
public struct MovementFinder: Sendable {
  public let parameters: MovementParameters

  public init(parameters: MovementParameters = MovementParameters()) {
    self.parameters = parameters
  }

  public func saccadeRanges(in recording: Recording) -> [Range<Int>] {
    let version = VersionSignal(of: recording, parameters: parameters)
    let positions = GazePositions(recording, version: version)
    let segments = version.segments
    let detector = SaccadeDetector(parameters: parameters, version: version, positions: positions)
    return detector.candidates(in: segments).map { $0.onset..<$0.offset }
  }
}
