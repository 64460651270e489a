import Oscillations
import Testing

@testable import Reports

@Suite struct JSONWriterTests {
  @Test(arguments: [
    (0.00005, 4, "0.0001"), (-0.00004, 4, "0.0000"), (1.5, 0, "2"), (-1.5, 0, "-2"),
    (12.3456789, 4, "12.3457"), (0.1, 3, "0.100"), (-0.25, 1, "-0.3"), (1e18, 2, "1e+18"),
    (99.999, 2, "100.00"), (0.999999, 4, "1.0000"), (1234567.891, 2, "1234567.89"),
  ])
  func decimalsAreFixed(value: Double, decimals: Int, text: String) {
    #expect(FixedDecimal(value, decimals: decimals).text == text)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func whatIsNotFiniteIsNull(value: Double) {
    #expect(FixedDecimal(value, decimals: 2).text == nil)
    #expect(JSONWriter.line(.quantity(Quantity(value, .seconds))) == "null")
    #expect(JSONWriter.line(.shortest(value)) == "null")
  }

  @Test func keysAreSortedByBytes() {
    let value: JSONValue = ["b": 1, "a": 2, "B": nil, "é": 4, "ab": 3]
    #expect(JSONWriter.line(value) == #"{"B":null,"a":2,"ab":3,"b":1,"é":4}"#)
  }

  @Test func stringsAreEscaped() {
    let value = JSONValue.string("\"\\\n\r\t\u{1}\u{7f} é😀/")
    #expect(JSONWriter.line(value) == #""\"\\\n\r\t\u0001\u007f é😀/""#)
  }

  @Test func pagesBreakWhatDoesNotFitOnALine() {
    let value: JSONValue = [
      "short": [1, 2], "long": .string(String(repeating: "x", count: 90)), "none": [],
    ]
    let expected = """
      {
        "long": "\(String(repeating: "x", count: 90))",
        "none": [],
        "short": [1, 2]
      }
      """
    #expect(JSONWriter.page(value) == expected)
    #expect(JSONWriter.page(["a": ["b": 1]]) == #"{"a": {"b": 1}}"#)
  }

  private struct Sample: Encodable {
    var duration = 0.04
    var whole = 20.0
    var small: Float = 0.1
    var count = 3
    var name = "a"
    var isOn = true
    var list = [1.5, 2]
    var inner = Inner()
    var choice = Choice.second
    var absent: Int?

    struct Inner: Encodable { var b = 1, a: UInt8 = 2 }
    enum Choice: String, Encodable { case first, second }
  }

  @Test func codableValuesBecomeJSON() throws {
    let expected = """
      {"choice":"second","count":3,"duration":0.04,"inner":{"a":2,"b":1},"isOn":true,\
      "list":[1.5,2.0],"name":"a","small":0.1,"whole":20.0}
      """
    #expect(JSONWriter.line(try JSONValueEncoder.value(Sample())) == expected)
  }
}
