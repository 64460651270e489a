/// What a run would do with an item of its work list.
public enum Plan: Sendable {
  /// It would be read and judged.
  case score
  /// An earlier run has done it.
  case done
  /// Another shard scores it.
  case elsewhere
  /// It would be refused without being read.
  case refuse(Problem)

  /// The word for it.
  public var word: String {
    switch self {
    case .score: "score"
    case .done: "done"
    case .elsewhere: "other-shard"
    case .refuse(let problem): problem.code
    }
  }
}

extension CohortScorer {
  /// What would become of each item of a list, in order of ids; nothing is judged or written.
  public func plan<Output: Sendable>(
    _ list: WorkList, recall: ItemScorer.Recall<Output>?
  ) -> [(item: WorkList.Item, plan: Plan)] {
    let taken = list.ids
    let own = list.items.map { item in
      if let problem = item.problem { return (item, Plan.refuse(problem)) }
      return (item, scorer.isDone(item, taken: taken, recall: recall) ? .done : .score)
    }
    return (own + list.others.map { ($0, .elsewhere) })
      .sorted { $0.0.id.precedesBytewise($1.0.id) }
  }
}
