/// The recordings to be scored, found from the paths that were given.
///
/// What is known to fail before anything is read (two files with one id, a folder that cannot be
/// listed) has its place in the list with its problem, so that every input is accounted for.
public struct WorkList: Sendable {
  /// Sorted by id, bytewise, whatever the order of the paths.
  public let items: [Item]
  /// What another shard scores.
  public let others: [Item]
  /// Whether the one path that was given is a file.
  public let isSingleFile: Bool
  /// Whether the one path that was given is a BIDS data set.
  public let isBIDS: Bool

  /// One recording's files: one, or one for each eye.
  public struct Item: Sendable {
    public let id: String
    public let files: [InputFile]
    /// Why it is not read.
    public let problem: Problem?

    public init(id: String, files: [InputFile], problem: Problem? = nil) {
      self.id = id
      self.files = files
      self.problem = problem
    }
  }

  /// A list of items that are known, sorted by id.
  init(
    items: [Item], others: [Item] = [], isSingleFile: Bool = false, isBIDS: Bool = false
  ) {
    self.isBIDS = isBIDS
    self.items = items
    self.others = others
    self.isSingleFile = isSingleFile
  }

  /// - Parameters:
  ///   - paths: files, folders, `-` for the standard input, and patterns with `*`, `?`, `[]` and
  ///     `**`. Folders are searched to any depth for names that may hold samples; a file that is
  ///     named is taken as it is.
  ///   - listed: the paths of a list: of a file that is below the current folder, the id is the
  ///     path as it stands there.
  ///   - output: a folder that results are written to, which is never searched.
  /// - Throws: `CohortError.noInputs` where no path holds a recording.
  public init(
    paths: [String], listed: [String] = [], excluding output: String? = nil
  ) throws(CohortError) {
    var search = InputSearch(excluding: output)
    for path in paths { search.add(path) }
    for path in listed { search.add(path, isListed: true) }
    items =
      (Self.items(of: search.files) + search.failures.map { Item(failure: $0.file, $0.error) })
      .sorted(by: Item.precedes)
    others = []
    isSingleFile = paths.count == 1 && listed.isEmpty && search.folders.isEmpty
    isBIDS =
      paths.count == 1 && listed.isEmpty && search.folders == paths
      && BIDSDataSet.isRoot(paths[0])
    if items.isEmpty, search.wasGivenExcluded, let output { throw .outputIsInput(path: output) }
    if items.isEmpty { throw .noInputs(paths: paths + listed) }
  }

  /// The ids of all items, as bytes.
  var ids: Set<[UInt8]> { Set((items + others).map { Array($0.id.utf8) }) }

  /// Files grouped into recordings; files with one id that are not its two eyes are refused.
  private static func items(of files: [InputFile]) -> [Item] {
    let byID = Dictionary(grouping: files) { Array($0.id.utf8) }
    return byID.values.map { group in
      let files = distinct(group).sorted { $0.path.precedesBytewise($1.path) }
      let id = files[0].id
      guard files.count > 1, !areEyesOfOneRecording(files) else {
        return Item(id: id, files: files)
      }
      let error = CohortError.duplicateID(id: id, paths: files.map(\.path))
      return Item(id: id, files: files, problem: Problem(error))
    }
  }

  /// One of each file, however often and by whatever path it was given.
  private static func distinct(_ files: [InputFile]) -> [InputFile] {
    guard files.count > 1 else { return files }
    var seen: Set<FileProperties.Identity> = []
    var paths: Set<[UInt8]> = []
    return files.filter { file in
      guard let properties = try? FileProperties(path: file.path), file.path != "-" else {
        return paths.insert(Array(file.path.utf8)).inserted
      }
      return seen.insert(properties.identity).inserted
    }
  }

  /// Files of one folder that only the label of BIDS's `recording` entity tells apart.
  private static func areEyesOfOneRecording(_ files: [InputFile]) -> Bool {
    let labels = files.compactMap(\.inputName.recordingLabel)
    guard labels.count == files.count, Set(labels).count == files.count else { return false }
    let rests = zip(files, labels).map { file, label in
      file.relativePath.split(separator: "recording-" + label, omittingEmptySubsequences: false)
    }
    return Set(rests).count == 1
  }
}

extension WorkList.Item {
  fileprivate init(failure file: InputFile, _ error: CohortError) {
    self.init(id: file.id, files: [file], problem: Problem(error))
  }

  fileprivate static func precedes(_ one: Self, _ other: Self) -> Bool {
    if one.id.isSameBytes(as: other.id) {
      return one.files[0].path.precedesBytewise(other.files[0].path)
    }
    return one.id.precedesBytewise(other.id)
  }
}
