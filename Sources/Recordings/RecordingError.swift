/// Why a file could not be read as a recording.
///
/// Its description is one sentence for the user: the file, the place in it, what was expected, what
/// was found, and what to do.
public struct RecordingError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file, as the user named it.
  public let file: String
  /// What is wrong with it.
  public let problem: Problem

  public init(file: String, problem: Problem) {
    self.file = file
    self.problem = problem
  }

  public var description: String { "\(file): \(problem)" }

  /// A word for what is wrong that never changes, such as `no-unit`, for manifests and scripts.
  public var code: String { problem.code }

  /// Whose fault it is: the data's, a file's that is not there, or the system's.
  public var kind: Kind { problem.kind }

  /// Whose fault a problem is; decides the exit code.
  public enum Kind: Sendable, Equatable {
    /// The data cannot be read as a recording (65).
    case data
    /// There is no such input, or it must not be read (66).
    case noInput
    /// The system failed to read it (74).
    case inputOutput
  }

  /// What is wrong with a file.
  public enum Problem: Error, Sendable, Equatable {
    case notFound
    case notPermitted
    case notAFile(found: String)
    case unreadable(reason: String)
    case damagedGzip(reason: String)

    case empty
    case binary(offset: Int)
    case notUTF8(found: String)
    case lineTooLong(limit: Int)
    case headerOnly(columns: Int)
    case notSamples(found: String)
    case noHeader(columns: Int)
    case noPositionColumn(columns: [String])
    case noUnit(columns: [String])
    case unitOfSome(columns: [String], others: [String])
    case pixelsWithoutGeometry(unit: String, known: String)
    case implausibleScreen(millimetres: [Double], distance: Double)
    case uncalibrated(unit: String)
    case noClock(columns: [String])
    case rowsOfOneEye(column: String)
    case noTimeUnit(column: String, step: Double)
    case samplesOrMilliseconds(column: String)
    case constantClock(column: String, line: Int)
    case backwardClock(column: String, stepsBack: Int, rows: Int)
    case coarseClock(column: String, seconds: Double, fewest: Int, most: Int)
    case unreadableClock(column: String, unreadable: Int, rows: Int)
    case unreadablePositions(column: String, line: Int, cell: String)
    case implausibleRate(hertz: Double)
    case implausibleClock(column: String, unit: String, hertz: Double)
    case tooFewSamples(found: Int)
    case irregularRows(irregular: Int, rows: Int, expected: Int, line: Int)
    case ambiguousValidity(column: String, values: String)
    case ambiguousConfidence(column: String)
    case unknownColumn(name: String, columns: [String])
    case badColumnMap(reason: String)
    case badSidecar(name: String, reason: String)
    case noSidecar(name: String)
    case tooManyRecordings(limit: Int)
    case mixedLayouts(line: Int, first: String, second: String)
    case nothingInRange(from: Double, to: Double, duration: Double)
    case tooLarge(rows: Int, limit: Int)
  }
}
