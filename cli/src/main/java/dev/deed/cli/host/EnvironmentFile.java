package dev.deed.cli.host;

import dev.deed.sql.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Variables from a file such as `.env`, read only where somebody asks for it: `NAME=value` a line,
/// with `export` before it or not, in quotes or not, and comments. Nothing is expanded.
public record EnvironmentFile(Path path, Map<String, String> variables) {

  private static final Pattern LINE =
      Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");
  private static final Pattern VALUE =
      Pattern.compile(
          "(?:'([^']*)'|\"((?:[^\"\\\\]|\\\\.)*)\"|([^'\"#\\s](?:[^#]|(?<!\\s)#)*?|))(?:\\s+#.*|\\s*)");

  public static EnvironmentFile read(Path path) {
    var variables = new HashMap<String, String>();
    var number = 0;
    for (var line : linesOf(path)) {
      number++;
      var stripped = line.strip();
      if (stripped.isEmpty() || stripped.startsWith("#")) {
        continue;
      }
      var named = LINE.matcher(stripped);
      if (!named.matches()) {
        throw NotUnderstood.at(path, number);
      }
      variables.put(named.group(1), value(named.group(2), path, number));
    }
    return new EnvironmentFile(path, variables);
  }

  /// The real environment always counts.
  public Map<String, String> below(Map<String, String> environment) {
    var all = new HashMap<>(variables);
    all.putAll(environment);
    return all;
  }

  private static String value(String text, Path path, int number) {
    var value = VALUE.matcher(text);
    if (!value.matches()) {
      throw NotUnderstood.at(path, number);
    }
    if (value.group(1) != null) {
      return value.group(1);
    }
    return value.group(2) != null
        ? value.group(2).replace("\\n", "\n").replaceAll("\\\\(.)", "$1")
        : value.group(3).strip();
  }

  private static Iterable<String> linesOf(Path path) {
    try {
      return Files.readAllLines(path, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new NotUnderstood(
          "there is no file " + path + " that can be read", "Correct --env-file.");
    }
  }

  /// The message never repeats a line: there may be a password in it.
  static final class NotUnderstood extends UserException {

    private static final long serialVersionUID = 1L;

    NotUnderstood(String message, String advice) {
      super(message, advice);
    }

    static NotUnderstood at(Path path, int line) {
      return new NotUnderstood(
          "%s:%d: the line is no NAME=value".formatted(path, line),
          "Write values with blanks, quotes or # in them in single quotes.");
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
