#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The samples of one eye as the file holds them.
struct SampledEye: Sendable {
  var horizontal: [Float]
  var vertical: [Float]
  var torsional: [Float]?
  var pupil: [Float]?
}

/// A ``TrackerModel`` at work on one eye.
struct Tracker {
  let model: TrackerModel
  let blinks: [Blink]
  /// When samples are lost besides blinks.
  let losses: [Range<Double>]
  /// Deviation of each sampling time in seconds; empty where the clock is even.
  let clockErrors: [Double]
  let sampleCount: Int

  /// Path samples for each one taken, so that the path has 4000 a second or more.
  static func oversampling(rate: Double) -> Int { max(2, Int((4000 / rate).rounded(.up))) }

  func record(
    _ renderer: EyeRenderer, torsion: Bool, pupilSize: Double?, random: inout RandomGenerator
  ) -> SampledEye {
    var eye = expose(renderer, torsion: torsion)
    coverByBlinks(&eye)
    eye.pupil = pupilSize.map { pupil(around: $0, random: &random) }
    lose(&eye)
    disturb(&eye.horizontal, random: &random)
    disturb(&eye.vertical, random: &random)
    if eye.torsional != nil { disturb(&eye.torsional!, random: &random) }
    if model.exportRate != nil { upsample(&eye) }
    calibrate(&eye, random: &random)
    return eye
  }

  /// Averages the path over each exposure.
  private func expose(_ start: EyeRenderer, torsion: Bool) -> SampledEye {
    var renderer = start
    let step = Self.oversampling(rate: model.samplingRate)
    let window = max(1, Int((model.exposure * Double(step)).rounded()))
    let margin = Self.margin(step)
    var eye = SampledEye(horizontal: [], vertical: [], torsional: torsion ? [] : nil)
    eye.horizontal.reserveCapacity(sampleCount)
    eye.vertical.reserveCapacity(sampleCount)
    let chunk = max(8192 / step, 16)
    var buffer: [Vector3] = []
    renderer.render(2 * margin, into: &buffer)
    for first in stride(from: 0, to: sampleCount, by: chunk) {
      let last = min(first + chunk, sampleCount)
      renderer.render((last - first) * step, into: &buffer)
      for sample in first..<last {
        let middle = margin + (sample - first) * step - window / 2
        var mean = Self.average(buffer, from: middle, count: window)
        if !clockErrors.isEmpty {
          let shift = clockErrors[sample] * model.samplingRate * Double(step)
          let whole = Int(shift.rounded(.down))
          let early = Self.average(buffer, from: middle + whole, count: window)
          let late = Self.average(buffer, from: middle + whole + 1, count: window)
          mean = early + (late - early) * (shift - Double(whole))
        }
        eye.horizontal.append(Float(mean.x))
        eye.vertical.append(Float(mean.y))
        if torsion { eye.torsional!.append(Float(mean.z)) }
      }
      buffer.removeFirst(buffer.count - 2 * margin)
    }
    return eye
  }

  /// Path samples kept on both sides of a chunk: for exposures and for times that jitter.
  static func margin(_ step: Int) -> Int { 2 * step + 2 }

  private static func average(
    _ buffer: [Vector3], from first: Int, count: Int
  ) -> Vector3 {
    var sum = buffer[first]
    var index = first + 1
    while index < first + count {
      sum += buffer[index]
      index += 1
    }
    return sum / Double(count)
  }

  /// The samples between two times.
  private func samples(_ time: Range<Double>) -> Range<Int> {
    let first = Int((time.lowerBound * model.samplingRate).rounded(.up)).clamped(
      to: 0...sampleCount)
    let last = Int((time.upperBound * model.samplingRate).rounded(.up)).clamped(
      to: first...sampleCount)
    return first..<last
  }

  private func coverByBlinks(_ eye: inout SampledEye) {
    for blink in blinks {
      for sample in samples(blink.onset..<blink.offset) {
        let drag = blink.drag * blink.closure(at: Double(sample) / model.samplingRate)
        eye.horizontal[sample] += Float(drag.x)
        eye.vertical[sample] += Float(drag.y)
      }
      guard !blink.isPartial else { continue }
      let covered = samples(blink.covered)
      conceal(&eye.horizontal, covered)
      conceal(&eye.vertical, covered)
      if eye.torsional != nil { conceal(&eye.torsional!, covered) }
    }
  }

