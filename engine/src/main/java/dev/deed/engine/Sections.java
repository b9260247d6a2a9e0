package dev.deed.engine;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cuts a file that holds both directions, by blanking the other one. Our own marker lines (`-- UP
/// Migration`, `-- DOWN Migration (Rollback)`) and those of dbmate and goose are understood.
///
/// @param down null where the file has no down marker
/// @param commented the down part was written as comments, so that plain `psql -f` runs only the up
/// @param alone a marker of another tool says that the file must not run in a transaction
record Sections(String up, @Nullable String down, boolean commented, boolean alone) {

  private static final int ANY_CASE = Pattern.CASE_INSENSITIVE;
  private static final Pattern UP =
      Pattern.compile("--\\s*(up migration\\b.*|migrate:up\\b.*|\\+goose up\\b.*)", ANY_CASE);
  private static final Pattern DOWN =
      Pattern.compile("--\\s*(down migration\\b.*|migrate:down\\b.*|\\+goose down\\b.*)", ANY_CASE);
  private static final Pattern ALONE =
      Pattern.compile(
          "--\\s*(migrate:up\\s.*transaction:false.*|\\+goose no transaction)", ANY_CASE);
  private static final Pattern SPEAKS_TO_DEED = Pattern.compile("--\\s*deed:.*", ANY_CASE);

  static Sections of(String text) {
    var up = new StringBuilder(text.length());
    var down = new StringBuilder(text.length());
    var inDown = false;
    var hasDown = false;
    var alone = false;
    for (var start = 0; start < text.length(); ) {
      var end = lineEnd(text, start);
      var line = text.substring(start, end);
      var stripped = commentOf(line);
      if (stripped.isEmpty()) {
        // Nothing to look at, as in most lines.
      } else if (DOWN.matcher(stripped).matches()) {
        inDown = true;
        hasDown = true;
      } else if (UP.matcher(stripped).matches()) {
        inDown = false;
      }
      alone |= !stripped.isEmpty() && ALONE.matcher(stripped).matches();
      up.append(inDown ? blank(line) : line);
      down.append(inDown ? line : blank(line));
      start = end;
    }
    if (!hasDown) {
      return new Sections(text, null, false, alone);
    }
    var written = down.toString();
    return isCommented(written)
        ? new Sections(up.toString(), uncommented(written), true, alone)
        : new Sections(up.toString(), written, false, alone);
  }

  /// The line if it is a comment, else nothing.
  private static String commentOf(String line) {
    var stripped = line.strip();
    return stripped.startsWith("--") ? stripped : "";
  }

  private static int lineEnd(String text, int start) {
    var end = text.indexOf('\n', start);
    return end < 0 ? text.length() : end + 1;
  }

  private static String blank(String line) {
    var blank = new StringBuilder(line.length());
    for (var i = 0; i < line.length(); i++) {
      var c = line.charAt(i);
      blank.append(c == '\n' || c == '\r' ? c : ' ');
    }
    return blank.toString();
  }

  private static boolean isCommented(String down) {
    return down.lines()
        .map(String::strip)
        .allMatch(line -> line.isEmpty() || line.startsWith("--"));
  }

  private static String uncommented(String down) {
    var text = new StringBuilder(down.length());
    for (var start = 0; start < down.length(); ) {
      var end = lineEnd(down, start);
      text.append(uncommentedLine(down.substring(start, end)));
      start = end;
    }
    return text.toString();
  }

  private static String uncommentedLine(String line) {
    var stripped = line.strip();
    if (DOWN.matcher(stripped).matches() || SPEAKS_TO_DEED.matcher(stripped).matches()) {
      return line;
    }
    var dashes = line.indexOf("--");
    return dashes < 0 ? line : line.substring(0, dashes) + "  " + line.substring(dashes + 2);
  }
}
