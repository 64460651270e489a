/// The values of a window that slides along a signal, in ascending order, in room made once.
package struct SortedWindow {
  private var values: [Float]
  package private(set) var count = 0

  /// - Parameter capacity: The most values at a time.
  package init(capacity: Int) {
    values = [Float](repeating: 0, count: capacity)
  }

  /// The value of a rank, 0 for the smallest.
  package subscript(rank: Int) -> Float {
    precondition(rank < count, "a rank outside the window")
    return values[rank]
  }

  /// Adds a value.
  package mutating func insert(_ value: Float) {
    if count == values.count { values.append(value) }
    let place = place(of: value)
    var i = count
    while i > place {
      values[i] = values[i - 1]
      i -= 1
    }
    values[place] = value
    count += 1
  }

  /// Takes a value away that is in the window.
  package mutating func remove(_ value: Float) {
    precondition(count > 0, "nothing to remove")
    count -= 1
    for i in min(place(of: value), count)..<count { values[i] = values[i + 1] }
  }

  /// Takes a value away that is in the window, and adds another.
  package mutating func replace(_ value: Float, with new: Float) {
    precondition(count > 0, "nothing to replace")
    var i = min(place(of: value), count - 1)
    while i + 1 < count, values[i + 1] < new {
      values[i] = values[i + 1]
      i += 1
    }
    while i > 0, values[i - 1] > new {
      values[i] = values[i - 1]
      i -= 1
    }
    values[i] = new
  }

  /// How many values are smaller, found without a branch that depends on them.
  private func place(of value: Float) -> Int {
    var low = 0
    var length = count
    while length > 1 {
      let half = length / 2
      low += values[low + half - 1] < value ? half : 0
      length -= half
    }
    return length == 1 && values[low] < value ? low + 1 : low
  }
}
