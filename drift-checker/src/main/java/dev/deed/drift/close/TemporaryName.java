package dev.deed.drift.close;

import dev.deed.sql.Identifier;

/// What an object is called while another one takes, or has, its name.
final class TemporaryName {

  /// With what is appended, not more than the 63 bytes after which PostgreSQL cuts names.
  private static final int LONGEST = 58;

  private TemporaryName() {}

  static String old(String name) {
    return Identifier.cut(name, LONGEST) + "__old";
  }

  static String next(String name) {
    return Identifier.cut(name, LONGEST) + "__new";
  }
}
