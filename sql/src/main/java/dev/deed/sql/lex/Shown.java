package dev.deed.sql.lex;

/// A piece of SQL for a message: one line, shortened.
public final class Shown {

  private static final int MOST = 40;

  private Shown() {}

  public static String of(String raw) {
    var end = Math.min(raw.length(), MOST);
    for (var i = 0; i < end; i++) {
      if (raw.charAt(i) < ' ') {
        end = i;
      }
    }
    return end < raw.length() ? raw.substring(0, end) + "..." : raw;
  }
}
