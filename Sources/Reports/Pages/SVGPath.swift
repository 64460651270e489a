/// The data of an SVG path, with a tenth of a unit's precision.
struct SVGPath: Sendable {
  private var bytes: [UInt8] = []

  init(reserving count: Int = 64) { bytes.reserveCapacity(count) }

  var text: String { String(decoding: bytes, as: UTF8.self) }
  var isEmpty: Bool { bytes.isEmpty }

  mutating func move(_ x: Double, _ y: Double) { add("M", x, y) }
  mutating func line(_ x: Double, _ y: Double) { add("L", x, y) }
  mutating func vertical(_ y: Double) { add("V", y) }
  mutating func horizontal(_ x: Double) { add("H", x) }
  mutating func close() { bytes.append(UInt8(ascii: "Z")) }

  /// A dot, which takes a round line cap to be seen.
  mutating func dot(_ x: Double, _ y: Double) {
    move(x, y)
    bytes += "h0".utf8
  }

  mutating func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    move(x, y)
    horizontal(x + width)
    vertical(y + height)
    horizontal(x)
    close()
  }

  /// An arc of a circle from the current point, counter-clockwise as one looks at it.
  mutating func arc(radius: Double, to x: Double, _ y: Double) {
    add("A", radius, radius)
    bytes += " 0 0 0 ".utf8
    append(x)
    bytes.append(UInt8(ascii: " "))
    append(y)
  }

  private mutating func add(_ command: Unicode.Scalar, _ values: Double...) {
    bytes.append(UInt8(ascii: command))
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: " ")) }
      append(value)
    }
  }

  private mutating func append(_ value: Double) {
    guard value.isFinite else {
      bytes.append(UInt8(ascii: "0"))
      return
    }
    var tenths = Int((max(-1e6, min(1e6, value)) * 10).rounded())
    if tenths < 0 {
      bytes.append(UInt8(ascii: "-"))
      tenths = -tenths
    }
    bytes += String(tenths / 10).utf8
    if tenths % 10 != 0 {
      bytes.append(UInt8(ascii: "."))
      bytes.append(UInt8(ascii: "0") + UInt8(tenths % 10))
    }
  }
}
