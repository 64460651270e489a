/// The median of each value and of its neighbours up to `halfWidth` away; at the ends, of those that
/// there are. Of an even number, the mean of the two in the middle.
///
/// - Parameter values: None may be NaN.
/// - Complexity: O(*n* · `halfWidth`) with a small constant: a sorted window is shifted in place.
public func runningMedian(_ values: [Float], halfWidth: Int) -> [Float] {
  precondition(halfWidth >= 0)
  var window = SortedWindow(capacity: min(2 * halfWidth + 2, values.count))
  for value in values.prefix(halfWidth) { window.insert(value) }
  return values.indices.map { center in
    switch (center + halfWidth < values.count, center > halfWidth) {
    case (true, true):
      window.replace(values[center - halfWidth - 1], with: values[center + halfWidth])
    case (true, false): window.insert(values[center + halfWidth])
    case (false, true): window.remove(values[center - halfWidth - 1])
    case (false, false): break
    }
    let middle = window.count / 2
    return window.count % 2 == 1
      ? window[middle] : (window[middle - 1] + window[middle]) / 2
  }
}
