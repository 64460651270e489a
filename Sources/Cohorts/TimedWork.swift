import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A piece of work on a thread that does nothing else meanwhile, which can be given up when it takes
/// too long.
///
/// A thread that is given up runs on until its work is done or the process ends (nothing can stop
/// it without harm); what it would still do to files is fenced off by ``commit()``.
final class TimedWork<Output: Sendable>: Sendable {
  private struct State {
    var continuation: CheckedContinuation<Output, Never>?
    var isCommitted = false
    var isOver = false
  }

  private let state = Mutex(State())

  /// - Parameters:
  ///   - limit: how long it may take; `nil` is as long as it takes.
  ///   - late: what stands for the output of work that was given up.
  ///   - work: is handed this value, to commit to its effects.
  static func output(
    within limit: Duration?, late: @escaping @Sendable () -> Output,
    of work: @escaping @Sendable (TimedWork) -> Output
  ) async -> Output {
    let timed = TimedWork()
    let timer = limit.map { limit in
      Task {
        try? await Task.sleep(for: limit)
        if !Task.isCancelled { timed.expire(late) }
      }
    }
    defer { timer?.cancel() }
    return await withCheckedContinuation { continuation in
      timed.state.withLock { $0.continuation = continuation }
      WorkerThread.start {
        let output = work(timed)
        return { timed.end(output) }
      }
    }
  }

  /// To be asked before anything is done that others see.
  ///
  /// - Returns: whether it may be done: from then on the work is no longer given up. `false` where
  ///   it has been.
  func commit() -> Bool {
    state.withLock { state in
      guard !state.isOver else { return false }
      state.isCommitted = true
      return true
    }
  }

  private func end(_ output: Output) {
    continuation(unlessCommitted: false)?.resume(returning: output)
  }

  private func expire(_ late: () -> Output) {
    continuation(unlessCommitted: true)?.resume(returning: late())
  }

  /// What waits for the output, once.
  private func continuation(unlessCommitted: Bool) -> CheckedContinuation<Output, Never>? {
    state.withLock { state in
      guard !state.isOver, !(unlessCommitted && state.isCommitted) else { return nil }
      state.isOver = true
      return state.continuation
    }
  }
}
