/// The values of a window that slides along a signal, in ascending order, in room made once.
package struct SortedWindow {
  /// In order, with minus infinity before them, and infinity behind, so that eight can be looked at
  /// anywhere.
  private var values: [Float]
  package private(set) var count = 0

  /// - Parameter capacity: The most values at a time; where there are more, the room grows.
  package init(capacity: Int) {
    values = [Float](repeating: .infinity, count: 1 + capacity + Self.lanes)
    values[0] = -.infinity
  }

  /// The value of a rank, 0 for the smallest.
  package subscript(rank: Int) -> Float {
    precondition(rank < count, "a rank outside the window")
    return values[1 + rank]
  }

  /// Adds a value.
  package mutating func insert(_ value: Float) {
    if 1 + count + Self.lanes >= values.count {
      values += [Float](repeating: .infinity, count: values.count)
    }
    let place = place(of: value)
    let moved = count - place
    values.withUnsafeMutableBufferPointer { values in
      let start = values.baseAddress! + 1 + place
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
      let start = values.baseAddress! + 1 + place
      start.update(from: start + 1, count: moved)
      start[moved] = .infinity
    }
  }

  /// Takes a value away that is in the window, and adds another.
  ///
  /// Four places at a time: where values are taken away, those behind move up; then each place holds
  /// what of its value and the new one is larger, but no more than the next place's.
  package mutating func replace(_ value: Float, with new: Float) {
    precondition(count > 0, "nothing to replace")
    let (value, new) = (SIMD4(repeating: value), SIMD4(repeating: new))
    values.withUnsafeMutableBytes { bytes in
      let width = MemoryLayout<Float>.stride
      var before = bytes.loadUnaligned(as: SIMD4<Float>.self)
      for place in stride(from: width, through: count * width, by: 4 * width) {
        let here = bytes.loadUnaligned(fromByteOffset: place, as: SIMD4<Float>.self)
        let behind = bytes.loadUnaligned(fromByteOffset: place + width, as: SIMD4<Float>.self)
        let next = bytes.loadUnaligned(fromByteOffset: place + 3 * width, as: SIMD4<Float>.self)
        let below = here.replacing(with: before, where: before .< value)
        let above = behind.replacing(with: here, where: here .< value)
        let low = new.replacing(with: below, where: below .> new)
        let kept = low.replacing(with: above, where: above .< low)
        bytes.storeBytes(of: kept, toByteOffset: place, as: SIMD4<Float>.self)
        before = next
      }
    }
  }

  private static let lanes = 8

  /// How many values are smaller, eight at a time.
  private func place(of value: Float) -> Int {
    let limit = SIMD8(repeating: value)
    return values.withUnsafeBytes { values in
      var smaller = SIMD8<Int32>()
      for first in stride(from: 0, to: count, by: Self.lanes) {
        let lanes = values.loadUnaligned(
          fromByteOffset: (1 + first) * MemoryLayout<Float>.stride, as: SIMD8<Float>.self)
        smaller &-= unsafeBitCast(lanes .< limit, to: SIMD8<Int32>.self)
      }
      return Int(smaller.wrappedSum())
    }
  }
}
