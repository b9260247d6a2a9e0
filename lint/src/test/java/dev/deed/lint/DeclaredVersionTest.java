package dev.deed.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.lint.rule.LintFinding;
import dev.deed.lint.rule.LintSettings;
import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.SchemaReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Syntax that came later fails for certain only where it is declared that the database runs on an
/// older version.
class DeclaredVersionTest {

  private static final String MERGE =
      "MERGE INTO t USING s ON t.id = s.id WHEN MATCHED THEN DELETE;";

  @ParameterizedTest
  @ValueSource(
      strings = {
        MERGE,
        "CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) VIRTUAL);",
        "CREATE VIEW v WITH (security_invoker) AS SELECT 1 AS a;",
        "SET transaction_timeout = '5s';"
      })
  void a_declared_version_does_not_have_what_came_later(String sql) {
    assertThat(failures(sql, true)).hasSize(1);
    assertThat(failures(sql, false)).isEmpty();
  }

  @Test
  void names_both_versions() {
    assertThat(failures(MERGE, true))
        .containsExactly(
            "this fails: PostgreSQL 14 does not have MERGE, which came with version 15");
  }

  @Test
  void what_a_body_holds_is_not_looked_at() {
    assertThat(failures("DO $$ BEGIN EXECUTE 'SELECT 1'; " + MERGE + " END $$;", true)).isEmpty();
  }

  private static List<String> failures(String sql, boolean declared) {
    var linter =
        new Linter(
            new SchemaReader(List.of("public"), 14),
            new LintSettings(14, true, false, Map.of()).declared(declared));
    var script = ScriptReader.read(new SourceFile("1.sql"), sql);
    return linter.lint(script, false).remarks().stream()
        .map(LintFinding::finding)
        .filter(finding -> finding.rule().text().equals("will-fail"))
        .map(finding -> finding.message())
        .toList();
  }
}
