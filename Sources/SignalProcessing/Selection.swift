extension UnsafeMutableBufferPointer where Element: Comparable {
  /// Puts the element of a rank in its sorted place, nothing greater before it and nothing smaller
  /// behind it, and returns it.
  ///
  /// Hoare's quickselect on the median of three; where the splits stay bad, the rest is sorted, so
  /// that no order of values makes it quadratic.
  ///
  /// - Parameter rank: 0 for the smallest. The elements must be ordered (no NaN).
  /// - Complexity: O(*n*) on average, O(*n* log *n*) at worst.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  @discardableResult
  package func select(_ rank: Int) -> Element {
    precondition(indices.contains(rank), "a rank outside the values")
    var low = 0
    var high = count - 1
    var splitsLeft = 2 * (Int.bitWidth - count.leadingZeroBitCount)
    while low < high {
      guard splitsLeft > 0 else {
        var rest = UnsafeMutableBufferPointer(rebasing: self[low...high])
        rest.sort()
        break
      }
      splitsLeft -= 1
      let (left, right) = partition(low, high)
      if rank <= right {
        high = right
      } else if rank >= left {
        low = left
      } else {
        break
      }
    }
    return self[rank]
  }

  /// Splits `low...high` so that nothing up to `right` is greater, and nothing from `left` on
  /// smaller, than the pivot; what stands between them equals it.
  @inline(__always)
  private func partition(_ low: Int, _ high: Int) -> (left: Int, right: Int) {
    let a = self[low]
    let b = self[low + (high - low) / 2]
    let c = self[high]
    let pivot = Swift.max(Swift.min(a, b), Swift.min(Swift.max(a, b), c))
    var left = low
    var right = high
    repeat {
      while self[left] < pivot { left += 1 }
      while pivot < self[right] { right -= 1 }
      if left <= right {
        swapAt(left, right)
        left += 1
        right -= 1
      }
    } while left <= right
    return (left, right)
  }
}
