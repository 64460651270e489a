import Synchronization

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
struct OutputFolder: Sendable {
  let path: String

  /// Creates the folder, and those above it, where they are not there.
  ///
  /// - Throws: `ReportsError.cannotCreate`.
  init(creating path: String) throws(ReportsError) {
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

  /// Writes a file, and the folders above it below this one.
  ///
  /// - Throws: any `ReportsError`.
  func write(_ text: String, to name: String) throws(ReportsError) {
    let (folder, file) = try parent(of: name, creating: true)
    defer { close(folder) }
    let temporary = try write(text, aside: name, in: folder)
    guard renameat(folder, temporary, folder, file) == 0 else {
      let reason = Self.reason()
      unlinkat(folder, temporary, 0)
      throw .cannotCreate(path: path + "/" + name, reason: reason)
    }
  }

  /// Removes a file; one that is not there is as good as removed.
  func remove(_ name: String) {
    guard let (folder, file) = try? parent(of: name, creating: false) else { return }
    unlinkat(folder, file, 0)
    close(folder)
  }

  /// - Returns: the name of the file that holds the text.
  private func write(
    _ text: String, aside name: String, in folder: Int32
  ) throws(ReportsError) -> String {
    let number = Self.counter.add(1, ordering: .relaxed).newValue
    let temporary = ".opsoscope-\(getpid())-\(number).partial"
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    // What an earlier process of the same number left behind is in the way.
    unlinkat(folder, temporary, 0)
    let file = openat(folder, temporary, flags, 0o666)
    guard file >= 0 else {
      throw .cannotCreate(path: path + "/" + name, reason: Self.reason())
    }
    var text = text
    let isWritten = text.withUTF8 { writeAll($0, to: file) }
    let reason = Self.reason()
    // Some file systems tell only now that they are full.
    guard close(file) == 0, isWritten else {
      let reason = isWritten ? Self.reason() : reason
      unlinkat(folder, temporary, 0)
      throw .cannotWrite(path: path + "/" + name, reason: reason)
    }
    return temporary
  }

  /// The folder that a file is in, opened, and its name there.
  private func parent(
    of name: String, creating: Bool
  ) throws(ReportsError) -> (folder: Int32, file: String) {
    let components = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let file = components.last, components.allSatisfy(Self.isUsable) else {
      throw .unusableName(id: name)
    }
    var folder = try opened()
    for component in components.dropLast() {
      if creating { mkdirat(folder, component, 0o777) }
      let next = openat(folder, component, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
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

  private static let counter = Atomic<Int>(0)
}

/// - Returns: whether everything was written; where not, `errno` says why.
private func writeAll(_ bytes: UnsafeBufferPointer<UInt8>, to file: Int32) -> Bool {
  var rest = UnsafeRawBufferPointer(bytes)
  while !rest.isEmpty {
    let count = write(file, rest.baseAddress, rest.count)
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { return false }
    rest = UnsafeRawBufferPointer(rebasing: rest[count...])
  }
  return true
}
