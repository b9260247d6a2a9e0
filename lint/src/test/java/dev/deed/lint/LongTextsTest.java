package dev.deed.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.lint.rule.LintSettings;
import dev.deed.sql.RuleName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.SchemaReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A text in SQL may be as long as a file: whoever looks for something in it must not go down one
/// step for each of its characters.
class LongTextsTest {

  private static final String LONG = "it''s ".repeat(50_000);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE VIEW v AS SELECT '%s' AS host, id FROM t",
        "CREATE VIEW v AS SELECT id AS \"%s\" FROM t",
        "INSERT INTO t (host) VALUES ('%s')",
        "UPDATE t SET host = '%s' WHERE id = 1",
        "ALTER TABLE t ADD COLUMN c text DEFAULT lower('%s')",
        "ALTER TABLE t ADD COLUMN c text GENERATED ALWAYS AS (note || '%s') STORED",
        "CREATE ROLE r PASSWORD '%s'",
        "CREATE USER MAPPING FOR r SERVER s OPTIONS (password '%s')",
        "CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN 'host %s'; END $$",
        "COMMENT ON TABLE t IS 'host %s'"
      })
  void reads_them_whatever_statement_they_stand_in(String statement) {
    assertThat(rules(statement)).doesNotContain("syntax-error");
  }

  @Test
  void finds_a_long_secret() {
    assertThat(rules("CREATE ROLE r PASSWORD '%s'")).contains("hard-coded-secret");
  }

  /// Behind a comment that names none, in the middle, and at the end.
  @Test
  void finds_secrets_among_millions_of_rows() {
    var rows = "(1, 'it''s a row', '--'), ".repeat(60_000);
    var insert = "INSERT INTO t VALUES /* password 'x' */ %s (2, %s, ''), %s (3, '', '')";

    assertThat(rules(insert.formatted(rows, "'a'", rows))).doesNotContain("hard-coded-secret");
    assertThat(rules(insert.formatted(rows, "'redis://me:secret@host'", rows)))
        .contains("hard-coded-secret");
    assertThat(rules(insert.formatted(rows, "'AKIAABCDEFGHIJKLMNOP'", rows)))
        .contains("hard-coded-secret");
  }

  /// Rows of the same shape are looked at once.
  @Test
  void finds_the_one_row_that_differs() {
    var rows = "(1, 'a', DEFAULT), ".repeat(1_000);

    assertThat(rules("INSERT INTO t VALUES " + rows + "(2, 'b', 'c')")).doesNotContain("will-fail");
    assertThat(rules("INSERT INTO t VALUES " + rows + "(2, 'b', 'c', 'd')")).contains("will-fail");
  }

  @Test
  void reads_a_thousand_common_table_expressions_each_over_the_one_before_it() {
    assertThat(rules(chain("SELECT a FROM x%1$d", 1_500) + "SELECT a FROM x1500")).isEmpty();
    assertThat(rules(chain("SELECT * FROM x%1$d", 1_500) + "SELECT b FROM x1500"))
        .contains("will-fail");
  }

  /// Each over two of the one before it: their columns, or the questions for one, must not double.
  @Test
  void reads_queries_over_two_of_the_one_before_them() {
    var merged = chain("SELECT p.* FROM x%1$d p JOIN x%1$d q USING (a)", 40);
    assertThat(rules(merged + "SELECT b FROM x40")).contains("will-fail");

    var views = new StringBuilder("CREATE VIEW v0 AS SELECT 1 AS a;");
    for (var i = 0; i < 40; i++) {
      views.append("CREATE VIEW v%d AS SELECT p.*, q.* FROM v%d p, v%d q;".formatted(i + 1, i, i));
    }
    assertThat(rules(views.toString())).doesNotContain("syntax-error");
  }

  private static String chain(String query, int length) {
    var with = new StringBuilder("WITH x0 AS (SELECT 1 AS a)");
    for (var i = 0; i < length; i++) {
      with.append(", x%d AS (%s)".formatted(i + 1, query.formatted(i)));
    }
    return with.append(' ').toString();
  }

  private static List<String> rules(String statement) {
    var script = ScriptReader.read(new SourceFile("x.sql"), statement.formatted(LONG));
    assertThat(script.problems().stream().filter(p -> p.message().contains("syntax"))).isEmpty();
    var reader = new SchemaReader(List.of("public"));
    reader.readBaseline(
        ScriptReader.read(
            new SourceFile("base.sql"), "CREATE TABLE t (id int, host text, note text)"));
    var linter = new Linter(reader, new LintSettings(15, true, false, Map.of()));
    return linter.lint(script, false).remarks().stream()
        .map(remark -> remark.finding().rule())
        .map(RuleName::text)
        .toList();
  }
}
