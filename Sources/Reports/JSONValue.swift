/// A JSON document, written the same way on every machine: keys sorted bytewise, numbers with the
/// decimals that their dimension has.
package enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// Written in the shortest form that reads back as the same number.
  case shortest(Double)
  case quantity(Quantity)
  /// The digits of a number that was read, written again as they are.
  case digits(String)
  case string(String)
  case array([JSONValue])
  /// In any order; keys are unique.
  case object([Member])
  /// A part that many documents share: its bytes in a page at an indentation, made once.
  indirect case shared(JSONValue, page: [UInt8], indentation: Int)

  package struct Member: Sendable {
    let key: String
    let value: JSONValue
  }

  init(_ string: String?) {
    self = string.map { .string($0) } ?? .null
  }

  /// A value that many documents have as a member, and that is too long for a line of theirs.
  init(sharing value: JSONValue) {
    self = .shared(value, page: JSONWriter.pageBytes(value, indentation: 2), indentation: 2)
  }

  /// The bounds as an array of two; null where there is no interval.
  init(_ interval: ClosedRange<Double>?, _ dimension: Quantity.Dimension) {
    guard let interval else {
      self = .null
      return
    }
    self = .array(
      [interval.lowerBound, interval.upperBound].map {
        .quantity(Quantity($0, dimension))
      })
  }
}

extension Quantity {
  init(_ value: Double?, _ dimension: Dimension) {
    self.value = value
    self.dimension = dimension
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
  ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByNilLiteral
{
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member(key: $0.0, value: $0.1) })
  }

  package init(arrayLiteral elements: JSONValue...) {
    self = .array(elements)
  }

  package init(stringLiteral value: String) {
    self = .string(value)
  }

  package init(integerLiteral value: Int) {
    self = .integer(value)
  }

  package init(nilLiteral: ()) {
    self = .null
  }
}
