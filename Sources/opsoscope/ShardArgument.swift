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
struct ShardArgument: ExpressibleByArgument {
  let shard: Shard

  init?(argument: String) {
    if argument == "auto" {
      guard let shard = Shard(slurm: { name in getenv(name).map { String(cString: $0) } }) else {
        return nil
      }
      self.shard = shard
      return
    }
    let numbers = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let number = numbers[0], let count = numbers[1],
      let shard = Shard(number, of: count)
    else { return nil }
    self.shard = shard
  }
}
