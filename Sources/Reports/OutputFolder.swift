#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder that files are written into, each of them whole or not at all: written aside under a
/// hidden name, then renamed.
///
/// Files get the permissions that the user's umask leaves. Nothing is written through a symbolic
/// link, except that the folder itself may be one.
package struct OutputFolder: Sendable {
  let path: String

  /// Creates the folder, and those above it, where they are not there.
  ///
  /// - Throws: `ReportsError.cannotCreate`.
  package init(creating path: String) throws(ReportsError) {
    self.path = path
    var end = path.startIndex
    while end < path.endIndex {
      let start = path[end...].firstIndex { $0 != "/" } ?? path.endIndex
      end = path[start...].firstIndex(of: "/") ?? path.endIndex
      guard mkdir(String(path[..<end]), 0o777) != 0, ![EEXIST, EISDIR].contains(errno) else {
        continue
      }
      // A folder that may not be written to can still hold one that may.
      guard end < path.endIndex, errno == EACCES || errno == EROFS else {
        throw .cannotCreate(path: path, reason: Self.reason())
      }
    }
    close(try opened())
  }

  /// A folder that is there, to be read.
  init(existing path: String) {
    self.path = path
  }

  /// Writes a file, and the folders above it below this one.
  ///
  /// - Throws: any `ReportsError`.
  func write(_ text: String, to name: String) throws(ReportsError) {
    try write(Array(text.utf8), to: name)
  }

  func write(_ bytes: [UInt8], to name: String) throws(ReportsError) {
    let file = try file(name)
    try file.append(bytes)
    try file.finish()
  }

  /// Writes a file of which no more than a piece is in memory at a time.
  ///
  /// - Throws: any `ReportsError`.
  func write(lines: some Sequence<String>, to name: String) throws(ReportsError) {
    let file = try file(name)
    var piece: [UInt8] = []
    for line in lines {
      piece += line.utf8
      guard piece.count >= 1 << 16 else { continue }
      try file.append(piece)
      piece.removeAll(keepingCapacity: true)
    }
    try file.append(piece)
    try file.finish()
  }

  /// Looks at what a file that the user named would take the place of: a file may go, a device, a
  /// pipe, a link or a folder is there for something else.
  ///
  /// - Throws: `ReportsError.notReplaceable`.
  package static func checkReplaceable(_ path: String) throws(ReportsError) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    let found: String
    switch status.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: found = "a folder"
    case S_IFLNK: found = "a symbolic link"
    case S_IFIFO: found = "a pipe"
    case S_IFSOCK: found = "a socket"
    default: found = "a device"
    }
    throw .notReplaceable(path: path, found: found)
  }

  /// Begins a file, and creates the folders above it below this one.
  ///
  /// - Throws: any `ReportsError`.
  package func file(_ name: String) throws(ReportsError) -> UnfinishedFile {
    let (folder, file) = try parent(of: name, creating: true)
    return try UnfinishedFile(in: folder, name: file, path: path + "/" + name)
  }

  /// Removes a file; one that is not there is as good as removed.
  func remove(_ name: String) {
    guard let (folder, file) = try? parent(of: name, creating: false) else { return }
    unlinkat(folder, file, 0)
    close(folder)
  }

  /// The contents of a file; `nil` where there is none that can be read, or it is no text.
  func text(of name: String) -> String? {
    guard let bytes = bytes(of: name) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// The bytes of a file; `nil` where there is none that can be read.
  func bytes(of name: String) -> [UInt8]? {
    withFile(name) { file in
      var status = stat()
      guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
      var filled = 0
      while filled < bytes.count {
        let count = bytes.withUnsafeMutableBytes {
          read(file, $0.baseAddress?.advanced(by: filled), $0.count - filled)
        }
        guard count > 0 else { return nil }
        filled += count
      }
      return bytes
    }
  }

  /// Whether there is a file whose last byte ends a line, as that of a whole table does.
  func endsInLineEnd(_ name: String) -> Bool {
    withFile(name) { file in
      var last: UInt8 = 0
      let size = lseek(file, 0, SEEK_END)
      return size > 0 && pread(file, &last, 1, size - 1) == 1 && last == UInt8(ascii: "\n")
    } ?? false
  }

  private func withFile<Result>(_ name: String, _ body: (Int32) -> Result?) -> Result? {
    guard let (folder, name) = try? parent(of: name, creating: false) else { return nil }
    defer { close(folder) }
    let file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    return body(file)
  }

  /// Removes the folders that a file was in, as far as nothing else is in them.
  func removeEmptyFolders(above name: String) {
    guard let slash = name.lastIndex(of: "/") else { return }
    let above = String(name[..<slash])
    guard let (folder, name) = try? parent(of: above, creating: false) else { return }
    let isRemoved = unlinkat(folder, name, AT_REMOVEDIR) == 0
    close(folder)
    if isRemoved { removeEmptyFolders(above: above) }
  }

  /// The folder that a file is in, opened, and its name there.
  private func parent(
    of name: String, creating: Bool
  ) throws(ReportsError) -> (folder: Int32, file: String) {
    let components = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let file = components.last, components.allSatisfy(Self.isUsable) else {
      throw .unusableName(id: name)
    }
    guard var folder = try? opened() else {
      throw .folderLost(path: path, reason: Self.reason())
    }
    for component in components.dropLast() {
      let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
      var next = openat(folder, component, flags)
      if next < 0, creating, errno == ENOENT {
        mkdirat(folder, component, 0o777)
        next = openat(folder, component, flags)
      }
      let reason = Self.reason()
      close(folder)
      guard next >= 0 else { throw .cannotCreate(path: path + "/" + name, reason: reason) }
      folder = next
    }
    return (folder, file)
  }

  private func opened() throws(ReportsError) -> Int32 {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw .cannotCreate(path: path, reason: Self.reason()) }
    return folder
  }

  private static func isUsable(_ component: String) -> Bool {
    !["", ".", ".."].contains(component) && !component.utf8.contains(0)
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
