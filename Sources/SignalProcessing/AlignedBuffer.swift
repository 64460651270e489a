internal import CFFTW

/// Memory from FFTW's allocator, as aligned as its vector code wants; freed with the value.
///
/// A plan may be executed on other arrays than those that it was made for only if they are aligned
/// alike; arrays of this type always are.
struct AlignedBuffer<Element: BitwiseCopyable>: ~Copyable {
  let elements: UnsafeMutableBufferPointer<Element>

  /// - Parameter count: the number of elements, each of which begins as zero bytes.
  init(zeros count: Int) {
    precondition(count > 0)
    let bytes = count * MemoryLayout<Element>.stride
    guard let memory = fftwf_malloc(bytes) else { fatalError("no memory for \(bytes) bytes") }
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
    elements = UnsafeMutableBufferPointer(
      start: memory.bindMemory(to: Element.self, capacity: count), count: count)
  }

  deinit { fftwf_free(elements.baseAddress) }

  var count: Int { elements.count }
}
