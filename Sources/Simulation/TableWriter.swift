import Recordings

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension SimulatedRecording {
  /// The recording as a table in memory.
  ///
  /// - Parameter decimals: Of angles, 0 to 8.
  public func csv(style: TableStyle = .degrees, decimals: Int = 4) -> [UInt8] {
    var bytes: [UInt8] = []
    writeTable(style: style, decimals: decimals) { bytes += $0 }
    return bytes
  }

  /// Hands the table on in parts of about a megabyte, so that an hour need not be held in memory.
  public func writeTable(
    style: TableStyle = .degrees, decimals: Int = 4, _ write: ([UInt8]) throws -> Void
  ) rethrows {
    var writer = TableWriter(samples: samples, style: style, decimals: min(max(decimals, 0), 8))
    try writer.write(to: write)
  }
}

private struct TableWriter {
  let style: TableStyle
  let decimals: Int
  let samples: SampledEyes
  private var columns: [Column] = []
  private var output: [UInt8] = []

  private struct Column {
    let name: String
    let values: [Float]
    let decimals: Int
    let kind: Kind

    enum Kind {
      case plain, validity
      case pixel(centre: Double, perMillimetre: Double)
    }
  }

  private static let partSize = 1 << 20

  init(samples: SampledEyes, style: TableStyle, decimals: Int) {
    self.style = style
    self.decimals = decimals
    self.samples = samples
    let eyes = style == .capitals ? samples.eyes.reversed() : samples.eyes
    for (eye, channels) in eyes { add(channels, of: eye) }
  }

  private mutating func add(_ channels: SampledEye, of eye: Eye) {
    let name = eye == .cyclopean ? "" : eye.rawValue
    let isPixels = style == .pixels
    columns.append(
      Column(
        name: style.name(.x, eye: name), values: channels.horizontal,
        decimals: isPixels ? 1 : decimals,
        kind: isPixels ? .pixel(centre: 960, perMillimetre: 1920.0 / 531) : .plain))
    columns.append(
      Column(
        name: style.name(.y, eye: name), values: channels.vertical,
        decimals: isPixels ? 1 : decimals,
        kind: isPixels ? .pixel(centre: 540, perMillimetre: -1080.0 / 299) : .plain))
    if let torsion = channels.torsional {
      columns.append(
        Column(
          name: style.name(.torsion, eye: name), values: torsion, decimals: decimals, kind: .plain))
    }
    if let pupil = channels.pupil {
      columns.append(
        Column(name: style.name(.pupil, eye: name), values: pupil, decimals: 3, kind: .plain))
    }
    if style == .validity {
      let prefix = name.isEmpty ? "" : name + "_"
      columns.append(
        Column(
          name: prefix + "validity", values: channels.horizontal, decimals: 0, kind: .validity))
    }
  }

  mutating func write(to sink: ([UInt8]) throws -> Void) rethrows {
    output.reserveCapacity(Self.partSize + 4096)
    output += Array(style.clock.name.utf8)
    for column in columns {
      output.append(style.delimiter)
      output += Array(column.name.utf8)
    }
    output.append(UInt8(ascii: "\n"))
    for sample in samples.rows.joined() {
      append(row: sample)
      if output.count >= Self.partSize {
        try sink(output)
        output.removeAll(keepingCapacity: true)
      }
    }
    try sink(output)
    output = []
  }

  private mutating func append(row sample: Int) {
    let clock = style.clock
    let scale = powerOfTen(clock.decimals)
    let ticks = Int64((samples.time(sample) * clock.ticks * scale).rounded())
    output.append(fixed: ticks + clock.start * Int64(scale), decimals: clock.decimals)
    for column in columns {
      output.append(style.delimiter)
      let value = column.values[sample]
      if case .validity = column.kind {
        output.append(value.isFinite ? UInt8(ascii: "1") : UInt8(ascii: "0"))
        continue
      }
      guard value.isFinite else {
        output += style.missing
        continue
      }
      var written = Double(value)
      if case .pixel(let centre, let perMillimetre) = column.kind {
        written = centre + 600 * tan(written * .pi / 180) * perMillimetre
      }
      output.append(written, decimals: column.decimals)
    }
    output.append(UInt8(ascii: "\n"))
  }
}

func powerOfTen(_ exponent: Int) -> Double {
  (0..<exponent).reduce(1.0) { power, _ in power * 10 }
}

extension [UInt8] {
  /// A number with a fixed count of decimals, halves away from zero; `-0` is written as 0.
  mutating func append(_ value: Double, decimals: Int) {
    append(fixed: Int64((value * powerOfTen(decimals)).rounded()), decimals: decimals)
  }

  /// A whole number of units of the last decimal.
  mutating func append(fixed value: Int64, decimals: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    let first = count
    var digits = 0
    while rest > 0 || digits <= decimals {
      append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
      digits += 1
      if digits == decimals && decimals > 0 { append(UInt8(ascii: ".")) }
    }
    self[first...].reverse()
  }
}
