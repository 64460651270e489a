/// A screen's size, in pixels and in millimetres.
public struct Screen: Sendable, Equatable, Codable {
  public var widthPixels: Double
  public var heightPixels: Double
  public var widthMillimetres: Double
  public var heightMillimetres: Double

  public init(
    widthPixels: Double, heightPixels: Double, widthMillimetres: Double, heightMillimetres: Double
  ) {
    self.widthPixels = widthPixels
    self.heightPixels = heightPixels
    self.widthMillimetres = widthMillimetres
    self.heightMillimetres = heightMillimetres
  }
}

/// What turns a place on a screen into degrees, as far as it is known.
///
/// A file may declare some of it and options the rest; options win.
package struct ScreenGeometry: Sendable, Equatable {
  package var widthPixels: Double?
  package var heightPixels: Double?
  package var widthMillimetres: Double?
  package var heightMillimetres: Double?
  package var distanceMillimetres: Double?
  /// Pixels a degree at the screen's centre, as EyeLink files declare them, by axis.
  package var pixelsPerDegree: (horizontal: Double, vertical: Double)?
  /// Whether positions are EyeLink's HREF: on a plane of its own with zero straight ahead and y down,
  /// which no screen changes.
  package var isHREF = false
  /// Where the file's zero lies, and which way its y runs.
  package var origin: Origin = .topLeft

  package enum Origin: Sendable, Equatable {
    /// y runs down.
    case topLeft
    /// y runs up.
    case bottomLeft
    /// y runs up, zero in the middle.
    case centre
  }

  package init() {}

  package static func == (a: Self, b: Self) -> Bool {
    a.widthPixels == b.widthPixels && a.heightPixels == b.heightPixels
      && a.widthMillimetres == b.widthMillimetres && a.heightMillimetres == b.heightMillimetres
      && a.distanceMillimetres == b.distanceMillimetres && a.isHREF == b.isHREF
      && a.origin == b.origin
      && a.pixelsPerDegree?.horizontal == b.pixelsPerDegree?.horizontal
      && a.pixelsPerDegree?.vertical == b.pixelsPerDegree?.vertical
  }
}
