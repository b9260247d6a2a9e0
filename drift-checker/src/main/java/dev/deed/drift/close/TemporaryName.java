package dev.deed.drift.close;

/// What an object is called while another one takes, or has, its name.
final class TemporaryName {

  /// PostgreSQL cuts names after 63 bytes.
  private static final int LONGEST = 57;

  private TemporaryName() {}

  static String old(String name) {
    return shortened(name) + "__old";
  }

  static String next(String name) {
    return shortened(name) + "__new";
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
  }
}
