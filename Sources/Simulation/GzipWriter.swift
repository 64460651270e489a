import CZlib

/// Compresses bytes as they come into a gzip stream without a name and with a time of zero, so that
/// the same input gives the same bytes.
package final class GzipWriter {
  private var stream = z_stream()

  package init?() {
    // 15 bits of window, and 16 for a gzip header.
    let status = deflateInit2_(
      &stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { return nil }
  }

  deinit {
    deflateEnd(&stream)
  }

  /// What can be written after taking in some more bytes; `isLast` ends the stream.
  package func compress(_ bytes: [UInt8], isLast: Bool = false) -> [UInt8] {
    var input = bytes
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    input.withUnsafeMutableBufferPointer { source in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      repeat {
        let written = buffer.withUnsafeMutableBufferPointer { target in
          stream.next_out = target.baseAddress
          stream.avail_out = UInt32(target.count)
          deflate(&stream, isLast ? Z_FINISH : Z_NO_FLUSH)
          return target.count - Int(stream.avail_out)
        }
        output += buffer[..<written]
      } while stream.avail_out == 0
    }
    return output
  }
}
