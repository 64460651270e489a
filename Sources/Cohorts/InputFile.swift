/// A file to be read.
public struct InputFile: Sendable, Equatable {
  /// Where it is opened; `-` is the standard input.
  public let path: String
  /// The path below the folder that was given; for a file that was given, its name. All that
  /// results say of where a file was.
  public let relativePath: String
  /// Its size; `nil` where that is not known, as of a pipe.
  public let bytes: Int?

  public init(path: String, relativePath: String, bytes: Int?) {
    self.path = path
    self.relativePath = relativePath
    self.bytes = bytes
  }

  /// The id of its recording.
  public var id: String {
    if path == Self.standardInput { return "stdin" }
    return folder + InputName(Self.name(ofPath: relativePath)).recordingStem
  }

  /// The path of the standard input.
  public static let standardInput = "-"

  var inputName: InputName { InputName(Self.name(ofPath: relativePath)) }

  /// The folders of the relative path, with the slash at their end.
  private var folder: String {
    relativePath.lastIndex(of: "/").map { String(relativePath[...$0]) } ?? ""
  }

  /// The last component of a path.
  static func name(ofPath path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
