import Cohorts
import Recordings

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A page around its contents: one file that loads nothing, and that runs no script but ours.
enum PageShell {
  /// - Parameter script: what the page can do more with; it does without.
  static func page(
    title: String, bodyClass: String, style: StaticString = "", script: StaticString?,
    _ contents: [Markup]
  ) -> String {
    let styles = "\(PageStyle.common)\(style)"
    let head = Markup.element(
      "head",
      [:],
      [
        .void("meta", ["charset": "utf-8"]),
        .void(
          "meta",
          [
            "http-equiv": "Content-Security-Policy",
            "content": policy(style: styles, script: script.map { "\($0)" }),
          ]),
        .void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        .void("meta", ["name": "color-scheme", "content": "light dark"]),
        .void("meta", ["name": "referrer", "content": "no-referrer"]),
        .element("title", [:], .text(title)),
        .element("style", [:], .own(PageStyle.common), .own(style)),
      ])
    let body = Markup.element(
      "body", ["class": bodyClass],
      contents + [script.map { .element("script", [:], .own($0)) } ?? Markup()])
    return "<!DOCTYPE html>\n"
      + Markup.element("html", ["lang": PageWords.language], head, body).text + "\n"
  }

  /// Nothing from anywhere; the page's own style and script by their hashes.
  private static func policy(style: String, script: String?) -> String {
    let script = script.map { " script-src \(source($0));" } ?? ""
    return "default-src 'none'; style-src \(source(style));\(script) base-uri 'none';"
      + " form-action 'none'"
  }

  private static func source(_ text: String) -> String {
    let digits = Array(InputDigest(of: Array(text.utf8)).sha256.utf8)
    var bytes = Data(capacity: digits.count / 2)
    for index in stride(from: 0, to: digits.count, by: 2) {
      bytes.append(value(digits[index]) << 4 | value(digits[index + 1]))
    }
    return "'sha256-\(bytes.base64EncodedString())'"
  }

  private static func value(_ digit: UInt8) -> UInt8 {
    digit >= UInt8(ascii: "a") ? digit - UInt8(ascii: "a") + 10 : digit - UInt8(ascii: "0")
  }

  static let notice = Markup.element(
    "footer", [:], .element("p", ["class": "notice"], .text(Software.notice)))
}
