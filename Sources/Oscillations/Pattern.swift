/// A pattern of eye movement that a recording is judged for, in the Bárány classification's words.
///
/// - Source: Eggers et al. 2019, *J Vestib Res* 29:57–87; codes of the Human Phenotype Ontology.
public enum Pattern: String, Sendable, CaseIterable {
  /// Episodes of back-to-back saccades, whatever their plane.
  case saccadicOscillations = "saccadic-oscillations"
  /// Saccadic oscillations in more than one plane.
  case opsoclonus
  /// Saccadic oscillations in one plane.
  case ocularFlutter = "ocular-flutter"
  /// Slow phases that take the eye off target, quick phases that bring it back.
  case jerkNystagmus = "jerk-nystagmus"
  /// A sinusoidal oscillation without quick phases.
  case pendularNystagmus = "pendular-nystagmus"
  /// Pairs of opposite saccades with an interval between them, on one side of fixation.
  case squareWaveJerks = "square-wave-jerks"
  /// Runs of saccades with intervals that straddle the target, waxing and waning.
  case macrosaccadicOscillations = "macrosaccadic-oscillations"

  /// Whether it is made of back-to-back saccades.
  public var isSaccadicOscillation: Bool {
    [.saccadicOscillations, .opsoclonus, .ocularFlutter].contains(self)
  }

  /// Its term in the Human Phenotype Ontology.
  public var hpo: String {
    switch self {
    case .saccadicOscillations: "HP:0032104"
    case .opsoclonus: "HP:0010543"
    case .ocularFlutter: "HP:0031931"
    case .jerkNystagmus: "HP:0000639"
    case .pendularNystagmus: "HP:0012043"
    case .squareWaveJerks: "HP:0025402"
    case .macrosaccadicOscillations: "HP:0032105"
    }
  }

  /// The order in which a summary names what it found.
  public static let bySummaryRank: [Pattern] = [
    .opsoclonus, .ocularFlutter, .saccadicOscillations, .macrosaccadicOscillations,
    .jerkNystagmus, .pendularNystagmus, .squareWaveJerks,
  ]
}
