internal import CFFTW
internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The version of FFTW that is linked, such as `fftw-3.3.10-sse2-avx`.
public var fftwVersion: String { String(cString: opsoscope_fftw_version()) }

/// The Fourier transform of real samples, of one length.
///
/// Immutable: any number of threads may use one at once. Plans are made by FFTW's rule of thumb
/// (ESTIMATE), which measures nothing: the same machine and input give the same bytes, and a plan
/// costs less than a millisecond.
final class RealFFT: Sendable {
  let length: Int
  /// Hann's window of that length.
  let window: [Float]
  // Set once; executing only reads it.
  private nonisolated(unsafe) let plan: fftwf_plan

  /// Frequencies from 0 to half the sampling rate.
  var bins: Int { length / 2 + 1 }

  /// The transform of a length, made at its first use and shared between threads from then on.
  static func shared(length: Int) -> RealFFT {
    plans.withLock { plans in
      if let known = plans[length] { return known }
      // Folders mix few rates, and so few lengths; a bound all the same.
      if plans.count >= 64 { plans.removeAll() }
      let made = RealFFT(length: length)
      plans[length] = made
      return made
    }
  }

  private init(length: Int) {
    precondition(length > 1 && length <= Int(Int32.max))
    let input = AlignedBuffer<Float>(zeros: length)
    let output = AlignedBuffer<fftwf_complex>(zeros: length / 2 + 1)
    let made = planner.withLock { _ in
      UInt(
        bitPattern: fftwf_plan_dft_r2c_1d(
          Int32(length), input.elements.baseAddress, output.elements.baseAddress,
          FFTW_ESTIMATE | FFTW_PRESERVE_INPUT))
    }
    guard let plan = fftwf_plan(bitPattern: made) else {
      fatalError("FFTW made no plan for \(length) samples")
    }
    self.length = length
    self.plan = plan
    window = (0..<length).map { Float(0.5 - 0.5 * cos(2 * .pi * Double($0) / Double(length))) }
  }

  deinit {
    planner.withLock { _ in fftwf_destroy_plan(plan) }
  }

  /// Transforms the samples; the spectrum is not divided by their number.
  func callAsFunction(
    _ samples: borrowing AlignedBuffer<Float>,
    into spectrum: borrowing AlignedBuffer<(Float, Float)>
  ) {
    precondition(samples.count >= length && spectrum.count >= bins)
    spectrum.elements.withMemoryRebound(to: fftwf_complex.self) {
      fftwf_execute_dft_r2c(plan, samples.elements.baseAddress, $0.baseAddress)
    }
  }

  /// The smallest even length of at least `count` whose only prime factors are 2, 3 and 5, which
  /// FFTW transforms fast.
  static func fastLength(atLeast count: Int) -> Int {
    var length = max(2, count + count % 2)
    while true {
      var rest = length
      for factor in [2, 3, 5] {
        while rest % factor == 0 { rest /= factor }
      }
      if rest == 1 { return length }
      length += 2
    }
  }
}

/// FFTW's planner keeps a state for the whole process: plans are made and destroyed one at a time.
private let planner = Mutex<Void>(())

private let plans = Mutex<[Int: RealFFT]>([:])
