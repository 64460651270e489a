/// How far others come on labelled recordings.
///
/// Samples and events on the 34 recordings of Andersson et al. 2017 that two experts coded (500 Hz),
/// averaged over both, by the same definitions as ours.
struct PublishedFigure: Sendable {
  let name: String
  let source: String
  let kappa: Double
  let f1: Double
  let f1Any: Double
  /// Mean absolute errors in milliseconds.
  let onset: Double
  let offset: Double
  let falseEventsPerMinute: Double?

  static let all: [PublishedFigure] = [
    PublishedFigure(
      name: "second expert", source: "Andersson 2017, both coders' labels", kappa: 0.898,
      f1: 0.937, f1Any: 0.970, onset: 1.4, offset: 3.5, falseEventsPerMinute: 4.4),
    PublishedFigure(
      name: "U'n'Eye (trained on this set)", source: "Bellet 2019, its 20 nets, median",
      kappa: 0.874, f1: 0.875, f1Any: 0.915, onset: 1.7, offset: 3.5, falseEventsPerMinute: 16.3),
    PublishedFigure(
      name: "LNS", source: "Andersson 2017, its published labels", kappa: 0.805, f1: 0.880,
      f1Any: 0.943, onset: 4.8, offset: 4.1, falseEventsPerMinute: 11.2),
    PublishedFigure(
      name: "gazeNet (trained on this set)", source: "Zemblys 2019, its net", kappa: 0.799,
      f1: 0.888, f1Any: 0.915, onset: 1.8, offset: 3.9, falseEventsPerMinute: 23.0),
    PublishedFigure(
      name: "REMoDNaV", source: "Dar 2021, version 1.1.2, defaults", kappa: 0.787, f1: 0.868,
      f1Any: 0.948, onset: 3.4, offset: 6.9, falseEventsPerMinute: 9.0),
    PublishedFigure(
      name: "I-VT", source: "Andersson 2017, its published labels", kappa: 0.747, f1: 0.743,
      f1Any: 0.900, onset: 1.5, offset: 13.6, falseEventsPerMinute: 10.2),
    PublishedFigure(
      name: "NH", source: "Andersson 2017, its published labels", kappa: 0.667, f1: 0.626,
      f1Any: 0.930, onset: 4.2, offset: 19.7, falseEventsPerMinute: 2.4),
  ]
}
