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