  private func conceal(_ channel: inout [Float], _ samples: Range<Int>) {
    guard !samples.isEmpty else { return }
    let before = channel[max(samples.lowerBound - 1, 0)]
    let after = channel[min(samples.upperBound, channel.count - 1)]
    for (step, sample) in samples.enumerated() {
      switch model.blinkHandling {
      case .missing: channel[sample] = .nan
      case .held: channel[sample] = before
      case .interpolated:
        channel[sample] = before + (after - before) * Float(step + 1) / Float(samples.count + 1)
      }
    }
  }

  private func pupil(around size: Double, random: inout RandomGenerator) -> [Float] {
    var sizes = [Float](repeating: 0, count: sampleCount)
    let memory = exp(-1 / model.samplingRate)
    let fresh = (1 - memory * memory).squareRoot()
    var wander = random.normal()
    for sample in 0..<sampleCount {
      wander = wander * memory + fresh * random.normal()
      sizes[sample] = Float(size * (1 + 0.05 * wander) + 0.01 * random.normal())
    }
    for blink in blinks {
      for sample in samples(blink.onset..<blink.offset) {
        let closure = blink.closure(at: Double(sample) / model.samplingRate)
        sizes[sample] *= Float(1 - 0.8 * closure * (blink.isPartial ? 0.6 : 1))
      }
      if !blink.isPartial { for sample in samples(blink.covered) { sizes[sample] = .nan } }
    }
    return sizes
  }

  private func lose(_ eye: inout SampledEye) {
    for loss in losses {
      for sample in samples(loss) {
        eye.horizontal[sample] = .nan
        eye.vertical[sample] = .nan
        eye.torsional?[sample] = .nan
        eye.pupil?[sample] = .nan
      }
    }
  }

  /// Noise, spikes, quantisation and the vendor's filter on one channel.
  private func disturb(_ channel: inout [Float], random: inout RandomGenerator) {
    var noise = NoiseSource(model)
    if model.noise > 0 {
      for sample in channel.indices { channel[sample] += Float(noise.next(&random)) }
    }
    if model.spikesPerSecond > 0 {
      let chance = model.spikesPerSecond / model.samplingRate
      for sample in channel.indices where random.chance(chance) {
        channel[sample] += Float(random.normal() * model.spikeSize)
      }
    }
    if model.quantisation > 0 {
      let step = Float(model.quantisation)
      for sample in channel.indices { channel[sample] = (channel[sample] / step).rounded() * step }
    }
    if let cutoff = model.lowPass {
      let filter = ButterworthLowPass(cutoff: cutoff, rate: model.samplingRate)
      filter.apply(to: &channel, zeroPhase: model.lowPassIsZeroPhase)
    }
  }

  private func upsample(_ eye: inout SampledEye) {
    let upsampler = Upsampler(
      from: model.samplingRate, to: model.fileRate, interpolation: model.interpolation)
    eye.horizontal = upsampler.resample(eye.horizontal)
    eye.vertical = upsampler.resample(eye.vertical)
    eye.torsional = eye.torsional.map(upsampler.resample)
    eye.pupil = eye.pupil.map(upsampler.resample)
  }

  /// Mains hum, gain error and crosstalk.
  private func calibrate(_ eye: inout SampledEye, random: inout RandomGenerator) {
    if model.hum > 0 {
      let phase = random.uniform(0...(2 * .pi))
      for sample in eye.horizontal.indices {
        let time = Double(sample) / model.fileRate
        let hum = Float(model.hum * sin(2 * .pi * model.humFrequency * time + phase))
        eye.horizontal[sample] += hum
        eye.vertical[sample] += 0.7 * hum
      }
    }
    if model.gain != SIMD2(1, 1) || model.crosstalk != SIMD2() {
      for sample in eye.horizontal.indices {
        let x = Double(eye.horizontal[sample])
        let y = Double(eye.vertical[sample])
        eye.horizontal[sample] = Float(model.gain.x * x + model.crosstalk.x * y)
        eye.vertical[sample] = Float(model.gain.y * y + model.crosstalk.y * x)
      }
    }
  }
}
