extension Double {
  /// The number with at most one decimal, rounded down: less than a limit, and no equal of it.
  var textBelow: String { ((self * 10).rounded(.down) / 10).text(1) }

  /// The number with at most so many decimals, for sentences.
  func text(_ decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let value = (self * scale).rounded() / scale
    return value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
  }
}
