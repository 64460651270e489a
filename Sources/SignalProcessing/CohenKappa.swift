/// How far two judges agree beyond chance.
///
/// κ = (agreement − agreement by chance) / (1 − agreement by chance): 1 where they always agree, 0
/// where they agree as often as their frequencies alone would make them.
///
/// - Source: Cohen, Educational and Psychological Measurement 20 (1960); the error: Fleiss, Cohen
///   and Everitt, Psychological Bulletin 72 (1969).
package struct CohenKappa: Sendable, Equatable {
  package let kappa: Double
  /// If the items were independent of each other. Samples of a recording are not: take a bootstrap
  /// over recordings there.
  package let standardError: Double

  /// - Parameter counts: how often the first judge gave the row's label and the second the
  ///   column's; as many rows as columns.
  /// - Returns: `nil` without items, and where both always gave one and the same label.
  package init?(counts: [[Int]]) {
    precondition(counts.allSatisfy { $0.count == counts.count })
    let total = Double(counts.reduce(0) { $0 + $1.reduce(0, +) })
    guard total > 0 else { return nil }
    let shares = counts.map { $0.map { Double($0) / total } }
    let rows = shares.map { $0.reduce(0, +) }
    let columns = counts.indices.map { column in shares.reduce(0) { $0 + $1[column] } }
    let agreement = counts.indices.reduce(0) { $0 + shares[$1][$1] }
    let chance = zip(rows, columns).reduce(0) { $0 + $1.0 * $1.1 }
    guard chance < 1 else { return nil }
    let kappa = (agreement - chance) / (1 - chance)
    self.kappa = kappa
    var variance = 0.0
    for row in counts.indices {
      for column in counts.indices {
        let margin = columns[row] + rows[column]
        let weight =
          row == column ? 1 - margin * (1 - kappa) : -margin * (1 - kappa)
        variance += shares[row][column] * weight * weight
      }
    }
    let offset = kappa - chance * (1 - kappa)
    variance -= offset * offset
    standardError = max(0, variance / total).squareRoot() / (1 - chance)
  }
}
