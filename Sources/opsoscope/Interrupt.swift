import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ctrl-C: what is being worked on is finished, for a second at most; a second one ends the
/// program at once. Nothing is left half-written either way.
enum Interrupt {
  private static let requested = Atomic<Bool>(false)

  static var isRequested: Bool { requested.load(ordering: .relaxed) }

  /// Ends the run as an interrupt would.
  static func request() { requested.store(true, ordering: .relaxed) }

  static func prepare() {
    // Only what may be called in a signal handler is.
    signal(SIGALRM) { _ in _exit(130) }
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in
        if Interrupt.isRequested { _exit(130) }
        Interrupt.request()
        alarm(1)
      }
    }
  }
}
