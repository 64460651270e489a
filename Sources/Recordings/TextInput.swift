private import CZlib

/// The text of an input: decompressed where it is gzip, whatever its name, without a byte-order mark.
final class TextInput {
  let input: ByteInput
  private var inflater: Inflater?
  private var pending: [UInt8] = []
  private var isAtEnd = false

  /// Whether the bytes are gzip.
  var isCompressed: Bool { inflater != nil }

  init(_ input: ByteInput) throws(RecordingError.Problem) {
    self.input = input
    let start = try Self.readFully(input, count: 2)
    if start == [0x1F, 0x8B] {
      inflater = Inflater(start)
    } else {
      pending = start
    }
    try skipByteOrderMark()
  }

  /// Fills `buffer` from the front, as far as text comes in one go; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(RecordingError.Problem) -> Int {
    guard !buffer.isEmpty else { return 0 }
    if !pending.isEmpty {
      let count = min(pending.count, buffer.count)
      pending.withUnsafeBytes { buffer.copyMemory(from: .init(rebasing: $0[..<count])) }
      pending.removeFirst(count)
      return count
    }
    if let inflater { return try inflater.read(from: input, into: buffer) }
    return try input.read(into: buffer)
  }

  private func skipByteOrderMark() throws(RecordingError.Problem) {
    var start = pending
    pending = []
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 3, alignment: 1)
    defer { buffer.deallocate() }
    while start.count < 3 {
      let count = try read(into: .init(rebasing: buffer[..<(3 - start.count)]))
      if count == 0 { break }
      start += buffer[..<count]
    }
    pending = start == [0xEF, 0xBB, 0xBF] ? [] : start
  }

  private static func readFully(
    _ input: ByteInput, count: Int
  ) throws(RecordingError.Problem) -> [UInt8] {
    var bytes: [UInt8] = []
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 1)
    defer { buffer.deallocate() }
    while bytes.count < count {
      let read = try input.read(into: .init(rebasing: buffer[..<(count - bytes.count)]))
      if read == 0 { break }
      bytes += buffer[..<read]
    }
    return bytes
  }
}

/// Decompresses gzip, one member after another.
private final class Inflater {
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 64)
  private var isBetweenMembers = false

  init(_ start: [UInt8]) {
    buffer.copyBytes(from: start)
    stream.initialize(to: z_stream())
    stream.pointee.next_in = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(start.count)
    // 16 more than the window's size asks for gzip's header and check sum.
    inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    buffer.deallocate()
  }

  func read(
    from input: ByteInput, into output: UnsafeMutableRawBufferPointer
  ) throws(RecordingError.Problem) -> Int {
    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(clamping: output.count)
    while true {
      if stream.pointee.avail_in == 0, try refill(from: input) == 0 {
        if isBetweenMembers { return written(output) }
        throw .damagedGzip(reason: "it breaks off")
      }
      if isBetweenMembers {
        guard stream.pointee.next_in?.pointee == 0x1F else {
          // Padding behind the last member, as tapes and some tools leave it.
          stream.pointee.avail_in = 0
          continue
        }
        inflateReset(stream)
        isBetweenMembers = false
      }
      switch inflate(stream, Z_NO_FLUSH) {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END: isBetweenMembers = true
      default:
        throw .damagedGzip(reason: stream.pointee.msg.map { String(cString: $0) } ?? "bad data")
      }
      if written(output) > 0 { return written(output) }
    }
  }

  private func written(_ output: UnsafeMutableRawBufferPointer) -> Int {
    output.count - Int(stream.pointee.avail_out)
  }

  private func refill(from input: ByteInput) throws(RecordingError.Problem) -> Int {
    let count = try input.read(into: buffer)
    stream.pointee.next_in = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(count)
    return count
  }
}
