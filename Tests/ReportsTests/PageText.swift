import Foundation

/// What a page says, read from its HTML as a browser would show it.
struct PageText {
  let html: String

  init(_ html: String) { self.html = html }

  /// The texts of the elements that open with something, up to where they close.
  func texts(_ opening: String, to closing: String) -> [String] {
    html.components(separatedBy: opening).dropFirst().map {
      Self.text(
        of: (opening.hasSuffix(">") ? ">" : "") + $0.components(separatedBy: closing)[0])
    }
  }

  /// The rows of the body of the first table of a class, each the texts of its cells.
  func rows(ofTable className: String) -> [[String]] {
    let tables = html.components(separatedBy: "class=\"\(className)\"").dropFirst()
    let body = tables.first?.components(separatedBy: "</table>")[0]
      .components(separatedBy: "<tbody>").last
    return (body ?? "").components(separatedBy: "<tr").dropFirst().map { Self.cells($0) }
  }

  /// The texts of the cells of the first row that holds something.
  func cells(from opening: String, holding text: String) -> [String]? {
    html.components(separatedBy: opening).dropFirst()
      .map { $0.components(separatedBy: "</tr>")[0] }
      .first { $0.contains(text) }.map(Self.cells)
  }

  private static func cells(_ row: String) -> [String] {
    row.replacing("</td>", with: "</th>").components(separatedBy: "</th>").dropLast()
      .map { text(of: $0) }
  }

  /// A piece of HTML without its elements, its entities read.
  static func text(of markup: String) -> String {
    var text = ""
    var isTag = !markup.hasPrefix("<")
    for character in markup.drop(while: { $0 != "<" && $0 != ">" }) {
      if character == "<" {
        isTag = true
      } else if character == ">" {
        isTag = false
      } else if !isTag {
        text.append(character)
      }
    }
    return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
      .reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  /// The numbers in a text, a range's two ends among them.
  static func numbers(_ text: String) -> [Double] {
    text.replacing("\u{2212}", with: "-").replacing("–", with: " ").components(
      separatedBy: CharacterSet(charactersIn: "0123456789.-").inverted
    ).compactMap { Double($0.hasSuffix(".") ? String($0.dropLast()) : $0) }
  }

  /// Whether a text begins with a number of a document, rounded as far as it is written; a dash or
  /// a word where the document has none.
  static func isRounded(_ text: String, _ value: Any?) -> Bool {
    guard let value = value as? Double else { return numbers(text).isEmpty }
    return isRounded(Array(numbers(text).prefix(1)), [value], in: text)
  }

  /// Whether all the numbers in a text are those of a document, rounded as far as they are written.
  static func areRounded(_ text: String, _ values: [Double]) -> Bool {
    isRounded(numbers(text), values, in: text)
  }

  private static func isRounded(_ shown: [Double], _ values: [Double], in text: String) -> Bool {
    let decimals = text.split { !"0123456789.".contains($0) }
      .filter { $0.contains { $0 != "." } }
      .map { $0.split(separator: ".").dropFirst().first?.count ?? 0 }
    return shown.count == values.count
      && zip(zip(shown, decimals), values).allSatisfy { shown, value in
        abs(shown.0 - value) <= 0.5 * pow(10, -Double(shown.1)) + 1e-9
      }
  }
}

/// A JSON document, by its keys.
struct StoredValues {
  let root: [String: Any]

  init?(_ text: String) {
    guard
      let root = (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any]
    else { return nil }
    self.root = root
  }

  subscript(_ path: String...) -> Any? {
    path.reduce(root as Any?) { ($0 as? [String: Any])?[$1] }
  }

  func number(_ path: String...) -> Double? {
    path.reduce(root as Any?) { ($0 as? [String: Any])?[$1] } as? Double
  }

  func finding(_ pattern: String) -> [String: Any] {
    (root["findings"] as? [[String: Any]])?.first { $0["pattern"] as? String == pattern } ?? [:]
  }

  func measure(_ name: String, of pattern: String) -> Double? {
    (finding(pattern)["measures"] as? [String: Any])?[name] as? Double
  }

  func interval(_ name: String, of pattern: String) -> [Double]? {
    (finding(pattern)["measures"] as? [String: Any])?[name + "Interval"] as? [Double]
  }
}
