package dev.deed.engine;

import dev.deed.sql.script.CommandTag;
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.util.Optional;
import java.util.regex.Pattern;

/// The rows after `COPY ... FROM stdin;` in a script, up to the line `\.`.
public final class CopyRows {

  private static final Pattern FROM_STDIN =
      Pattern.compile("\\bfrom\\s+stdin\\b", Pattern.CASE_INSENSITIVE);

  private CopyRows() {}

  public static Optional<String> of(Script script, Statement statement) {
    if (statement.command() != CommandTag.COPY
        || !FROM_STDIN.matcher(script.textOf(statement)).find()) {
      return Optional.empty();
    }
    var text = script.text();
    var semicolon = text.indexOf(';', statement.span().end());
    var newline = semicolon < 0 ? -1 : text.indexOf('\n', semicolon);
    return Optional.of(newline < 0 ? "" : upToEnd(text, newline + 1));
  }

  private static String upToEnd(String text, int start) {
    for (var line = start; line < text.length(); ) {
      var newline = text.indexOf('\n', line);
      var end = newline < 0 ? text.length() : newline;
      if (text.substring(line, end).stripTrailing().equals("\\.")) {
        return text.substring(start, line);
      }
      line = end + 1;
    }
    return text.substring(Math.min(start, text.length()));
  }
}
