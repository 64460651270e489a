/// The median of each value and of its neighbours up to `halfWidth` away; at the ends, of those that
/// there are. Of an even number, the mean of the two in the middle.
///
/// - Parameter values: None may be NaN.
/// - Complexity: O(*n* · `halfWidth`) with a small constant: a sorted window is shifted in place.
public func runningMedian(_ values: [Float], halfWidth: Int) -> [Float] {
  precondition(halfWidth >= 0)
  var window: [Float] = []
  window.reserveCapacity(2 * halfWidth + 2)
  func place(_ value: Float) -> Int {
    var low = 0
    var high = window.count
    while low < high {
      let middle = (low + high) / 2
      if window[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
  for value in values.prefix(halfWidth) { window.insert(value, at: place(value)) }
  return values.indices.map { center in
    if center + halfWidth < values.count {
      let entering = values[center + halfWidth]
      window.insert(entering, at: place(entering))
    }
    if center > halfWidth {
      window.remove(at: place(values[center - halfWidth - 1]))
    }
    let middle = window.count / 2
    return window.count % 2 == 1
      ? window[middle] : (window[middle - 1] + window[middle]) / 2
  }
}
