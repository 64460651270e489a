/// The files that paths lead to.
struct InputSearch {
  private(set) var files: [InputFile] = []
  /// What is known to fail before it is read.
  private(set) var failures: [(file: InputFile, error: CohortError)] = []
  /// The folders that were searched, as they were given.
  private(set) var folders: [String] = []
  /// Whether a folder was given that is never searched.
  private(set) var wasGivenExcluded = false
  private let excluded: Set<FileProperties.Identity>

  /// - Parameter output: a folder that is never searched.
  init(excluding output: String?) {
    let identity = output.flatMap { path in try? FileProperties(path: path).identity }
    excluded = identity.map { [$0] } ?? []
  }

  /// - Parameter isListed: whether the path is a line of a list.
  mutating func add(_ path: String, isListed: Bool = false) {
    if path == InputFile.standardInput, !isListed {
      files.append(InputFile(path: path, relativePath: path, bytes: nil))
      return
    }
    let relativePath = isListed ? Self.listedName(path) : InputFile.name(ofPath: path)
    do throws(CohortError) {
      let properties = try FileProperties(path: path)
      if excluded.contains(properties.identity) { wasGivenExcluded = true }
      if properties.kind == .folder { return search(path) }
      let bytes = properties.kind == .file ? properties.bytes : nil
      files.append(InputFile(path: path, relativePath: relativePath, bytes: bytes))
    } catch .notFound where expand(path) {
      return
    } catch {
      failures.append((InputFile(path: path, relativePath: relativePath, bytes: nil), error))
    }
  }

  private mutating func search(_ folder: String) {
    folders.append(folder)
    let walk = FolderWalk(root: folder, excluding: excluded)
    files += walk.files
    failures += walk.problems
  }

  /// - Returns: whether the path is a pattern that something matches.
  private mutating func expand(_ path: String) -> Bool {
    guard let pattern = PathPattern(path) else { return false }
    let walk = FolderWalk(root: pattern.root, excluding: excluded)
    let found = walk.files.filter { pattern.matches($0.relativePath) }
    guard !found.isEmpty else { return false }
    folders.append(path)
    files += found
    failures += walk.problems.filter { pattern.matches($0.file.relativePath) }
    return true
  }

  /// The path of a list's line as it stands there, where it leads down from the current folder;
  /// else its name.
  private static func listedName(_ path: String) -> String {
    let components = path.split(separator: "/").filter { $0 != "." }
    guard !path.hasPrefix("/"), !components.contains("..") else {
      return InputFile.name(ofPath: path)
    }
    return components.joined(separator: "/")
  }
}
