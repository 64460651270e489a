/// A path with wildcards: `*` and `?` stand for letters of one name, `[ab]` for one of several,
/// `**` for any number of folders.
struct PathPattern {
  /// The folder above the first wildcard, which is the root of the ids.
  let root: String
  private let pattern: [[Character]]

  /// - Returns: `nil` where there is no wildcard.
  init?(_ path: String) {
    let components = path.split(separator: "/", omittingEmptySubsequences: true).map(Array.init)
    guard let first = components.firstIndex(where: { !Set($0).isDisjoint(with: "*?[") }) else {
      return nil
    }
    let folder = components[..<first].map { String($0) }.joined(separator: "/")
    root = (path.hasPrefix("/") ? "/" : "") + (folder.isEmpty ? "." : folder)
    pattern = Array(components[first...])
  }

  /// Whether a path below the root, or a folder above it, is what the pattern describes.
  func matches(_ relativePath: String) -> Bool {
    Self.matches(pattern[...], relativePath.split(separator: "/").map(Array.init)[...])
  }

  private static func matches(
    _ pattern: ArraySlice<[Character]>, _ path: ArraySlice<[Character]>
  ) -> Bool {
    guard let name = pattern.first else { return true }
    guard name != ["*", "*"] else {
      return matches(pattern.dropFirst(), path)
        || (!path.isEmpty && matches(pattern, path.dropFirst()))
    }
    guard let first = path.first, matches(name[...], first[...]) else { return false }
    return matches(pattern.dropFirst(), path.dropFirst())
  }

  private static func matches(_ name: ArraySlice<Character>, _ text: ArraySlice<Character>) -> Bool
  {
    switch name.first {
    case nil: return text.isEmpty
    case "*":
      return matches(name.dropFirst(), text) || (!text.isEmpty && matches(name, text.dropFirst()))
    case "?": return !text.isEmpty && matches(name.dropFirst(), text.dropFirst())
    case "[":
      guard let end = name.firstIndex(of: "]"), let letter = text.first else { return false }
      return name[name.startIndex + 1..<end].contains(letter)
        && matches(name[(end + 1)...], text.dropFirst())
    case let letter?:
      return text.first == letter && matches(name.dropFirst(), text.dropFirst())
    }
  }
}
