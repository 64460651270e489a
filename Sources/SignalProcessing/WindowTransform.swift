/// The spectra of single windows of a signal, their straight-line trend taken away, under Hann's
/// window.
struct WindowTransform: ~Copyable {
  let length: Int
  let samplingRate: Double
  private let fft: RealFFT
  private let piece: AlignedBuffer<Float>
  private let spectrum: AlignedBuffer<(Float, Float)>

  init(length: Int, samplingRate: Double) {
    self.length = length
    self.samplingRate = samplingRate
    fft = RealFFT.shared(length: length)
    piece = AlignedBuffer(zeros: length)
    spectrum = AlignedBuffer(zeros: fft.bins)
  }

  var binWidth: Double { samplingRate / Double(length) }

  /// The one-sided density of all channels together in the window from a sample on, in squared
  /// units a hertz. At zero and at half the sampling rate it counts double.
  func density(of channels: [[Float]], from start: Int) -> [Double] {
    var density = [Double](repeating: 0, count: fft.bins)
    let scale = 2 / (samplingRate * 0.375 * Double(length))
    for channel in channels {
      channel.withUnsafeBufferPointer { samples in
        taper(UnsafeBufferPointer(rebasing: samples[start..<(start + length)]))
      }
      fft(piece, into: spectrum)
      for bin in density.indices {
        let (real, imaginary) = spectrum.elements[bin]
        density[bin] += scale * Double(real * real + imaginary * imaginary)
      }
    }
    return density
  }

  private func taper(_ samples: UnsafeBufferPointer<Float>) {
    let line = samples.line
    fft.window.withUnsafeBufferPointer { window in
      let piece = piece.elements
      precondition(samples.count == length && window.count == length && piece.count == length)
      for index in 0..<length {
        let trend = line.first + Float(index) * line.step
        piece[index] = (samples[index] - trend) * window[index]
      }
    }
  }
}

extension UnsafeBufferPointer<Float> {
  /// The straight line of the least squares: its first value, and its step from sample to sample.
  var line: (first: Float, step: Float) {
    let origin = self[0]
    let middle = Float(count - 1) / 2
    var sum: Float = 0
    var moment: Float = 0
    for index in 0..<count {
      let value = self[index] - origin
      sum += value
      moment += (Float(index) - middle) * value
    }
    let n = Float(count)
    let step = count > 1 ? moment / (n * (n * n - 1) / 12) : 0
    return (origin + sum / n - step * middle, step)
  }
}
