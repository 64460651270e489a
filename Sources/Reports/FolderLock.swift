#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Keeps a second run from writing to a folder: held until this value, or the process, is gone.
///
/// It leaves no file. File systems that know no locks are trusted.
final class FolderLock: Sendable {
  private let descriptor: Int32

  /// - Throws: `ReportsError.inUse` where another process holds it.
  init(path: String) throws(ReportsError) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else {
      return
    }
    close(descriptor)
    throw .inUse(path: path)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
