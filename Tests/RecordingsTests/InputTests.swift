import CZlib
import Testing

@testable import Recordings

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct InputTests {
  static let text = rows("time_s,x_deg,y_deg", count: 5000, step: 0.002) { "\($0 % 40).25,-1" }

  @Test func gzipIsRecognisedWhateverTheName() throws {
    let compressed = gzip(Array(Self.text.utf8))
    let reader = RecordingReader()
    let plain = try reader.recordings(in: Array(Self.text.utf8), id: "a")[0]
    for bytes in [compressed, compressed + [0, 0, 0]] {
      let recording = try reader.recordings(in: bytes, name: "x.csv", id: "a")[0]
      #expect(same(recording.traces[0].horizontal, plain.traces[0].horizontal ?? []))
      #expect(recording.source.bytes == bytes.count)
    }
  }

  @Test func gzipOfSeveralMembersIsOneText() throws {
    let half = Self.text.utf8.count / 2
    let bytes = Array(Self.text.utf8)
    let members = gzip(Array(bytes[..<half])) + gzip(Array(bytes[half...]))
    #expect(try RecordingReader().recordings(in: members, id: "a")[0].sampleCount == 5000)
  }

  @Test func aByteOrderMarkInsideGzip() throws {
    let bytes = gzip([0xEF, 0xBB, 0xBF] + Array(Self.text.utf8))
    #expect(try RecordingReader().recordings(in: bytes, id: "a")[0].sampleCount == 5000)
  }

  @Test func damagedGzipIsRefused() {
    let compressed = gzip(Array(Self.text.utf8))
    #expect(problem(reading: Array(compressed.dropLast(9)))?.code == "damaged-gzip")
    var broken = compressed
    for index in 40..<60 { broken[index] ^= 0x5A }
    #expect(problem(reading: broken)?.code == "damaged-gzip")
    #expect(problem(reading: [0x1F, 0x8B])?.code == "damaged-gzip")
    #expect(problem(reading: gzip([]))?.code == "empty")
  }

  /// The published example of FIPS 180-2.
  @Test func theDigestIsThatOfTheFilesBytes() throws {
    let path = try temporaryFile(Array("abc".utf8))
    defer { unlink(path) }
    let digest = try InputDigest(path: path)
    #expect(
      digest.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(digest.bytes == 3)
    let bytes = gzip(Array(Self.text.utf8))
    let recording = try RecordingReader().recordings(in: bytes, id: "a")[0]
    #expect(recording.source.sha256 == InputDigest(of: bytes).sha256)
  }

  @Test func aFileAndItsBytesGiveTheSame() throws {
    let path = try temporaryFile(Array(Self.text.utf8))
    defer { unlink(path) }
    let file = try RecordingReader().recordings(at: path, id: "a")[0]
    let memory = try RecordingReader().recordings(in: Array(Self.text.utf8), id: "a")[0]
    #expect(file.source == memory.source)
    #expect(same(file.traces[0].horizontal, memory.traces[0].horizontal ?? []))
  }

  @Test func aPipeIsRead() async throws {
    let path = temporaryName()
    #expect(mkfifo(path, 0o600) == 0)
    defer { unlink(path) }
    let writer = Task.detached {
      let descriptor = open(path, O_WRONLY)
      let bytes = Array(Self.text.utf8)
      var start = 0
      while start < bytes.count {
        let count = bytes[start...].withUnsafeBytes {
          write(descriptor, $0.baseAddress, min($0.count, 777))
        }
        if count <= 0 { break }
        start += count
      }
      close(descriptor)
    }
    let recording = try RecordingReader().recordings(at: path, id: "a")[0]
    await writer.value
    #expect(recording.sampleCount == 5000)
  }

  @Test func whatIsNoFileIsRefused() throws {
    func error(_ path: String) -> RecordingError? {
      do throws(RecordingError) {
        _ = try RecordingReader().recordings(at: path, id: "a")
        return nil
      } catch {
        return error
      }
    }
    #expect(error("/nowhere/at/all.csv")?.code == "not-found")
    #expect(error("/tmp")?.code == "not-a-file")
    errno = EACCES
    #expect(error("/tmp\u{0}")?.code == "not-found")
    #expect(error("/dev/zero")?.code == "not-a-file")
    #expect(error("/tmp")?.kind == .noInput)
    let link = temporaryName()
    symlink(link, link)
    defer { unlink(link) }
    #expect(error(link)?.description.contains("circle") == true)
  }

  /// Files are read and never mapped: one that shrinks meanwhile ends early, without a signal.
  @Test func aFileThatShrinksEndsEarly() throws {
    let path = try temporaryFile([UInt8](repeating: UInt8(ascii: "1"), count: 1 << 20))
    defer { unlink(path) }
    let input = try ByteInput(path: path)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 1)
    defer { buffer.deallocate() }
    #expect(try input.read(into: buffer) == 1 << 18)
    #expect(truncate(path, 100_000) == 0)
    #expect(try input.read(into: buffer) == 0)
    #expect(input.byteCount == 1 << 18)
  }

  /// A megabyte of gzip may hold a terabyte of rows.
  @Test func moreRowsThanTheLimitAreRefused() throws {
    var reader = RecordingReader()
    reader.rowLimit = 5000
    let text = rows("time_ms,x_deg,y_deg", count: 5001, step: 1) { _ in "1,2" }
    #expect(throws: RecordingError(file: "input", problem: .tooLarge(rows: 5001, limit: 5000))) {
      try reader.recordings(in: gzip(Array(text.utf8)), id: "bomb")
    }
  }

  /// Lines that are no rows cost what they are long, not a search each.
  @Test func blankLinesWithoutEnd() throws {
    let text = rows("time_ms,x_deg,y_deg", count: 100, step: 2) { _ in "1,2" }
    let blank = [UInt8](repeating: Ascii.newline, count: 3 << 20)
    let bytes = gzip(Array(text.utf8) + blank + Array("200,7,8\n".utf8))
    let recording = try RecordingReader().recordings(in: bytes, id: "blank")[0]
    #expect(recording.traces[0].horizontal?.last == 7)
  }

  /// Chunks begin anywhere in a row: a long table reads as its rows do one by one.
  @Test func rowsAcrossChunksAreWhole() throws {
    let count = 120_000
    let text = rows("time_ms,x_deg,y_deg", count: count, step: 1) { "\($0 % 97).125,\($0 % 13)" }
    let recording = try read(text)
    let horizontal = try #require(recording.traces[0].horizontal)
    #expect(horizontal.count == count)
    #expect(recording.source.malformedCells == 0)
    for index in stride(from: 0, to: count, by: 1009) {
      #expect(horizontal[index] == Float(index % 97) + 0.125)
    }
  }
}

/// Bytes as gzip.
func gzip(_ bytes: [UInt8]) -> [UInt8] {
  var stream = z_stream()
  deflateInit2_(
    &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
    Int32(MemoryLayout<z_stream>.size))
  defer { deflateEnd(&stream) }
  var input = bytes
  var output = [UInt8](repeating: 0, count: bytes.count + 1000)
  let written = input.withUnsafeMutableBufferPointer { source in
    output.withUnsafeMutableBufferPointer { target in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      stream.next_out = target.baseAddress
      stream.avail_out = UInt32(target.count)
      deflate(&stream, Z_FINISH)
      return target.count - Int(stream.avail_out)
    }
  }
  return Array(output[..<written])
}

private func temporaryName() -> String {
  "/tmp/opsoscope-test-\(UInt64.random(in: 0 ... .max))"
}

private func temporaryFile(_ bytes: [UInt8]) throws -> String {
  let path = temporaryName()
  let descriptor = open(path, O_WRONLY | O_CREAT, 0o600)
  try #require(descriptor >= 0)
  defer { close(descriptor) }
  let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  #expect(written == bytes.count)
  return path
}
