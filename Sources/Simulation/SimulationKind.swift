/// What the simulated eyes do.
public enum SimulationKind: String, Sendable, CaseIterable {
  case viewing, search, reading, fixation, saccades, blinks, pursuit
  case doublePulses = "double-pulses"
  case singleRun = "single-run"
  case weakNystagmus = "weak-nystagmus"
  case headTremor = "head-tremor"
  case noise
  case optokinetic
  case vestibuloOcular = "vestibulo-ocular"
  case chairRotation = "chair-rotation"
  case opsoclonus
  case microOpsoclonus = "micro-opsoclonus"
  case flutter, microflutter
  case voluntaryFlutter = "voluntary-flutter"
  case flutterOpsoclonus = "flutter-opsoclonus"
  case opsoclonusWithNystagmus = "opsoclonus-with-nystagmus"
  case flutterWithNystagmus = "flutter-with-nystagmus"
  case jerkNystagmus = "jerk-nystagmus"
  case gazeEvoked = "gaze-evoked"
  case infantile, downbeat, upbeat, torsional
  case periodicAlternating = "periodic-alternating"
  case pendular
  case infantilePendular = "infantile-pendular"
  case oculopalatal
  case squareWaveJerks = "square-wave-jerks"
  case macroSquareWaveJerks = "macro-square-wave-jerks"
  case macrosaccadicOscillations = "macrosaccadic-oscillations"

  /// One line on what it is, for help.
  public var summary: String {
    switch self {
    case .viewing: "looking at a scene; healthy"
    case .search: "brisk visual search; healthy"
    case .reading: "reading lines of text; healthy"
    case .fixation: "holding the gaze; healthy"
    case .saccades: "following a target that jumps; healthy"
    case .blinks: "fixation with many blinks; healthy"
    case .pursuit: "following a target that swings, with catch-up saccades; healthy"
    case .doublePulses: "fixation with isolated pairs of back-to-back saccades; healthy"
    case .singleRun: "looking at a scene, with one run of three back-to-back saccades; healthy"
    case .weakNystagmus: "fixation with a physiological nystagmus below 2 °/s; healthy"
    case .headTremor: "fixation with a tremor of the head in the signal; no eye movement"
    case .noise: "fixation on a tracker with much white noise"
    case .optokinetic: "optokinetic nystagmus: a healthy answer to a moving scene"
    case .vestibuloOcular: "per-rotatory nystagmus after a step of velocity: a healthy answer"
    case .chairRotation: "vestibulo-ocular reflex in a chair that swings: a healthy answer"
    case .opsoclonus: "back-to-back saccades in every direction"
    case .microOpsoclonus: "the same, below 1 degree"
    case .flutter: "back-to-back saccades in one plane"
    case .microflutter: "the same, at 0.1 to 0.5 degrees"
    case .voluntaryFlutter: "flutter made at will: few, long, even bursts with convergence"
    case .flutterOpsoclonus: "between flutter and opsoclonus; severity widens the plane"
    case .opsoclonusWithNystagmus: "opsoclonus on top of a jerk nystagmus"
    case .flutterWithNystagmus: "flutter on top of a jerk nystagmus"
    case .jerkNystagmus: "jerk nystagmus of any direction and slow-phase shape"
    case .gazeEvoked: "gaze-evoked nystagmus: slow phases that lose speed"
    case .infantile: "infantile nystagmus: slow phases that gain speed, foveation"
    case .downbeat: "downbeat nystagmus"
    case .upbeat: "upbeat nystagmus"
    case .torsional: "torsional nystagmus (records torsion)"
    case .periodicAlternating: "nystagmus that reverses every one to two minutes"
    case .pendular: "acquired pendular nystagmus, 2.5 to 6 Hz, often elliptic"
    case .infantilePendular: "infantile pendular nystagmus, horizontal, 2 to 5 Hz"
    case .oculopalatal: "oculopalatal tremor, 1 to 3 Hz, irregular"
    case .squareWaveJerks: "square-wave jerks, more than 20 a minute"
    case .macroSquareWaveJerks: "macro square-wave jerks, above 5 degrees"
    case .macrosaccadicOscillations: "macrosaccadic oscillations about the target"
    }
  }

  /// Whether a healthy person, left to themselves or answering a stimulus, makes it.
  public var isHealthy: Bool {
    switch self {
    case .viewing, .search, .reading, .fixation, .saccades, .blinks, .pursuit, .doublePulses,
      .singleRun, .weakNystagmus, .headTremor, .noise, .optokinetic, .vestibuloOcular,
      .chairRotation:
      true
    default: false
    }
  }

  /// Whether it has bursts of back-to-back saccades.
  public var hasBursts: Bool {
    switch self {
    case .opsoclonus, .microOpsoclonus, .flutter, .microflutter, .voluntaryFlutter,
      .flutterOpsoclonus, .opsoclonusWithNystagmus, .flutterWithNystagmus:
      true
    default: false
    }
  }

  /// The patterns of the contract that it shows besides saccadic oscillations.
  var steadyPatterns: [String] {
    switch self {
    case .macrosaccadicOscillations: ["macrosaccadic-oscillations"]
    case .jerkNystagmus, .gazeEvoked, .infantile, .downbeat, .upbeat, .torsional,
      .periodicAlternating, .optokinetic, .vestibuloOcular, .chairRotation,
      .opsoclonusWithNystagmus, .flutterWithNystagmus:
      ["jerk-nystagmus"]
    case .pendular, .infantilePendular, .oculopalatal: ["pendular-nystagmus"]
    case .squareWaveJerks, .macroSquareWaveJerks: ["square-wave-jerks"]
    default: []
    }
  }

  /// The axis concentration that a kind named for its plane keeps to.
  var planeConcentration: ClosedRange<Double>? {
    switch self {
    case .opsoclonus, .microOpsoclonus, .opsoclonusWithNystagmus: 0...0.34
    case .flutter, .microflutter, .voluntaryFlutter, .flutterWithNystagmus: 0.86...1
    default: nil
    }
  }
}
