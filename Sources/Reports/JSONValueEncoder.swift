/// Any `Encodable` value as a ``JSONValue``, numbers in their shortest form.
///
/// Serves for parameters and options, whose keys are their properties' names.
package struct JSONValueEncoder {
  /// - Throws: only what the value's own `encode(to:)` throws.
  package static func value(_ encodable: any Encodable) throws -> JSONValue {
    try Node.value(encodable)
  }
}

/// What a value has encoded so far.
private final class Node: Encoder {
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]
  private var scalar = JSONValue.null
  private var members: [(key: String, node: Node)]?
  private var elements: [Node]?

  static func value(_ encodable: any Encodable) throws -> JSONValue {
    let node = Node()
    try node.fill(encodable)
    return node.value
  }

  private func fill(_ encodable: any Encodable) throws {
    switch encodable {
    case let bool as Bool: scalar = .bool(bool)
    case let double as Double: scalar = .shortest(double)
    case let float as Float: scalar = .shortest(Double("\(float)") ?? .nan)
    case let string as String: scalar = .string(string)
    case let integer as any FixedWidthInteger: scalar = .integer(Int(clamping: integer))
    default: try encodable.encode(to: self)
    }
  }

  private var value: JSONValue {
    if let members { return .object(members.map { .init(key: $0.key, value: $0.node.value) }) }
    if let elements { return .array(elements.map(\.value)) }
    return scalar
  }

  private func member(_ key: any CodingKey) -> Node {
    let node = Node()
    members = (members ?? []) + [(key.stringValue, node)]
    return node
  }

  private func element() -> Node {
    let node = Node()
    elements = (elements ?? []) + [node]
    return node
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    members = members ?? []
    return KeyedEncodingContainer(Keyed(node: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    elements = elements ?? []
    return Unkeyed(node: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    Single(node: self)
  }

  private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: Node
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) { _ = node.member(key) }

    func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
      try node.member(key).fill(value)
    }

    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
      node.member(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
      node.member(key).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { node }
    func superEncoder(forKey key: Key) -> any Encoder { node.member(key) }
  }

  private struct Unkeyed: UnkeyedEncodingContainer {
    let node: Node
    var codingPath: [any CodingKey] { [] }
    var count: Int { node.elements?.count ?? 0 }

    func encodeNil() { _ = node.element() }

    func encode<T: Encodable>(_ value: T) throws {
      try node.element().fill(value)
    }

    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type
    ) -> KeyedEncodingContainer<Nested> {
      node.element().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
      node.element().unkeyedContainer()
    }

    func superEncoder() -> any Encoder { node.element() }
  }

  private struct Single: SingleValueEncodingContainer {
    let node: Node
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { node.scalar = .null }
    func encode<T: Encodable>(_ value: T) throws { try node.fill(value) }
  }
}
