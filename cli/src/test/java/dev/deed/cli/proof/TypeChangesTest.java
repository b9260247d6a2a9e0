package dev.deed.cli.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.lint.Linter;
import dev.deed.lint.rule.LintSettings;
import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.script.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Every type to every other: what the rules say of the table and of an index on the column is what
/// a live server does.
@ExtendWith(PostgresExtension.class)
class TypeChangesTest {

  private static final int POSTGRES = 15;

  private static final List<String> TYPES =
      List.of(
          "integer",
          "bigint",
          "oid",
          "numeric",
          "numeric(10,2)",
          "numeric(12,2)",
          "numeric(12,4)",
          "text",
          "varchar",
          "varchar(10)",
          "varchar(20)",
          "char(10)",
          "bpchar",
          "citext",
          "json",
          "jsonb",
          "inet",
          "cidr",
          "bit(4)",
          "varbit",
          "varbit(8)",
          "mood",
          "plain",
          "short",
          "longer",
          "filled",
          "text[]",
          "varchar(10)[]",
          "varchar[]");

  private static final List<String> TIMES =
      List.of(
          "date",
          "time",
          "time(3)",
          "timetz",
          "timetz(3)",
          "timestamp",
          "timestamp(3)",
          "timestamp(5)",
          "timestamptz",
          "timestamptz(3)",
          "timestamptz(6)",
          "interval",
          "interval(3)",
          "interval day",
          "interval day to second");

  @Test
  void tells_what_a_server_does_to_columns(TestDatabase database) throws IOException {
    compare(database, TYPES, "UTC");
  }

  @Test
  void tells_what_a_server_does_to_times_in_utc(TestDatabase database) throws IOException {
    compare(database, TIMES, "UTC");
  }

  @Test
  void tells_what_a_server_does_to_times_elsewhere(TestDatabase database) throws IOException {
    compare(database, TIMES, "Europe/Berlin");
  }

  private static void compare(TestDatabase database, List<String> types, String zone)
      throws IOException {
    var setup = setup();
    database.execute(setup);
    var differences = new ArrayList<String>();
    var seen = new TreeSet<String>();
    for (var old : types) {
      for (var line : database.query(query(old, types, zone))) {
        var next = line.substring(0, line.indexOf('|'));
        var did = line.substring(line.indexOf('|') + 1);
        if (!did.equals("refused")) {
          var told = told(setup, old, next, did.endsWith(" using"), zone);
          seen.add(told);
          if (!did.replace(" using", "").equals(told)) {
            differences.add("%s -> %s: %s, but is %s".formatted(old, next, told, did));
          }
        }
      }
    }
    assertEquals(List.of(), differences);
    assertTrue(seen.containsAll(List.of("kept", "rewritten")), seen.toString());
  }

  /// A transaction for each old type: many changes in one make the server slow.
  private static String query(String old, List<String> types, String zone) {
    return "SELECT name, done('%s', name, '%s') FROM (VALUES ('%s')) type (name)"
        .formatted(old, zone, String.join("'), ('", types));
  }

  private static String told(String setup, String old, String next, boolean using, String zone) {
    var reader = new SchemaReader(List.of("public"), POSTGRES);
    var table = "CREATE TABLE t (c %s); CREATE INDEX i ON t (c);".formatted(old);
    reader.readBaseline(script(setup + table));
    var linter = new Linter(reader, new LintSettings(POSTGRES, true, false, Map.of()));
    var cast = using ? " USING c::" + next : "";
    var change =
        "SET timezone = '%s'; ALTER TABLE t ALTER COLUMN c TYPE %s%s;".formatted(zone, next, cast);
    var rules =
        linter.lint(script(change), false).remarks().stream()
            .map(remark -> remark.finding().rule().text())
            .toList();
    if (rules.contains("type-rewrite")) {
      return "rewritten";
    }
    return rules.contains("type-scans-table") ? "rebuilt" : "kept";
  }

  private static Script script(String sql) {
    var script = ScriptReader.read(new SourceFile("types.sql"), sql);
    assertEquals(List.of(), script.problems());
    return script;
  }

  private static String setup() throws IOException {
    try (var sql = TypeChangesTest.class.getResourceAsStream("/lint/type-changes.sql")) {
      return new String(
          Objects.requireNonNull(sql, "type-changes.sql").readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
