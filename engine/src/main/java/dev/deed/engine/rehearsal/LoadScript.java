package dev.deed.engine.rehearsal;

import dev.deed.sql.SourceFile;
import dev.deed.sql.UserException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A script in the format of pgbench, which a program sends again and again: SQL statements with
/// variables, `\\set` and `\\sleep`.
public record LoadScript(List<Step> steps) {

  private static final Pattern SET = Pattern.compile("\\\\set\\s+(\\w+)\\s+(.+)");
  private static final Pattern SLEEP = Pattern.compile("\\\\sleep\\s+([0-9]{1,9})\\s*(us|ms|s)?");
  private static final Pattern VARIABLE = Pattern.compile("(?<!:):([a-zA-Z_]\\w*)");

  public LoadScript {
    steps = List.copyOf(steps);
  }

  sealed interface Step {}

  record Send(String sql) implements Step {}

  record Assign(String variable, LoadExpression value) implements Step {}

  record Sleep(Duration duration) implements Step {}

  /// @throws NotUnderstood with the line
  public static LoadScript read(SourceFile file, String text) {
    var steps = new ArrayList<Step>();
    var sql = new StringBuilder();
    var number = 0;
    for (var line : text.lines().toList()) {
      number++;
      var bare = line.strip();
      if (sql.isEmpty() && (bare.isEmpty() || bare.startsWith("--"))) {
        continue;
      }
      if (sql.isEmpty() && bare.startsWith("\\")) {
        steps.add(command(file, number, bare));
        continue;
      }
      sql.append(line).append('\n');
      if (bare.endsWith(";")) {
        steps.add(new Send(sql.toString().strip()));
        sql.setLength(0);
      }
    }
    if (!sql.isEmpty()) {
      steps.add(new Send(sql.toString().strip()));
    }
    if (steps.stream().noneMatch(Send.class::isInstance)) {
      throw new NotUnderstood(file, Math.max(1, number), "there is no statement");
    }
    return new LoadScript(steps);
  }

  private static Step command(SourceFile file, int number, String line) {
    var set = SET.matcher(line);
    if (set.matches()) {
      try {
        return new Assign(set.group(1), LoadExpression.parse(set.group(2)));
      } catch (IllegalArgumentException e) {
        throw new NotUnderstood(file, number, String.valueOf(e.getMessage()));
      }
    }
    var sleep = SLEEP.matcher(line);
    if (sleep.matches()) {
      var amount = Long.parseLong(sleep.group(1));
      var unit = sleep.group(2) == null ? "s" : sleep.group(2);
      return new Sleep(
          switch (unit) {
            case "us" -> Duration.ofNanos(amount * 1000);
            case "ms" -> Duration.ofMillis(amount);
            default -> Duration.ofSeconds(amount);
          });
    }
    throw new NotUnderstood(file, number, "deed understands only \\set and \\sleep: " + line);
  }

  /// The statement with the values of its variables. What is not a variable stays as it is.
  static String filled(String sql, Map<String, Long> variables) {
    return VARIABLE
        .matcher(sql)
        .replaceAll(name -> {
          var value = variables.get(name.group(1));
          return value == null ? name.group() : String.valueOf(value);
        });
  }

  /// The file is not in that format.
  public static final class NotUnderstood extends UserException {

    private static final long serialVersionUID = 1L;

    NotUnderstood(SourceFile file, int line, String why) {
      super(
          "%s:%d: %s".formatted(file.path(), line, why),
          "write SQL statements that end in ;, and \\set name expression or \\sleep 10 ms on lines of their own");
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
