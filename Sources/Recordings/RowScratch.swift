/// The rows of one chunk, as ``RowKernel`` fills them: small enough to stay in a core's cache.
struct RowScratch: Sendable {
  /// Rows from the start of one column to the start of the next.
  private(set) var stride = 0
  /// Numbers, one channel after the other.
  var numbers: [Float] = []
  /// Times since the first stamp, in units of the clock's last decimal.
  var ticks: [Int64] = []
  /// Validity codes, one column after the other.
  var codes: [UInt8] = []
  /// Cells that the caller is to read.
  var rareCells: [RareCell] = []

  /// A cell that takes the plain way.
  struct RareCell {
    /// Its channel, or behind all channels its validity column.
    var slot: Int
    var row: Int
    var start: Int
    var count: Int
  }

  /// Where the kernel writes.
  struct Pointers {
    let numbers: UnsafeMutablePointer<Float>
    let ticks: UnsafeMutablePointer<Int64>
    let codes: UnsafeMutablePointer<UInt8>
    let powers: UnsafePointer<KernelDecimals.PowerOfTen>
    let stride: Int
  }

  /// Makes room for a chunk.
  mutating func prepare(rows: Int, channels: Int, codes codeCount: Int, hasTime: Bool) {
    guard rows > stride else { return }
    stride = rows
    numbers = [Float](repeating: .nan, count: rows * channels + 1)
    ticks = [Int64](repeating: 0, count: (hasTime ? rows : 0) + 1)
    codes = [UInt8](repeating: 0, count: rows * codeCount + 1)
  }

  /// Gives pointers to the columns, which hold what ``prepare(rows:channels:codes:hasTime:)`` made
  /// room for.
  mutating func withPointers<Result>(
    _ body: (Pointers, inout [RareCell]) -> Result
  ) -> Result {
    Self.withPointers(&numbers, &ticks, &codes, &rareCells, stride, body)
  }

  private static func withPointers<Result>(
    _ numbers: inout [Float], _ ticks: inout [Int64], _ codes: inout [UInt8],
    _ rare: inout [RareCell], _ stride: Int, _ body: (Pointers, inout [RareCell]) -> Result
  ) -> Result {
    numbers.withUnsafeMutableBufferPointer { numbers in
      ticks.withUnsafeMutableBufferPointer { ticks in
        codes.withUnsafeMutableBufferPointer { codes in
          KernelDecimals.PowerOfTen.all.withUnsafeBufferPointer { powers in
            let pointers = Pointers(
              numbers: numbers.baseAddress!, ticks: ticks.baseAddress!, codes: codes.baseAddress!,
              powers: powers.baseAddress!, stride: stride)
            return body(pointers, &rare)
          }
        }
      }
    }
  }
}
