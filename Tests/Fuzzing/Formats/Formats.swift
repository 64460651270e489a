import Recordings

/// The devices' formats, which say everything themselves, compressed or not; then with a column that
/// splits them, with the map that the reader suggests, and with one that takes a column for another.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFormats(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: data, count: size))
  let screen = Screen(
    widthPixels: 1920, heightPixels: 1080, widthMillimetres: 531, heightMillimetres: 299)
  let plain = ReadingOptions(screen: screen, distance: 600, allowsUncalibrated: true)
  var split = plain
  split.splitColumn = "trial"
  var suggested = plain
  suggested.columns = try? RecordingReader(options: plain).suggestedMap(in: bytes).map
  var other = plain
  other.columns = try? ColumnMap(parsing: "1=time:ms,2=x:deg,3=validity:0")
  for options in [plain, split, suggested, other] {
    _ = try? RecordingReader(options: options).recordings(in: bytes, id: "fuzz")
  }
  return 0
}
