#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension UnsafeRawBufferPointer {
  /// Writes all bytes to an open file, in as many goes as it takes.
  ///
  /// - Returns: whether everything was written; where not, `errno` says why.
  package func writeAll(to descriptor: Int32) -> Bool {
    var rest = self
    while !rest.isEmpty {
      let count = write(descriptor, rest.baseAddress, rest.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return true
  }
}
