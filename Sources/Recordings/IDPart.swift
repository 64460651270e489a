extension String {
  /// A value of a file as a part of an id, which names files: a hyphen for what parts a path and for
  /// control characters, and a hundred characters at most.
  package var asPartOfID: String {
    var part = UnicodeScalarView()
    for scalar in unicodeScalars.prefix(100) {
      let isPlain = scalar != "/" && scalar.properties.generalCategory != .control
      part.append(isPlain ? scalar : "-")
    }
    return String(part)
  }
}

/// The labels of a file's parts in their ids, by the values that they come from.
package struct PartLabels {
  private var used: Set<String> = []

  package init() {}

  /// The label of the next value. Values that differ only in what no file's name may hold stay two.
  package mutating func next(for value: String) -> String {
    let label = value.asPartOfID
    var (name, number) = (label, 1)
    while !used.insert(name).inserted {
      number += 1
      name = "\(label)-\(number)"
    }
    return name
  }
}
