import Oscillations
import Recordings
import Synchronization
import Testing

@testable import Cohorts

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite struct CohortScorerTests {
  @Test(arguments: [1, 2, 7])
  func reportsComeInTheListsOrderWhateverTheJobs(jobs: Int) async throws {
    let names = (0..<40).map { "r\($0)" }
    let scorer = scorer(jobs: jobs) { file, id throws(Problem) in [Self.recording(id)] }
    var collected: [String] = []
    var done: [Int] = []
    await scorer.score(
      list(names), deliver: { $1.id }, progress: { done.append($0) },
      collect: { collected += $0.outputs })
    #expect(collected == names.sorted())
    #expect(done == Array(1...40))
  }

  @Test func noMoreThanTheJobsAreWorkedOnAtATime() async throws {
    let running = Atomic<Int>(0)
    let most = Atomic<Int>(0)
    let scorer = scorer(jobs: 2) { _, id throws(Problem) in
      let now = running.add(1, ordering: .sequentiallyConsistent).newValue
      most.max(now, ordering: .sequentiallyConsistent)
      defer { running.subtract(1, ordering: .sequentiallyConsistent) }
      return [Self.recording(id)]
    }
    await scorer.score(
      list((0..<30).map { "r\($0)" }), deliver: { $1.id }, collect: { _ in })
    #expect(most.load(ordering: .sequentiallyConsistent) <= 2)
  }

  @Test func oneBadInputDoesNotStopTheOthers() async throws {
    let scorer = scorer { _, id throws(Problem) in
      guard id != "b" else { throw Problem(.badData, code: "no-unit", message: "b: no unit") }
      return [Self.recording(id)]
    }
    var entries: [ManifestEntry] = []
    var outputs: [String] = []
    await scorer.score(
      list(["a", "b", "c"]), deliver: { $1.id },
      collect: {
        entries += $0.entries
        outputs += $0.outputs
      })
    #expect(outputs == ["a", "c"])
    #expect(entries.map(\.outcome) == [.notAssessable, .refused, .notAssessable])
    #expect(entries[1].reason == "no-unit")
    #expect(entries[1].recordings == [])
  }

  @Test func aResultThatCannotBeWrittenIsAFailure() async throws {
    let scorer = scorer { _, id throws(Problem) in [Self.recording(id)] }
    var reports: [ItemReport<String>] = []
    await scorer.score(
      list(["a"]),
      deliver: { _, analysis throws(Problem) in
        throw Problem(.cannotCreate, code: "output-not-created", message: analysis.id)
      },
      collect: { reports.append($0) })
    #expect(reports[0].entries[0].outcome == .failed)
    #expect(reports[0].problem?.kind == .cannotCreate)
  }

  @Test func anInterruptSkipsWhatHasNotBegun() async throws {
    let isInterrupted = Atomic<Bool>(false)
    let scorer = scorer { _, id throws(Problem) in
      if id == "b" { isInterrupted.store(true, ordering: .relaxed) }
      return [Self.recording(id)]
    }
    var outcomes: [Outcome] = []
    await scorer.score(
      list(["a", "b", "c", "d"]), isInterrupted: { isInterrupted.load(ordering: .relaxed) },
      deliver: { $1.id }, collect: { outcomes += $0.entries.map(\.outcome) })
    #expect(outcomes == [.notAssessable, .notAssessable, .skipped, .skipped])
  }

  @Test func whatTakesTooLongIsGivenUpAndWritesNothingLater() async throws {
    let isReleased = Atomic<Bool>(false)
    let delivered = Mutex<[String]>([])
    let scorer = CohortScorer(
      scorer: ItemScorer(
        read: { _, id throws(Problem) in
          while id == "b", !isReleased.load(ordering: .relaxed) { usleep(1000) }
          return [Self.recording(id)]
        }, judge: { Analyzer().analysis(of: $0) }), jobs: 1, limit: .seconds(1))
    var reasons: [String?] = []
    await scorer.score(
      list(["a", "b", "c"]),
      deliver: { _, analysis throws(Problem) in delivered.withLock { $0.append(analysis.id) } },
      collect: { reasons += $0.entries.map { $0.outcome == .failed ? $0.reason : nil } })
    #expect(reasons == [nil, "timeout", nil])
    isReleased.store(true, ordering: .relaxed)
    usleep(20_000)
    #expect(delivered.withLock { $0 } == ["a", "c"])
  }

  @Test func whatWasDoneForTheSameBytesIsRecalled() async throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b"] { try folder.write(name + ".csv", name) }
    let scorer = scorer { _, id throws(Problem) in [Self.recording(id)] }
    var outputs: [String] = []
    var recalled: [Bool] = []
    await scorer.score(
      try WorkList(paths: [folder.path]),
      recall: { item in
        Recalled(
          inputSha256: InputDigest(of: Array("a".utf8)).sha256,
          recordings: [
            Judged(id: item.id, outcome: .scored, reason: nil, output: "earlier " + item.id)
          ])
      },
      deliver: { $1.id },
      collect: {
        outputs += $0.outputs
        recalled.append($0.isRecalled)
      })
    #expect(outputs == ["earlier a", "b"])
    #expect(recalled == [true, false])
  }

  @Test func aPartMustNotTakeTheIDOfAnotherInput() async throws {
    let scorer = scorer { _, id throws(Problem) in
      id == "a" ? [Self.recording("a_split-1"), Self.recording("a_split-2")] : [Self.recording(id)]
    }
    var problems: [String: String] = [:]
    await scorer.score(
      list(["a", "a_split-2"]), deliver: { $1.id },
      collect: { problems[$0.item.id] = $0.problem?.code })
    #expect(problems == ["a": "duplicate-id"])
  }

  @Test func theEyesOfTwoFilesBecomeOneRecording() async throws {
    let files = ["eye1", "eye2"].map {
      InputFile(path: $0, relativePath: "sub-1_recording-\($0)_physio.tsv", bytes: nil)
    }
    let item = WorkList.Item(id: "sub-1_physio", files: files)
    let eyes = Mutex<[Eye]>([])
    var reports: [ItemReport<String>] = []
    let judging = CohortScorer(
      scorer: ItemScorer(
        read: { file, id throws(Problem) in
          [Self.recording(id, eye: file.path == "eye1" ? .right : .left, sha256: file.path)]
        },
        judge: { recording in
          eyes.withLock { $0 = recording.traces.map(\.eye) }
          return Analyzer().analysis(of: recording)
        }), jobs: 1)
    await judging.score(
      WorkList(items: [item]), deliver: { $1.source.sha256 }, collect: { reports.append($0) })
    #expect(eyes.withLock { $0 } == [.left, .right])
    #expect(reports[0].outputs == ["eye1,eye2"])
    #expect(reports[0].entries.map(\.sha256) == ["eye1", "eye2"])
  }

  /// Rows count as without a position only where both eyes lack one.
  @Test(arguments: [(2, 0, 0), (2, 3, 2), (4, 4, 4), (0, 1, 0)])
  func rowsThatOneEyeHasAreNotMissing(_ left: Int, _ right: Int, _ missing: Int) throws {
    let eyes = [(Eye.left, left), (.right, right)].map { eye, lost in
      let position = (0..<4).map { $0 < lost ? Float.nan : 1 }
      return Recording(
        id: "a", samplingRate: 250, runs: [Recording.Run(onset: 0, samples: 0..<4)],
        traces: [EyeTrace(eye: eye, horizontal: position, vertical: position)],
        clock: ClockReport(), source: Source(format: "table", rows: 4, missingRows: lost))
    }
    #expect(try #require(Recording(joining: eyes, id: "a")).source.missingRows == missing)
  }

  @Test func eyesOfDifferentLengthAreRefused() async throws {
    let files = ["eye1", "eye2"].map {
      InputFile(path: $0, relativePath: "sub-1_recording-\($0)_physio.tsv", bytes: nil)
    }
    let scorer = scorer { file, id throws(Problem) in
      [Self.recording(id, eye: file.path == "eye1" ? .right : .left, samples: file.path.count)]
    }
    let longer = files[0]
    let shorter = InputFile(path: "eye", relativePath: files[1].relativePath, bytes: nil)
    var codes: [String?] = []
    await scorer.score(
      WorkList(items: [.init(id: "sub-1_physio", files: [longer, shorter])]),
      deliver: { $1.id }, collect: { codes.append($0.problem?.code) })
    #expect(codes == ["eyes-do-not-match"])
  }

  private func scorer(jobs: Int = 1, read: @escaping ItemScorer.Read) -> CohortScorer {
    CohortScorer(
      scorer: ItemScorer(read: read, judge: { Analyzer().analysis(of: $0) }), jobs: jobs)
  }

  private func list(_ ids: [String]) -> WorkList {
    WorkList(
      items: ids.sorted().map { id in
        WorkList.Item(
          id: id, files: [InputFile(path: id, relativePath: id + ".csv", bytes: nil)])
      })
  }

  private static func recording(
    _ id: String, eye: Eye = .unknown, samples: Int = 4, sha256: String = ""
  ) -> Recording {
    Recording(
      id: id, samplingRate: 250, runs: [Recording.Run(onset: 0, samples: 0..<samples)],
      traces: [EyeTrace(eye: eye, horizontal: Array(repeating: 0, count: samples))],
      clock: ClockReport(), source: Source(format: "table", sha256: sha256, bytes: 1))
  }
}
