private import CCrypto

/// A SHA-256 that grows as bytes come in.
struct DigestStream: ~Copyable {
  private let context: OpaquePointer?

  init() {
    context = EVP_MD_CTX_new()
    EVP_DigestInit_ex(context, EVP_sha256(), nil)
  }

  deinit { EVP_MD_CTX_free(context) }

  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
    EVP_DigestUpdate(context, base, bytes.count)
  }

  /// The digest in lower-case hexadecimal; nothing may be added afterwards.
  mutating func finish() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    EVP_DigestFinal_ex(context, &digest, nil)
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

/// The size and the SHA-256 of an input's bytes as they stand in the file.
public struct InputDigest: Sendable, Equatable {
  public let sha256: String
  public let bytes: Int

  /// A digest that is known.
  public init(sha256: String, bytes: Int) {
    self.sha256 = sha256
    self.bytes = bytes
  }

  /// The digest of bytes in memory.
  public init(of content: [UInt8]) {
    var stream = DigestStream()
    content.withUnsafeBytes { stream.update($0) }
    (sha256, bytes) = (stream.finish(), content.count)
  }

  /// Reads the whole file, and keeps none of it.
  ///
  /// - Throws: ``RecordingError`` where there is no file, or it can't be read.
  public init(path: String) throws(RecordingError) {
    do throws(RecordingError.Problem) {
      let input = try ByteInput(path: path)
      try input.skipToEnd()
      (sha256, bytes) = (input.sha256(), input.byteCount)
    } catch {
      throw RecordingError(file: path, problem: error)
    }
  }
}

extension InputDigest {
  /// The digest of the sidecars of an input, as ``Source/sidecarSha256`` has it.
  ///
  /// - Returns: `nil` where there are none, or they can't be read.
  public static func sidecarSha256(ofInputAt path: String) -> String? {
    (try? Sidecar(of: path))?.sha256
  }
}
