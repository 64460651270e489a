import EyeMovements
import Oscillations
import Recordings

/// A property of the signal that decides what it can answer.
struct SignalFact: Sendable, Equatable {
  let value: String
  let name: String

  static func all(_ subject: PageSubject) -> [SignalFact] {
    let signal = subject.analysis.signal
    let losses = subject.analysis.movements.losses
    var facts: [SignalFact?] = [
      fact(PageNumber.withUnit(signal.samplingRate, .hertz, decimals: 0), PageWords.sampled),
      fact(PageNumber.withUnit(signal.effectiveRate, .hertz, decimals: 0), PageWords.effective),
      fact(PageNumber.withUnit(signal.bandwidth, .hertz, decimals: 0), PageWords.bandwidth),
      fact(PageNumber.withUnit(signal.validPercent, .percent), PageWords.valid),
      fact(
        subject.withUnit(
          signal.noiseStandardDeviation, .degrees, decimals: subject.isInDegrees ? 3 : nil),
        PageWords.noise),
      rejected(losses.count { $0.kind == .blink }, PageWords.blink),
      rejected(losses.count { $0.kind != .blink }, PageWords.gap),
    ]
    if signal.clock.rateIsDeclared {
      facts.append(SignalFact(value: PageWords.declaredRate, name: ""))
    }
    if signal.clock.resampled { facts.append(SignalFact(value: PageWords.resampled, name: "")) }
    return facts.compactMap(\.self)
  }

  private static func rejected(_ count: Int, _ noun: String) -> SignalFact {
    SignalFact(value: String(count), name: PageWords.rejected(count, noun))
  }

  private static func fact(_ value: String?, _ name: String) -> SignalFact? {
    value.map { SignalFact(value: $0, name: name) }
  }
}
