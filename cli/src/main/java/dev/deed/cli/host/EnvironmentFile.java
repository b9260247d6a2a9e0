package dev.deed.cli.host;

import dev.deed.sql.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Variables from a file such as `.env`, read only if `--env-file` is given. Each line is
/// `NAME=value`, optionally with `export` and quotes, or a comment. Nothing is expanded.
public record EnvironmentFile(Path path, Map<String, String> variables) {

  private static final Pattern LINE =
      Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");
  private static final Pattern VALUE =
      Pattern.compile(
          "(?:'([^']*)'|\"((?:[^\"\\\\]|\\\\.)*+)\"|([^'\"#\\s](?:[^#]|(?<!\\s)#)*?|))(?:\\s+#.*|\\s*)");

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

  /// The real environment takes precedence.
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
      throw new NotUnderstood("cannot read the file " + path, "correct --env-file");
    }
  }

  /// The message never repeats the line, which may contain a password.
  static final class NotUnderstood extends UserException {

    private static final long serialVersionUID = 1L;

    NotUnderstood(String message, String advice) {
      super(message, advice);
    }

    static NotUnderstood at(Path path, int line) {
      return new NotUnderstood(
          "%s:%d: the line is not NAME=value".formatted(path, line),
          "put values that contain blanks, quotes or # in single quotes");
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
