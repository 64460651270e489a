import ArgumentParser
import Cohorts

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `--shard`: `3/8`, or `auto` for the task of a Slurm array that runs the program.
struct ShardArgument {
  let shard: Shard

  /// - Throws: `ValidationError` where there is no such part.
  init(_ argument: String) throws {
    if argument == "auto" {
      guard let shard = Shard(slurm: { name in getenv(name).map { String(cString: $0) } }) else {
        throw ValidationError(
          "expected a task of a Slurm array, found no SLURM_ARRAY_TASK_ID, _MIN, _MAX and"
            + " _COUNT that fit together; give the part, such as 3/8.")
      }
      self.shard = shard
      return
    }
    let numbers = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let number = numbers[0], let count = numbers[1],
      let shard = Shard(number, of: count)
    else {
      throw ValidationError("expected a part of several such as 3/8, or auto.")
    }
    self.shard = shard
  }
}
