/// Scores the recordings of a work list, several at a time.
///
/// Memory is bounded by the number of jobs, not by that of recordings: a recording is read, judged
/// and delivered on one thread, and only what the delivery returns is kept, until it is its turn. An
/// item that is given up after the limit of time is no longer one of the jobs, but its thread and
/// its recording live on until its work is done or the process ends.
/// Reports come in the work list's order, whatever the number of jobs.
public struct CohortScorer: Sendable {
  let scorer: ItemScorer
  private let jobs: Int
  private let limit: Duration?

  /// - Parameters:
  ///   - jobs: how many items are worked on at a time, at least 1.
  ///   - limit: how long an item may take to be read and judged; `nil` is as long as it takes.
  public init(scorer: ItemScorer, jobs: Int, limit: Duration? = nil) {
    precondition(jobs > 0, "at least one job")
    self.scorer = scorer
    self.jobs = jobs
    self.limit = limit
  }

  /// Scores everything, and hands over each report in the work list's order.
  ///
  /// - Parameters:
  ///   - isInterrupted: asked before each item; once true, what has not begun is skipped.
  ///   - recall: asked first: what an earlier run left. `nil` recomputes everything.
  ///   - deliver: called on the thread that judged the recording, so that its results are written in
  ///     parallel as well. What it throws becomes the item's problem.
  ///   - progress: called with the number of items done, in whatever order they are.
  ///   - collect: called for each item, in order.
  public func score<Output: Sendable>(
    _ list: WorkList,
    isInterrupted: @escaping @Sendable () -> Bool = { false },
    recall: ItemScorer.Recall<Output>? = nil,
    deliver: @escaping ItemScorer.Deliver<Output>,
    progress: (Int) -> Void = { _ in },
    collect: (ItemReport<Output>) -> Void
  ) async {
    let taken = list.ids
    await withTaskGroup(of: (Int, ItemReport<Output>).self) { group in
      var begun = 0
      var done = 0
      var collected = 0
      var early: [Int: ItemReport<Output>] = [:]
      while collected < list.items.count {
        while begun < list.items.count, begun - done < jobs, early.count < Self.earlyLimit {
          let index = begun
          group.addTask {
            let item = list.items[index]
            if isInterrupted() { return (index, scorer.skipped(item)) }
            let report = await report(on: item, taken: taken, recall: recall, deliver: deliver)
            return (index, report)
          }
          begun += 1
        }
        guard let (index, report) = await group.next() else { break }
        done += 1
        progress(done)
        early[index] = report
        while let report = early.removeValue(forKey: collected) {
          collect(report)
          collected += 1
        }
      }
    }
  }

  private func report<Output: Sendable>(
    on item: WorkList.Item, taken: Set<[UInt8]>, recall: ItemScorer.Recall<Output>?,
    deliver: @escaping ItemScorer.Deliver<Output>
  ) async -> ItemReport<Output> {
    await TimedWork.output(
      within: limit, late: { [scorer, limit] in scorer.late(item, limit: limit ?? .zero) },
      of: { [scorer] work in
        scorer.report(
          on: item, taken: taken, recall: recall,
          deliver: { recording, analysis throws(Problem) in
            // Whatever is returned then goes nowhere: the report that counts has been made.
            guard work.commit() else {
              throw Problem(CohortError.timedOut(path: item.id, seconds: 0))
            }
            return try deliver(recording, analysis)
          })
      })
  }

  /// How many reports may wait for one that is slow.
  private static var earlyLimit: Int { 512 }
}
