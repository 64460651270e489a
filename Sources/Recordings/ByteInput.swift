#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of an input as they stand in the file, counted and hashed as they pass.
///
/// A file, a pipe or memory; read in pieces and never mapped, so that a file that shrinks meanwhile
/// ends early and nothing worse.
final class ByteInput {
  private let descriptor: Int32?
  private let memory: [UInt8]
  private var position = 0
  private var digest = DigestStream()
  private(set) var byteCount = 0
  /// The size that the file system states, where it is a regular file's.
  let statedSize: Int?

  init(memory: [UInt8]) {
    self.memory = memory
    descriptor = nil
    statedSize = memory.count
  }

  /// Opens a file; `-` is the standard input.
  init(path: String) throws(RecordingError.Problem) {
    memory = []
    var status = stat()
    if path == "-" {
      descriptor = 0
      statedSize = nil
      return
    }
    guard !path.utf8.contains(0) else { throw .notFound }
    guard stat(path, &status) == 0 else { throw Self.problem(errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: statedSize = Int(status.st_size)
    case S_IFIFO: statedSize = nil
    case S_IFDIR: throw .notAFile(found: "a folder")
    case S_IFSOCK: throw .notAFile(found: "a socket")
    default: throw .notAFile(found: "a device")
    }
    let opened = open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw Self.problem(errno) }
    descriptor = opened
  }

  deinit {
    if let descriptor, descriptor != 0 { close(descriptor) }
  }

  /// Fills `buffer` from the front, as far as bytes come in one go; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordingError.Problem) -> Int {
    let count: Int
    if let descriptor {
      count = try Self.read(descriptor, into: buffer)
    } else {
      count = readMemory(into: buffer)
    }
    byteCount += count
    digest.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    return count
  }

  /// Reads what is left, for its digest.
  func skipToEnd() throws(RecordingError.Problem) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)
    defer { buffer.deallocate() }
    while try read(into: buffer) > 0 {}
  }

  /// The SHA-256 of all bytes read so far; to be asked for once, at the end.
  func sha256() -> String { digest.finish() }

  private func readMemory(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, memory.count - position)
    memory.withUnsafeBytes { bytes in
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[position..<position + count]))
    }
    position += count
    return count
  }

  private static func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) throws(RecordingError.Problem) -> Int {
    while true {
      let count = systemRead(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw problem(errno) }
    }
  }

  private static func problem(_ code: Int32) -> RecordingError.Problem {
    switch code {
    case ENOENT, ENOTDIR: .notFound
    case EACCES, EPERM: .notPermitted
    case EISDIR: .notAFile(found: "a folder")
    case ELOOP: .notAFile(found: "links that lead in a circle")
    case ENAMETOOLONG: .notFound
    default: .unreadable(reason: String(cString: strerror(code)))
    }
  }
}

/// `read(2)`, whose name the methods above take.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int)
  -> Int
{
  read(descriptor, buffer, count)
}
