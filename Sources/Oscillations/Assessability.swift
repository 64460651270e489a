/// Whether a recording can answer, before any score.
public struct Assessability: Sendable {
  public let saccadicOscillations: Family
  public let nystagmus: Family

  public init(saccadicOscillations: Family, nystagmus: Family) {
    self.saccadicOscillations = saccadicOscillations
    self.nystagmus = nystagmus
  }

  /// A family of claims that stand and fall with the same properties of a recording.
  public struct Family: Sendable {
    public let level: Level
    /// Valid time less gaps, blinks with their padding, and runs too short to use.
    public let assessableSeconds: Double
    /// Why the level is not full, or what it leaves open.
    public let reasons: [Remark]

    public init(level: Level, assessableSeconds: Double, reasons: [Remark]) {
      self.level = level
      self.assessableSeconds = assessableSeconds
      self.reasons = reasons
    }
  }

  public enum Level: String, Sendable { case full, limited, none }
}
