public import Recordings

/// A column map as people edit it: JSON, one column a line.
public enum ColumnMapListing {
  /// - Throws: only what the encoding of the map throws.
  public static func text(of map: ColumnMap) throws -> String {
    let lines = try map.columns.map { "  " + JSONWriter.line(try JSONValueEncoder.value($0)) }
    return "{ \"columns\": [\n"
      + lines.map { $0.split(separator: "\n").joined() }
      .joined(separator: ",\n") + "\n] }\n"
  }
}
