/// One of several parts of a work list, each to be scored by a run of its own.
///
/// What belongs to it depends on the id alone: files that are added, or another order, move no
/// recording from one shard to another.
public struct Shard: Sendable, Equatable {
  /// From 1 on.
  public let number: Int
  public let count: Int

  /// - Returns: `nil` unless the number is one of 1 to the count.
  public init?(_ number: Int, of count: Int) {
    guard count > 0, (1...count).contains(number) else { return nil }
    self.number = number
    self.count = count
  }

  /// Whether the recording with an id is in this shard.
  public func contains(_ id: String) -> Bool {
    Int(Self.hash(id) % UInt64(count)) == number - 1
  }

  /// FNV-1a with 64 bits, its high bits folded onto the low ones, which alone decide for a count
  /// that is a power of two. It is a contract: another hash would move recordings.
  static func hash(_ id: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash ^ (hash >> 32)
  }
}

extension Shard {
  /// The shard that a task of a Slurm array is, from the variables that Slurm gives to it.
  ///
  /// - Parameter variable: the value of an environment variable.
  /// - Returns: `nil` where there is no array, or its numbers are no simple range.
  public init?(slurm variable: (String) -> String?) {
    func number(_ name: String) -> Int? { variable("SLURM_ARRAY_TASK_" + name).flatMap { Int($0) } }
    guard let id = number("ID"), let low = number("MIN"), let high = number("MAX"),
      let count = number("COUNT")
    else { return nil }
    let step = number("STEP") ?? 1
    guard step > 0, (high - low) / step + 1 == count, (id - low) % step == 0 else { return nil }
    self.init((id - low) / step + 1, of: count)
  }
}

extension WorkList {
  /// The list with only a shard's items to be scored; the others are known to be elsewhere.
  public func restricted(to shard: Shard) -> WorkList {
    WorkList(
      items: items.filter { shard.contains($0.id) },
      others: others + items.filter { !shard.contains($0.id) }, isSingleFile: isSingleFile,
      isBIDS: isBIDS)
  }
}
