@testable import Recordings

extension FormatSample {
  /// The plain tables of public data sets, and electro-oculograms.
  static let publicTables: [FormatSample] = [
    .init(
      format: "gazebase",
      text: rows(
        "n,x,y,val,dP,lab,xT,yT", good: { "\(4 * $0),-16.25,5.5,0,3198,0,NaN,NaN" },
        lost: { "\(4 * $0),-16.25,5.5,4,0,0,NaN,NaN" }),
      eyes: [.left], horizontal: -16.25, vertical: 5.5),
    .init(
      format: "gazebase-vr",
      text: rows(
        "n,x,y,lx,ly,rx,ry,xT,yT,zT", good: { "\(4 * $0).0,1,1,3.5,-4.5,3.5,-4.5,0,0,0.4" },
        lost: { "\(4 * $0).0,NaN,NaN,NaN,NaN,NaN,NaN,0,0,0.4" }),
      horizontal: 3.5, vertical: -4.5),
    .init(
      format: "judo1000",
      text: rows(
        "trialId\tpointId\ttime\tx_left\ty_left\tx_right\ty_right",
        good: { "1\t1\t\(8_005_274 + 4 * $0)\t80\t10\t80\t10" },
        lost: { "1\t1\t\(8_005_274 + 4 * $0)\tNaN\tNaN\tNaN\tNaN" }), options: tenMillimetrePixels),
    .init(
      format: "sb-sat",
      text: rows(
        "book_name\tscreen_id\ttime\tx_left\ty_left\tpupil_left",
        good: { "dickens\t1\t\(1_487_053 + 4 * $0)\t80\t10\t2372.0" },
        lost: { "dickens\t1\t\(1_487_053 + 4 * $0)\t\t\t0" }),
      options: tenMillimetrePixels, eyes: [.left]),
    .init(
      format: "emtec",
      text: rows(
        "item_id\tTRIAL_ID\tTrial_Index_\tmodel\tdecoding_strategy\ttime\tx\ty\tpupil_right",
        good: { "i\t1\t1\tt\tt\t\(1_699_033 + 4 * $0)\t80\t10\t407.0" },
        lost: { "i\t1\t1\tt\tt\t\(1_699_033 + 4 * $0)\t\t\t0" }),
      options: tenMillimetrePixels, eyes: [.right]),
    .init(
      format: "potsdam-binge",
      text: rows(
        "trial_id,x_pix_eyelink,y_pix_eyelink,eyelink_timestamp,x_pix_pupilcore_interpolated,"
          + "y_pix_pupilcore_interpolated,pupil_size_eyelink",
        good: { "6.0,80,10,\(18_126_651 + 4 * $0),1,1,1550.0" },
        lost: { "6.0,,,\(18_126_651 + 4 * $0),1,1,0" }),
      options: tenMillimetrePixels, eyes: [.unknown]),
    // A column named t that is no time.
    .init(
      format: "studyforrest",
      text: rows(
        "t,x,y,event_type,vel,", good: { _ in "1,80,10,FIX,3.5," },
        lost: { _ in "1,NaN,NaN,NONE,0," }),
      options: {
        var options = tenMillimetrePixels
        options.rate = 250
        return options
      }(), eyes: [.unknown]),
    .init(
      format: "bar-or",
      text: rows(
        ",id,sex,age,needs_glasses,timestamp,NLGEM_hor,withCGM_hor,IR_hor,NLGEM_ver,withCGM_ver,IR_ver",
        good: { "13661\($0),19,female,68.0,False,\(1016 + 4 * $0).0,9,9,-0.5,9,9,0.25" },
        lost: { "13661\($0),19,female,68.0,False,\(1016 + 4 * $0).0,9,9,,9,9," }),
      eyes: [.unknown], horizontal: -0.5, vertical: 0.25),
    .init(
      format: "eog-hladek",
      text: rows(
        "EOG,GAZE_INTERPOLATED,SACC,STIM,TIME",
        good: { "0.75,1,0,0,-\(4.0 - 0.004 * Double($0))" },
        lost: { "NaN,1,0,0,-\(4.0 - 0.004 * Double($0))" }),
      options: uncalibrated, eyes: [.unknown], horizontal: 0.75, vertical: nil, unit: .arbitrary),
    .init(
      format: "eog-spikerbox",
      text: rows(
        "T,V,event", end: "\r\n", good: { "0.\(format3($0 * 4)),512,0" },
        lost: { "0.\(format3($0 * 4)),,0" }),
      options: uncalibrated, eyes: [.unknown], horizontal: 512, vertical: nil, unit: .arbitrary),
    .init(
      format: "eog",
      text: rows(
        "t_s,A,B,A_raw,B_raw", good: { "0.\(format3($0 * 4)),9,9,0.5,-0.25" },
        lost: { "0.\(format3($0 * 4)),9,9,nan,nan" }),
      options: uncalibrated, eyes: [.unknown], horizontal: 0.5, vertical: -0.25, unit: .arbitrary),
  ]
}
