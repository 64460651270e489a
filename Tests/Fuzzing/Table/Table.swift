import Recordings

/// The table reader: the first byte chooses what the user says about the file, the rest is the file.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTable(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: data, count: size))
  guard let choice = bytes.first else { return 0 }
  var options = ReadingOptions(unit: .degrees)
  if choice & 1 != 0 { options.rate = 500 }
  if choice & 2 != 0 { options.splitColumn = "trial" }
  if choice & 4 != 0 { (options.from, options.to) = (0.01, 0.5) }
  if choice & 8 != 0 { options.columns = try? ColumnMap(parsing: "1=time:ms,2=x:deg,3=y:deg") }
  let file = [UInt8](bytes.dropFirst())
  guard let recordings = try? RecordingReader(options: options).recordings(in: file, id: "fuzz")
  else { return 0 }
  for recording in recordings { check(recording) }
  return 0
}

/// What holds of every recording, whatever the file.
private func check(_ recording: Recording) {
  precondition(recording.samplingRate.isFinite && recording.samplingRate > 0)
  precondition(recording.runs.allSatisfy { !$0.samples.isEmpty && $0.onset >= 0 })
  for (run, next) in zip(recording.runs, recording.runs.dropFirst()) {
    precondition(run.samples.upperBound == next.samples.lowerBound)
    // Times of thousands of years are known no better than their last digit.
    let slack = max(1e-6, 4 * next.onset.ulp)
    precondition(next.onset >= run.end(samplingRate: recording.samplingRate) - slack)
  }
  for trace in recording.traces {
    for channel in [trace.horizontal, trace.vertical, trace.torsional, trace.pupil] {
      precondition(channel.map { $0.count == recording.sampleCount } ?? true)
      precondition(channel?.allSatisfy { $0.isFinite || $0.isNaN } ?? true)
    }
  }
}
