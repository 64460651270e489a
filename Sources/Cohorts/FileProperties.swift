#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What stands at a path.
package struct FileProperties {
  package let kind: Kind
  let bytes: Int
  /// The same for every path that leads to one file.
  package let identity: Identity

  package enum Kind { case file, folder, other }

  package struct Identity: Hashable {
    let device: UInt64
    let number: UInt64
  }

  /// Symbolic links are followed.
  ///
  /// - Throws: `CohortError.notFound`, or `.unreadable` with the system's reason.
  package init(path: String) throws(CohortError) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      let code = errno
      guard code == ENOENT || code == ENOTDIR else {
        throw .unreadable(path: path, reason: String(cString: strerror(code)))
      }
      throw .notFound(path: path)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    default: kind = .other
    }
    bytes = Int(status.st_size)
    // On macOS a device's number is signed, and may be negative.
    identity = Identity(
      device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(status.st_ino))
  }

  /// Whether the path itself is a symbolic link.
  package static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}

/// The names in a folder.
package struct FolderListing {
  /// Sorted bytewise, without `.` and `..`.
  package let names: [String]
  /// Names that are not UTF-8, with what cannot be read of them replaced.
  let unreadableNames: [String]

  /// - Throws: `CohortError.unreadable` with the system's reason.
  package init(path: String) throws(CohortError) {
    guard let folder = opendir(path) else {
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    defer { closedir(folder) }
    var names: [String] = []
    var unreadable: [String] = []
    while let entry = readdir(folder) {
      let bytes = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: name.pointee)) {
          Array(UnsafeBufferPointer(start: $0, count: strlen($0))).map(UInt8.init(bitPattern:))
        }
      }
      if let name = String(validating: bytes, as: UTF8.self) {
        if name != "." && name != ".." { names.append(name) }
      } else {
        unreadable.append(String(decoding: bytes, as: UTF8.self))
      }
    }
    self.names = names.sorted { $0.precedesBytewise($1) }
    unreadableNames = unreadable.sorted { $0.precedesBytewise($1) }
  }
}
