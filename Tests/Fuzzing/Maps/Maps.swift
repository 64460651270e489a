import Recordings

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Maps of columns, as a line and as JSON, and the same table read with them, whole and split.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMaps(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: data, count: size)
  let line = try? ColumnMap(parsing: String(decoding: bytes, as: UTF8.self))
  let json = try? JSONDecoder().decode(ColumnMap.self, from: Data(bytes))
  for map in [line, json].compactMap({ $0 }) {
    for splitColumn in [nil, "word"] {
      let options = ReadingOptions(
        columns: map, splitColumn: splitColumn, allowsUncalibrated: true)
      _ = try? RecordingReader(options: options).recordings(in: table, id: "fuzz")
    }
  }
  return 0
}

private let table: [UInt8] = {
  let rows = (0..<50).map {
    "\($0 * 2),\(Double($0) / 8),-0.5,3.1,\($0 < 25 ? "a" : "b"),\($0 % 5)"
  }
  return Array((["TS,LX,LY,P,word,q"] + rows).joined(separator: "\n").utf8)
}()
