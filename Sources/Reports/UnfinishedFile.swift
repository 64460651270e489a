import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is being written, under a hidden name: finishing it gives it its own, and where that
/// does not happen nothing of it is left.
package struct UnfinishedFile: ~Copyable {
  private let folder: Int32
  private let descriptor: Int32
  private let name: String
  private let temporaryName: String
  /// The whole path, for messages.
  private let path: String
  private var isClosed = false
  private var isFinished = false

  /// - Parameters:
  ///   - folder: the open folder that it is in, which it closes.
  ///   - name: its name there, once it is finished.
  /// - Throws: `ReportsError.cannotCreate`.
  init(in folder: Int32, name: String, path: String) throws(ReportsError) {
    let number = Self.counter.add(1, ordering: .relaxed).newValue
    let temporaryName = "\(Self.prefix)\(getpid())-\(number)\(Self.suffix)"
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    var descriptor = openat(folder, temporaryName, flags, 0o666)
    if descriptor < 0, errno == EEXIST {
      // What an earlier process of the same number left behind.
      unlinkat(folder, temporaryName, 0)
      descriptor = openat(folder, temporaryName, flags, 0o666)
    }
    guard descriptor >= 0 else {
      let code = errno
      let reason = String(cString: strerror(code))
      close(folder)
      if [ENOSPC, EDQUOT, EIO].contains(code) { throw .cannotWrite(path: path, reason: reason) }
      throw .cannotCreate(path: path, reason: reason)
    }
    self.folder = folder
    self.descriptor = descriptor
    self.name = name
    self.temporaryName = temporaryName
    self.path = path
  }

  deinit {
    if !isClosed { close(descriptor) }
    if !isFinished { unlinkat(folder, temporaryName, 0) }
    close(folder)
  }

  /// Puts bytes behind those that it has.
  ///
  /// - Throws: `ReportsError.cannotWrite`.
  package func append(_ bytes: [UInt8]) throws(ReportsError) {
    guard bytes.withUnsafeBytes({ $0.writeAll(to: descriptor) }) else {
      throw .cannotWrite(path: path, reason: String(cString: strerror(errno)))
    }
  }

  /// Puts it in the place of what has its name, be it a file or a link.
  ///
  /// - Throws: `ReportsError.cannotWrite`, for some file systems tell only now that they are full,
  ///   or `.cannotCreate` where the name is a folder's.
  package consuming func finish() throws(ReportsError) {
    isClosed = true
    guard close(descriptor) == 0 else {
      throw .cannotWrite(path: path, reason: String(cString: strerror(errno)))
    }
    guard renameat(folder, temporaryName, folder, name) == 0 else {
      throw .cannotCreate(path: path, reason: String(cString: strerror(errno)))
    }
    isFinished = true
  }

  /// Whether a name is that of a file that was not finished.
  static func isTemporary(_ name: String) -> Bool {
    name.hasPrefix(prefix) && name.hasSuffix(suffix)
  }

  private static let prefix = ".opsoscope-"
  private static let suffix = ".partial"
  private static let counter = Atomic<Int>(0)
}
