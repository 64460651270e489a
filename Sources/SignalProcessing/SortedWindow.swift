/// The values of a window that slides along a signal, in ascending order, in room made once.
package struct SortedWindow {
  /// In order, and infinity behind them, so that eight can be looked at anywhere.
  private var values: [Float]
  package private(set) var count = 0

  /// - Parameter capacity: The most values at a time; where there are more, the room grows.
  package init(capacity: Int) {
    values = [Float](repeating: .infinity, count: capacity + Self.lanes)
  }

  /// The value of a rank, 0 for the smallest.
  package subscript(rank: Int) -> Float {
    precondition(rank < count, "a rank outside the window")
    return values[rank]
  }

  /// Adds a value.
  package mutating func insert(_ value: Float) {
    if count + Self.lanes >= values.count {
      values += [Float](repeating: .infinity, count: values.count)
    }
    let place = place(of: value)
    let moved = count - place
    values.withUnsafeMutableBufferPointer { values in
      let start = values.baseAddress! + place
      (start + 1).update(from: start, count: moved)
      start.pointee = value
    }
    count += 1
  }

  /// Takes a value away that is in the window.
  package mutating func remove(_ value: Float) {
    precondition(count > 0, "nothing to remove")
    count -= 1
    let place = min(place(of: value), count)
    let moved = count - place
    values.withUnsafeMutableBufferPointer { values in
      let start = values.baseAddress! + place
      start.update(from: start + 1, count: moved)
      start[moved] = .infinity
    }
  }

  /// Takes a value away that is in the window, and adds another.
  package mutating func replace(_ value: Float, with new: Float) {
    precondition(count > 0, "nothing to replace")
    var i = min(place(of: value), count - 1)
    let last = count - 1
    values.withUnsafeMutableBufferPointer { buffer in
      let values = buffer.baseAddress!
      while i < last, values[i + 1] < new {
        values[i] = values[i + 1]
        i += 1
      }
      while i > 0, values[i - 1] > new {
        values[i] = values[i - 1]
        i -= 1
      }
      values[i] = new
    }
  }

  private static let lanes = 8

  /// How many values are smaller, eight at a time.
  private func place(of value: Float) -> Int {
    let limit = SIMD8(repeating: value)
    return values.withUnsafeBytes { values in
      var smaller = SIMD8<Int32>()
      for first in stride(from: 0, to: count, by: Self.lanes) {
        let lanes = values.loadUnaligned(fromByteOffset: first * 4, as: SIMD8<Float>.self)
        smaller &-= unsafeBitCast(lanes .< limit, to: SIMD8<Int32>.self)
      }
      return Int(smaller.wrappedSum())
    }
  }
}
