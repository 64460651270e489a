/// The program, as its results name it.
public enum Software {
  public static let name = "opsoscope"
  public static let version = "0.1.0"

  /// What every page, every JSON document and `--version` carries.
  public static let notice = """
    Research use only. Not a medical device. Describes features of the recorded signal; \
    interpretation requires a qualified clinician and the original recording.
    """
}
