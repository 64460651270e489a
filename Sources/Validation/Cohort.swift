package import Simulation

/// The recordings that a validation simulates, from a table that is checked in.
///
/// The seed is the cohort's own: no parameter was tuned on it, and where the failures of a seed were
/// looked at, another took its place. A smaller cohort holds the first
/// recordings of each row of a larger one, so that what a quick run shows can be found in the
/// full one.
package struct Cohort: Sendable {
  package let members: [CohortMember]

  /// - Parameters:
  ///   - share: how much of the full cohort to simulate, above 0 to 1; at least one recording of
  ///     each row.
  ///   - kinds: those to keep; empty for all.
  ///   - seed: another cohort of the same make.
  /// - Throws: ``ValidationFailure/unreadableCohort(line:)``
  package init(
    share: Double = 1, kinds: [SimulationKind] = [], seed: UInt64 = Cohort.seed
  ) throws(ValidationFailure) {
    members = try Self.rows().filter { kinds.isEmpty || kinds.contains($0.kind) }
      .flatMap { row in
        let count = max(1, Int((Double(row.recordings) * share).rounded()))
        return (0..<count).map { CohortMember(row: row, index: $0, seed: seed) }
      }
  }

  /// The table's rows.
  package static func rows() throws(ValidationFailure) -> [CohortRow] {
    var rows: [CohortRow] = []
    for line in table.split(separator: "\n").dropFirst() { rows.append(try CohortRow(line: line)) }
    return rows
  }

  package static let seed: UInt64 = 730_201
}
