extension Format {
  /// All formats, in the order in which they are asked.
  static let all: [Format] = [
    // SR Research
    .eyeLinkAsc, .eyeLinkSampleReport, .gazeCom,
    // Tobii
    .tobiiProLab, .tobiiStudio3, .tobiiStudio2, .tobiiSDK, .tobiiSDKTuples, .tobiiEPrime,
    .tobiiPsychoPy,
    // Video-oculography and vestibular goggles
    .openIris, .icsImpulseTests, .icsImpulseDump,
    // Pupil Labs
    .pupilCore, .pupilCloud, .neonEyeStates,
    // Other eye trackers
    .smi, .gazepoint, .eyeTribe, .simpleGazeTracker, .smartEye, .viewPoint, .trackPixx, .asl,
    // Head-mounted displays
    .viveSRanipal, .picoNeo,
    // Browsers
    .webGazer,
    // Public data sets
    .gazeBaseVR, .gazeBase, .judo1000, .sbSat, .emtec, .potsdamBinge, .studyForrest, .barOr,
    // Electro-oculography
    .eogHladek, .eogSpikerBox, .eogTwoChannels,
  ]
}
