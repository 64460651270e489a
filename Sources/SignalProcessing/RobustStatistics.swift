/// Statistics that a few wild values do not move.
///
/// NaN means missing, as everywhere in this package: it is left out. Where nothing is left, the
/// result is `nil`. Infinite values take part in the order.
extension Collection where Element: BinaryFloatingPoint {
  /// The middle value; with an even number of them, the mean of the two in the middle.
  ///
  /// - Complexity: O(*n*), and a copy of the values.
  @specialized(where Self == [Float])
  @specialized(where Self == [Double])
  @specialized(where Self == ArraySlice<Float>)
  @specialized(where Self == ArraySlice<Double>)
  package func median() -> Element? { quantile(0.5) }

  /// The value below which a share of the values lies, interpolated linearly between neighbours:
  /// type 7 of Hyndman and Fan (1996), the default of R and NumPy.
  ///
  /// - Parameter share: 0 for the smallest value, 1 for the largest.
  /// - Complexity: O(*n*), and a copy of the values.
  @specialized(where Self == [Float])
  @specialized(where Self == [Double])
  @specialized(where Self == ArraySlice<Float>)
  @specialized(where Self == ArraySlice<Double>)
  package func quantile(_ share: Double) -> Element? {
    var present = valuesPresent()
    return present.withUnsafeMutableBufferPointer { $0.quantileInPlace(share) }
  }

  /// The distance between the quartiles.
  ///
  /// - Complexity: O(*n*), and a copy of the values.
  @specialized(where Self == [Float])
  @specialized(where Self == [Double])
  @specialized(where Self == ArraySlice<Float>)
  @specialized(where Self == ArraySlice<Double>)
  package func interquartileRange() -> Element? {
    var present = valuesPresent()
    return present.withUnsafeMutableBufferPointer { values in
      guard let low = values.quantileInPlace(0.25), let high = values.quantileInPlace(0.75)
      else { return nil }
      return high - low
    }
  }

  /// The values without the missing ones.
  @inline(__always)
  private func valuesPresent() -> [Element] {
    var present: [Element] = []
    present.reserveCapacity(count)
    for value in self where !value.isNaN { present.append(value) }
    return present
  }
}

extension UnsafeMutableBufferPointer where Element: BinaryFloatingPoint {
  /// The quantile of type 7 of values without NaN, which are put in another order.
  ///
  /// For loops that ask often, on a buffer of their own.
  @specialized(where Element == Float)
  @specialized(where Element == Double)
  package func quantileInPlace(_ share: Double) -> Element? {
    precondition((0...1).contains(share), "a share outside 0 to 1")
    guard !isEmpty else { return nil }
    let place = Double(count - 1) * share
    let rank = Int(place)
    let lower = select(rank)
    let weight = place - Double(rank)
    guard weight > 0 else { return lower }
    var next = self[rank + 1]
    for index in (rank + 1)..<count where self[index] < next { next = self[index] }
    guard next != lower else { return lower }
    return lower + Element(weight) * (next - lower)
  }
}
