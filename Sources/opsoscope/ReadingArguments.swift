import ArgumentParser
import Recordings

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a file does not say about itself: the options of every command that reads recordings.
struct ReadingArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What columns are, where their names do not say it: 'TS=time:ms,LX=left.x:px', or a file"
        + " with the same as JSON.",
      valueName: "map"))
  var columns: String?

  @Option(
    help: ArgumentHelp("The unit of positions whose columns do not name it.", valueName: "unit"))
  var unit: PositionUnit?

  @Option(help: ArgumentHelp("The sampling rate, where no column tells the time.", valueName: "hz"))
  var rate: Double?

  @Option(
    help: ArgumentHelp(
      "The screen that pixels lie on, such as 1920x1080px,531x299mm.", valueName: "size"))
  var screen: Screen?

  @Option(
    help: ArgumentHelp("From the eye to the screen, such as 600mm.", valueName: "distance"),
    transform: millimetres)
  var distance: Double?

  @Option(
    help: ArgumentHelp("Read from this second of the recording on.", valueName: "seconds"))
  var from: Double?

  @Option(help: ArgumentHelp("Read up to this second.", valueName: "seconds"))
  var to: Double?

  @Option(
    help: ArgumentHelp(
      "The column each of whose values is a recording of its own.", valueName: "column"))
  var split: String?

  @Flag(help: "Read positions that cannot be turned into degrees, to judge their timing alone.")
  var uncalibrated = false

  func validate() throws {
    if let rate, !(rate > 0 && rate.isFinite) {
      throw ValidationError("--rate \(rate): expected a number of Hz above 0.")
    }
    if let from, !(from >= 0 && from.isFinite) {
      throw ValidationError("--from \(from): expected seconds, 0 or more.")
    }
    if let to, !(to > from ?? 0 && to.isFinite) {
      throw ValidationError("--to \(to): expected seconds after \(from ?? 0).")
    }
    _ = try options()
  }

  /// - Throws: `ValidationError` where the columns cannot be understood.
  func options() throws -> ReadingOptions {
    ReadingOptions(
      columns: try columns.map(Self.columnMap), unit: unit, rate: rate, screen: screen,
      distance: distance, from: from, to: to, splitColumn: split,
      allowsUncalibrated: uncalibrated)
  }

  private static func columnMap(_ text: String) throws -> ColumnMap {
    do {
      guard !text.contains("=") else { return try ColumnMap(parsing: text) }
      guard FileManager.default.fileExists(atPath: text) else {
        throw ValidationError(
          "--columns \(text): no such file; check the path, or give columns as COLUMN=ROLE:UNIT, …."
        )
      }
      let data = try Data(contentsOf: URL(fileURLWithPath: text))
      return try JSONDecoder().decode(ColumnMap.self, from: data)
    } catch let problem as RecordingError.Problem {
      throw ValidationError("--columns: \(problem)")
    } catch let error as ValidationError {
      throw error
    } catch {
      throw ValidationError(
        "--columns \(text): expected COLUMN=ROLE:UNIT, …, or a file with a column map as JSON.")
    }
  }
}

extension PositionUnit: ExpressibleByArgument {}

extension Screen: ExpressibleByArgument {
  /// `1920x1080px,531x299mm`, in either order.
  public init?(argument: String) {
    var pixels: (Double, Double)?
    var millimetres: (Double, Double)?
    for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
      let unit = part.suffix(2)
      let sides = part.dropLast(2).split(separator: "x").compactMap { Double($0) }
      guard sides.count == 2, sides.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
      switch unit {
      case "px" where pixels == nil: pixels = (sides[0], sides[1])
      case "mm" where millimetres == nil: millimetres = (sides[0], sides[1])
      default: return nil
      }
    }
    guard let pixels, let millimetres else { return nil }
    self.init(
      widthPixels: pixels.0, heightPixels: pixels.1, widthMillimetres: millimetres.0,
      heightMillimetres: millimetres.1)
  }
}

/// `600mm`, `60cm` or `0.6m`, in millimetres.
private func millimetres(_ text: String) throws -> Double {
  for (suffix, factor) in [("mm", 1.0), ("cm", 10), ("m", 1000)] where text.hasSuffix(suffix) {
    guard let number = Double(text.dropLast(suffix.count)), number > 0, number.isFinite else {
      break
    }
    return number * factor
  }
  throw ValidationError("--distance \(text): expected a length such as 600mm.")
}
