/// A piece of HTML or SVG that is safe to put into a page.
///
/// It is made of elements and of texts, and every text is escaped as it becomes one: no string from
/// a file or a name reaches a page in another way.
struct Markup: Sendable, Equatable {
  private(set) var text: String

  /// Nothing.
  init() { text = "" }

  private init(trusted text: String) { self.text = text }

  /// A text, escaped.
  static func text(_ string: String) -> Markup { Markup(trusted: escaped(string)) }

  /// What the program itself wrote: its style and its script.
  static func own(_ text: StaticString) -> Markup { Markup(trusted: "\(text)") }

  /// An element with its contents; attributes stand in the order in which they are given, those
  /// with `nil` are left out.
  static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:],
    _ contents: Markup...
  ) -> Markup {
    element(name, attributes, contents)
  }

  static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:],
    _ contents: [Markup]
  ) -> Markup {
    var markup = Markup(trusted: "<\(name)")
    for (key, value) in attributes {
      guard let value else { continue }
      markup.text += " \(key)=\"\(escaped(value))\""
    }
    markup.text += ">"
    for part in contents { markup.text += part.text }
    markup.text += "</\(name)>"
    return markup
  }

  /// An element that has no contents and no end, such as `meta`.
  static func void(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>
  ) -> Markup {
    let whole = element(name, attributes)
    return Markup(trusted: String(whole.text.dropLast("\(name)".utf8.count + 3)))
  }

  static func + (one: Markup, other: Markup) -> Markup { Markup(trusted: one.text + other.text) }

  static func += (one: inout Markup, other: Markup) { one.text += other.text }

  /// The text with what HTML acts on replaced, and with what would draw over its surroundings or
  /// turn their direction made visible.
  private static func escaped(_ string: String) -> String {
    guard string.utf8.contains(where: needsCare) else { return string }
    var result = ""
    result.reserveCapacity(string.utf8.count + 16)
    for scalar in string.printable.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func needsCare(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x7f...,
      UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }
}

extension Markup: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  /// A text, escaped like any other.
  init(stringLiteral value: String) { self = .text(value) }
}

extension [Markup] {
  func joined() -> Markup { reduce(into: Markup()) { $0 += $1 } }
}
