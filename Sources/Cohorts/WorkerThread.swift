import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A thread that waits for work, and waits for more once it is done.
///
/// Work goes to threads that have worked before: each keeps the memory that it has come to need, so
/// that a folder takes as much as its jobs do, however many recordings it holds.
final class WorkerThread: Sendable {
  /// What it returns is called once the thread is free for other work.
  typealias Work = @Sendable () -> @Sendable () -> Void

  private static let idle = Mutex<[WorkerThread]>([])
  private let isCalled = DispatchSemaphore(value: 0)
  private let work = Mutex<Work?>(nil)

  /// Does work on a thread that does nothing else meanwhile. Where the system gives none, it is done
  /// at once, in this one.
  static func start(_ work: @escaping Work) {
    guard let thread = idle.withLock({ $0.popLast() }) ?? begun() else { return work()() }
    thread.work.withLock { $0 = work }
    thread.isCalled.signal()
  }

  private func run() -> Never {
    while true {
      isCalled.wait()
      let work = work.withLock { work in
        defer { work = nil }
        return work
      }
      let end = work?()
      Self.idle.withLock { $0.append(self) }
      end?()
    }
  }

  private static func begun() -> WorkerThread? {
    let thread = WorkerThread()
    let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
    defer { attributes.deallocate() }
    pthread_attr_init(attributes)
    defer { pthread_attr_destroy(attributes) }
    pthread_attr_setdetachstate(attributes, Int32(PTHREAD_CREATE_DETACHED))
    pthread_attr_setstacksize(attributes, 4 << 20)
    let context = Unmanaged.passRetained(thread)
    #if canImport(Darwin)
      var handle: pthread_t?
    #else
      var handle = pthread_t()
    #endif
    let status = pthread_create(
      &handle, attributes,
      { context in
        #if canImport(Darwin)
          Unmanaged<WorkerThread>.fromOpaque(context).takeRetainedValue().run()
        #else
          if let context { Unmanaged<WorkerThread>.fromOpaque(context).takeRetainedValue().run() }
          return nil
        #endif
      }, context.toOpaque())
    guard status == 0 else {
      context.release()
      return nil
    }
    return thread
  }
}
