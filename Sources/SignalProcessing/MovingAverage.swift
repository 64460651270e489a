/// The mean of each value and its neighbours up to `halfWidth` away; at the ends the window
/// shrinks evenly.
///
/// - Parameter values: None may be NaN.
/// - Complexity: O(*n*). Sums run in `Double`, so that they don't drift.
public func movingAverage(_ values: some RandomAccessCollection<Float>, halfWidth: Int) -> [Float] {
  precondition(halfWidth >= 0)
  let values = Array(values)
  let count = values.count
  guard halfWidth > 0, count > 2 else { return values }
  var averages = values
  let width = min(halfWidth, (count - 1) / 2)
  for edge in 1..<max(width, 1) {
    var ahead: Float = 0
    var behind: Float = 0
    for k in 0...(2 * edge) {
      ahead += values[k]
      behind += values[count - 1 - k]
    }
    averages[edge] = ahead / Float(2 * edge + 1)
    averages[count - 1 - edge] = behind / Float(2 * edge + 1)
  }
  guard width > 0 else { return averages }
  var sum = 0.0
  for value in values[0..<(2 * width)] { sum += Double(value) }
  let scale = 1 / Double(2 * width + 1)
  for i in width..<(count - width) {
    sum += Double(values[i + width])
    averages[i] = Float(sum * scale)
    sum -= Double(values[i - width])
  }
  return averages
}
