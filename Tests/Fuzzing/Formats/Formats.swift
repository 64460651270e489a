import Recordings

/// The devices' formats, which say everything themselves, compressed or not.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFormats(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: data, count: size))
  let screen = Screen(
    widthPixels: 1920, heightPixels: 1080, widthMillimetres: 531, heightMillimetres: 299)
  let options = ReadingOptions(screen: screen, distance: 600, allowsUncalibrated: true)
  _ = try? RecordingReader(options: options).recordings(in: bytes, id: "fuzz")
  return 0
}
