import EyeMovements
import Foundation
import Oscillations
import Recordings
import Simulation

@testable import Reports

/// A simulated recording's page, and the document that it has to agree with.
struct Golden {
  let page: PageText
  let document: StoredValues
  /// The pattern whose finding the page leads with.
  let lead: String
  /// What the table of events holds of what was left out.
  let losses: [(word: String, count: Int)]

  init(_ kind: SimulationKind, unit: Recording.Unit = .degrees) throws {
    var simulation = Simulation(kind: kind, seed: 11, duration: 24, severity: 0.6)
    simulation.tracker.samplingRate = 250
    let simulated = try simulation.run().recording
    let recording = Recording(
      id: "a", samplingRate: simulated.samplingRate, runs: simulated.runs,
      traces: simulated.traces, quantity: simulated.quantity, unit: unit, frame: simulated.frame,
      clock: simulated.clock, source: Source(format: "table"))
    let analysis = Analyzer().analysis(of: recording)
    let provenance = try Provenance(
      parameters: Parameters(), options: ReadingOptions(), fftw: "fftw-3")
    page = PageText(RecordingPage(analysis, of: recording, provenance: provenance).text)
    guard let document = StoredValues(RecordingDocument(analysis, provenance: provenance).page)
    else { throw CocoaError(.coderReadCorrupt) }
    self.document = document
    let patterns = Pattern.allCases.map(\.rawValue)
    let summary = document["pattern"] as? String ?? ""
    let open = patterns.filter {
      document.finding($0)["status"] as? String == "indeterminate"
    }
    lead = patterns.contains(summary) ? summary : open.first ?? "saccadic-oscillations"
    let types = EventTable(analysis).text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)[2]
    }
    losses = [
      ("blink", types.count { $0 == "blink" }),
      ("gap", types.count { $0 == "missing" || $0 == "artefact" }),
    ]
  }

  struct Expected {
    var value: Double?
    var interval: [Double] = []
    var unit = ""
    var isFlagged = false
  }

  /// The back-to-back pattern whose measures the page gives.
  private var oscillations: String {
    ["opsoclonus", "ocular-flutter"].contains(lead) ? lead : "saccadic-oscillations"
  }

  private func isConsistent(_ pattern: String) -> Bool {
    document.finding(pattern)["status"] as? String == "consistent"
  }

  private func isAssessable(_ pattern: String) -> Bool {
    document.finding(pattern)["status"] as? String != "not-assessable"
  }

  /// What the document says for a row of the table of measures; `nil` for a row of no document.
  func measure(_ name: String) -> Expected? {
    ofBursts(name) ?? ofNystagmus(name) ?? ofIntrusions(name)
  }

  private func ofBursts(_ name: String) -> Expected? {
    func value(_ key: String) -> Double? { document.measure(key, of: oscillations) }
    func range(_ keys: String...) -> [Double] { keys.compactMap(value) }
    switch name {
    case _ where name.hasPrefix("Time in "):
      let burden = document.finding(lead)["burdenPercent"] as? Double
      return Expected(value: isAssessable(lead) ? burden : nil, unit: "%")
    case "Episodes of back-to-back saccades":
      let isKnown = isAssessable(oscillations)
      return Expected(
        value: isKnown ? value("episodesPerMinute") : nil,
        interval: document.interval("episodesPerMinute", of: oscillations) ?? [], unit: "/min",
        isFlagged: isConsistent("saccadic-oscillations"))
    case "Episodes that could be missed":
      return Expected(value: value("upperRatePerMinute"), unit: "/min")
    case "Interval between their saccades":
      if lead == "macrosaccadic-oscillations" { return nil }
      return Expected(
        value: value("gapMedianMilliseconds"),
        interval: range("gapP10Milliseconds", "gapP90Milliseconds"), unit: "ms",
        isFlagged: value("gapMedianMilliseconds") ?? 99 <= 40)
    case "Their frequency": return Expected(value: value("frequencyMedianHertz"), unit: "Hz")
    case "Their amplitude":
      if ["square-wave-jerks", "macrosaccadic-oscillations"].contains(lead) { return nil }
      return Expected(
        value: value("amplitudeMedianDegrees"), interval: range("amplitudeP90Degrees"), unit: "°")
    case "Axis concentration R2 (n = \(Int(value("planeSaccades") ?? 0)))":
      let plane = value("planeConcentration")
      return Expected(value: plane, isFlagged: plane ?? 1 <= 0.4)
    case "Peak velocity to main sequence":
      let ratio = value("mainSequenceRatio") ?? 1
      return Expected(value: value("mainSequenceRatio"), isFlagged: !(0.4...2).contains(ratio))
    default: return nil
    }
  }

  private func ofNystagmus(_ name: String) -> Expected? {
    let speed = "slowPhaseSpeedDegreesPerSecond"
    switch name {
    case "Slow-phase speed in beats":
      return Expected(
        value: document.measure(speed, of: "jerk-nystagmus"),
        interval: document.interval(speed, of: "jerk-nystagmus") ?? [], unit: "°/s",
        isFlagged: isConsistent("jerk-nystagmus"))
    case _ where name.hasPrefix("Slow-phase velocity, "):
      let axis = name.components(separatedBy: ", ")[1]
      return Expected(
        value: document.number("nystagmus", "slowPhaseVelocity", axis),
        interval: document["nystagmus", "slowPhaseVelocityInterval", axis] as? [Double] ?? [],
        unit: "°/s")
    case "Beat frequency (n = \(Int(document.number("nystagmus", "beats") ?? 0)))":
      return Expected(value: document.number("nystagmus", "beatFrequencyHz"), unit: "Hz")
    case "Pendular frequency":
      return Expected(
        value: document.number("pendular", "frequencyHz"), unit: "Hz",
        isFlagged: isConsistent("pendular-nystagmus"))
    case "Pendular amplitude":
      return Expected(value: document.number("pendular", "amplitudeDegrees"), unit: "°")
    case "Its velocity to main sequence":
      let ratio = document.measure("mainSequenceRatio", of: "pendular-nystagmus")
      return Expected(value: ratio, isFlagged: ratio ?? 1 < 0.5)
    default: return nil
    }
  }

  private func ofIntrusions(_ name: String) -> Expected? {
    func value(_ key: String) -> Double? { document.measure(key, of: lead) }
    let squareWaves = "square-wave-jerks"
    switch name {
    case "Square-wave jerks from 0.5°":
      let rate = document.measure("squareWavesPerMinute", of: squareWaves)
      return Expected(
        value: isAssessable(squareWaves) ? rate : nil,
        interval: document.interval("squareWavesPerMinute", of: squareWaves) ?? [], unit: "/min",
        isFlagged: isConsistent(squareWaves))
    case "Interval within a pair": return Expected(value: value("durationMedianSeconds"), unit: "s")
    case "Interval between their saccades":
      return Expected(
        value: value("gapMedianMilliseconds"), unit: "ms", isFlagged: isConsistent(lead))
    case "Half-cycles in \(document.finding(lead)["episodes"] as? Int ?? 0) runs":
      return Expected(value: value("halfCycles"))
    case "Their amplitude":
      return Expected(
        value: value("amplitudeMedianDegrees"),
        interval: [value("amplitudeP90Degrees")].compactMap(\.self), unit: "°")
    case "Fixation stability (BCEA, 68 %)":
      return Expected(value: document.number("signal", "bceaSquareDegrees"), unit: "deg²")
    default: return nil
    }
  }

  /// The numbers of the page's first sentence, in its order.
  var numbersOfSentence: [Double] {
    let values: [Double?]
    switch document["pattern"] as? String ?? "" {
    case "jerk-nystagmus":
      values = [
        document.measure("slowPhaseSpeedDegreesPerSecond", of: lead),
        document.number("nystagmus", "beatFrequencyHz"),
      ]
    case "pendular-nystagmus":
      values =
        ["frequencyHz", "amplitudeDegrees"].map { document.number("pendular", $0) }
        + [oblique(document.number("pendular", "axisDegrees"))]
    case "ocular-flutter": values = [oblique(document.measure("planeAxisDegrees", of: lead))]
    case "square-wave-jerks": values = [document.measure("squareWavesPerMinute", of: lead)]
    case "macrosaccadic-oscillations":
      values = [document.measure("gapMedianMilliseconds", of: lead)]
    case "none-seen":
      values = [
        document.number("assessability", "saccadicOscillations", "assessableSeconds"),
        document.measure("upperRatePerMinute", of: lead),
        document.measure("smallestDetectableDegrees", of: lead), 95,
      ]
    case "not-assessable":
      let reasons =
        document["assessability", "saccadicOscillations", "reasons"] as? [[String: Any]]
      return PageText.numbers(reasons?.first?["text"] as? String ?? "")
    default: values = []
    }
    return values.compactMap(\.self)
  }

  /// The angle of an axis that is neither horizontal nor vertical.
  private func oblique(_ axis: Double?) -> Double? {
    axis.flatMap { (20...70).contains(min($0, 180 - $0)) ? $0 : nil }
  }

  /// What may separate a pattern from the one that leads.
  func separating(_ name: String) -> [Double?] {
    func ofBursts(_ key: String) -> Double? { document.measure(key, of: oscillations) }
    switch name {
    case "Opsoclonus", "Ocular flutter": return [ofBursts("planeConcentration")]
    case "Pendular nystagmus":
      return [
        ofBursts("mainSequenceRatio"),
        document.measure("spectralConcentration", of: "pendular-nystagmus"),
      ]
    case "Noise, artefact": return [ofBursts("mainSequenceRatio")]
    case "Macrosaccadic oscillations":
      return [
        ofBursts("gapMedianMilliseconds"),
        document.measure("halfCycles", of: "macrosaccadic-oscillations"),
      ]
    case "Square-wave jerks":
      return [
        ofBursts("gapMedianMilliseconds"),
        document.measure("squareWavesPerMinute", of: "square-wave-jerks"),
      ]
    case "Saccadic oscillations":
      return [document.measure("episodesPerMinute", of: "saccadic-oscillations")]
    case "Jerk nystagmus": return [document.measure("beats", of: "jerk-nystagmus")]
    case "Voluntary flutter": return [ofBursts("episodeMedianSeconds")]
    case "Ordinary viewing":
      return [document.measure("pairedSaccadeShare", of: "square-wave-jerks")]
    default: return []
    }
  }
}
