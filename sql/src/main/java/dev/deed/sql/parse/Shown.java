package dev.deed.sql.parse;

/// A piece of SQL for a message: one line, shortened.
final class Shown {

  private static final int MOST = 40;

  private Shown() {}

  static String of(String raw) {
    var end = Math.min(raw.length(), MOST);
    for (var i = 0; i < end; i++) {
      if (raw.charAt(i) < ' ') {
        end = i;
      }
    }
    return end < raw.length() ? raw.substring(0, end) + "..." : raw;
  }
}
