import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// A file system of a few megabytes, for as long as the value lives.
final class SmallFileSystem {
  private let path: String
  private var isMounted = true

  /// Whether this process may mount one.
  static let isPossible: Bool = {
    guard let folder = try? TemporaryFolder(),
      let system = SmallFileSystem(at: folder.path, megabytes: 1)
    else { return false }
    system.unmount()
    return true
  }()

  init?(at path: String, megabytes: Int) {
    self.path = path
    #if os(Linux)
      guard mount("tmpfs", path, "tmpfs", 0, "size=\(megabytes)m") == 0 else { return nil }
    #else
      return nil
    #endif
  }

  deinit { unmount() }

  func unmount() {
    guard isMounted else { return }
    isMounted = false
    #if os(Linux)
      umount2(path, Int32(MNT_DETACH))
    #endif
  }

  private var filler: String { path + "/filler" }

  /// Takes the room that is there, down to some bytes.
  func fill(leaving room: Int) throws {
    let attributes = try FileManager.default.attributesOfFileSystem(forPath: path)
    let free = (attributes[.systemFreeSize] as? NSNumber)?.intValue ?? 0
    try Data(count: max(0, free - room)).write(to: URL(fileURLWithPath: filler))
  }

  func removeFiller() throws {
    try FileManager.default.removeItem(atPath: filler)
  }
}
