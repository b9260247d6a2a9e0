package dev.deed.cli.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.deed.lint.Linter;
import dev.deed.lint.rule.LintSettings;
import dev.deed.lint.rule.Transactions;
import dev.deed.sql.Finding;
import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.script.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A script of one migration or several, divided by `-- migration`, and what a server says of it.
/// Its first line is `-- 42P07: why`, with the error's SQLSTATE, or `-- passes`; `since 15` and
/// `until 17` limit it to these major versions.
///
/// @param error the SQLSTATE with which the server refuses it, null if it passes
record FailureCase(List<String> migrations, @Nullable String error, int since, int until) {

  private static final Pattern HEAD =
      Pattern.compile("-- (passes|[0-9A-Z]{5})(?: since (\\d+))?(?: until (\\d+))?(?::.*)?");

  /// Rules that are older than `will-fail`, and that say the same of their own statements.
  private static final Set<String> SAME =
      Set.of(
          "will-fail",
          "type-with-dependants",
          "drop-type",
          "drop-view-or-function",
          "enum-value-used-at-once",
          "index-on-partitioned-table",
          "drop-index-of-constraint",
          "duplicate-assignment",
          "concurrently-in-transaction",
          "cannot-run-in-transaction");

  FailureCase {
    migrations = List.copyOf(migrations);
  }

  static FailureCase read(Path file) throws IOException {
    var text = Files.readString(file);
    var head = HEAD.matcher(text.lines().findFirst().orElseThrow());
    assertEquals(true, head.matches(), () -> "the first line of " + file);
    var error = head.group(1).equals("passes") ? null : head.group(1);
    return new FailureCase(
        List.of(text.split("(?m)^-- migration$")),
        error,
        head.group(2) == null ? 0 : Integer.parseInt(head.group(2)),
        head.group(3) == null ? Integer.MAX_VALUE : Integer.parseInt(head.group(3)));
  }

  boolean isFor(int version) {
    return version >= since && version <= until;
  }

  /// A statement, by the number of its migration and its own in it.
  record Place(int migration, int statement) {}

  /// @param error the SQLSTATE
  record Refused(Place place, String error, String message) {}

  // deed

  /// The findings that say that a statement fails.
  Map<Place, Finding> findings(int version) {
    var found = new java.util.LinkedHashMap<Place, Finding>();
    var reader = new SchemaReader(List.of("public"), version);
    reader.startFromNothing();
    var linter = new Linter(reader, new LintSettings(version, true, false, Map.of()));
    for (var i = 0; i < migrations.size(); i++) {
      var script = script(migrations.get(i));
      assertEquals(List.of(), script.problems());
      for (var remark : linter.lint(script, isAlone(migrations.get(i))).remarks()) {
        var finding = remark.finding();
        if (isFailure(finding)) {
          found.putIfAbsent(new Place(i, statementAt(script, finding)), finding);
        }
      }
    }
    return found;
  }

  private static boolean isFailure(Finding finding) {
    return finding.rule().text().equals("will-fail")
        || (SAME.contains(finding.rule().text())
            && (finding.message().startsWith("this fails")
                || finding.message().contains("refuses")
                || finding.message().contains("twice")));
  }

  private static int statementAt(Script script, Finding finding) {
    var place = finding.span().start();
    for (var i = 0; i < script.statements().size(); i++) {
      var span = script.statements().get(i).span();
      if (span.start() <= place && place < Math.max(span.end(), span.start() + 1)) {
        return i;
      }
    }
    return -1;
  }

  private static Script script(String text) {
    return ScriptReader.read(new SourceFile("case.sql"), text);
  }

  private static boolean isAlone(String migration) {
    return migration.contains("-- deed: transaction none")
        || script(migration).statements().stream().anyMatch(s -> s.runsAlone());
  }

  // The server

  /// Runs the migrations, each in its transaction, up to the first statement that is refused.
  @Nullable Refused run(Connection connection) throws SQLException {
    for (var i = 0; i < migrations.size(); i++) {
      var refused = run(i, connection);
      if (refused != null) {
        return refused;
      }
    }
    return null;
  }

  private @Nullable Refused run(int migration, Connection connection) throws SQLException {
    var text = migrations.get(migration);
    var script = script(text);
    var transactions = Transactions.of(script, isAlone(text), true);
    var isExplicit = transactions.isExplicit();
    connection.setAutoCommit(isExplicit || isAlone(text));
    for (var i = 0; i < script.statements().size(); i++) {
      var statement = script.statements().get(i);
      if (transactions.of(statement) < 0 && !isExplicit) {
        continue;
      }
      try (var running = connection.createStatement()) {
        running.execute(script.textOf(statement));
      } catch (SQLException e) {
        end(connection);
        return new Refused(
            new Place(migration, i),
            String.valueOf(e.getSQLState()),
            String.valueOf(e.getMessage()));
      }
    }
    if (!connection.getAutoCommit()) {
      connection.commit();
    }
    connection.setAutoCommit(true);
    return null;
  }

  private static void end(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }
}
