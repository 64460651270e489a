import Testing

@testable import Recordings

/// The only recording in a text.
func read(
  _ text: String, options: ReadingOptions = ReadingOptions(), name: String = "test.csv"
) throws -> Recording {
  let recordings = try RecordingReader(options: options)
    .recordings(in: Array(text.utf8), name: name, id: "test")
  #expect(recordings.count == 1)
  return try #require(recordings.first)
}

/// Why a text can't be read.
func problem(
  reading text: String, options: ReadingOptions = ReadingOptions(), name: String = "test.csv"
) -> RecordingError? {
  problem(reading: Array(text.utf8), options: options, name: name)
}

/// Why bytes can't be read.
func problem(
  reading bytes: [UInt8], options: ReadingOptions = ReadingOptions(), name: String = "test.csv"
) -> RecordingError? {
  do throws(RecordingError) {
    _ = try RecordingReader(options: options).recordings(in: bytes, name: name, id: "test")
    return nil
  } catch {
    return error
  }
}

/// A table of samples: a header, then rows of a time and what `cells` makes of the row's number.
func rows(
  _ header: String, count: Int = 50, step: Double, cells: (Int) -> String
) -> String {
  table(header, times: (0..<count).map { (Double($0) * step * 1e6).rounded() / 1e6 }, cells: cells)
}

/// A table of samples at given times.
func table(_ header: String, times: [Double], cells: (Int) -> String = { "\($0),0" }) -> String {
  let lines = times.enumerated().map { row, time in
    let isWhole = time == time.rounded() && abs(time) < 1e15
    return "\(isWhole ? "\(Int64(time))" : "\(time)"),\(cells(row))"
  }
  return ([header] + lines).joined(separator: "\n") + "\n"
}

/// A screen on which a pixel at the middle is 1/60 radian: 10 mm seen from 600 mm.
let tenMillimetrePixels = ReadingOptions(
  screen: Screen(
    widthPixels: 100, heightPixels: 80, widthMillimetres: 1000, heightMillimetres: 800),
  distance: 600)

/// Values that may be missing: `NaN` equals `NaN`.
func same(_ a: [Float]?, _ b: [Float]) -> Bool {
  guard let a, a.count == b.count else { return false }
  return zip(a, b).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }
}
