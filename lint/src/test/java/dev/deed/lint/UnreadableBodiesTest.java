package dev.deed.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.lint.rule.LintSettings;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.SchemaReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bodies that no rule can look into are reported by the linter, as `deed effects` does.
class UnreadableBodiesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELEC 1'",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1; SELECT ((2'",
        "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN SELEC 1; END $$",
        "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN IF x THEN END; $$",
        "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGN END $$",
        "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ DECLARE x int BEGIN END $$",
        "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS ''",
        "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN (1; END $$",
        "CREATE PROCEDURE p() LANGUAGE plpgsql AS $$ BEGIN COMMIT END $$",
        "DO $$ BEGIN UPDTE t SET a = 1; END $$",
        "DO $$ BEGIN IF true THEN RAISE NOTICE 'x'; END $$",
      })
  void finds_a_mistake_in_a_body(String sql) {
    assertThat(found(sql)).contains("unreadable-body " + Severity.ERROR);
    assertThat(found(sql)).noneMatch(f -> f.startsWith("hidden-schema-change"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE FUNCTION f() RETURNS int LANGUAGE plpython3u AS 'return 1'",
        "CREATE FUNCTION f() RETURNS int LANGUAGE plv8 AS 'return 1'",
        "DO LANGUAGE plperl 'x'",
      })
  void warns_of_another_language(String sql) {
    assertThat(found(sql)).contains("unreadable-body " + Severity.WARNING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS ''",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN 1",
        "CREATE FUNCTION f() RETURNS void LANGUAGE sql BEGIN ATOMIC DELETE FROM t; END",
        "CREATE FUNCTION f() RETURNS int LANGUAGE c AS 'lib', 'f'",
        "CREATE FUNCTION f() RETURNS int LANGUAGE internal AS 'f'",
        "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'SELECT ' || 1; END $$",
        "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN NULL; END; $$",
        "DO $$ BEGIN PERFORM 1; END $$",
      })
  void passes_what_can_be_read(String sql) {
    assertThat(found(sql)).noneMatch(f -> f.startsWith("unreadable-body"));
  }

  @Test
  void points_at_the_mistake() {
    var text = "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS '\n  SELECT 1;\n  SELEC 2';";
    var script = ScriptReader.read(new SourceFile("a.sql"), text);
    var finding = linter().lint(script, false).remarks().getFirst().finding();
    assertThat(finding.span().line()).isEqualTo(3);
  }

  private static Linter linter() {
    return new Linter(
        new SchemaReader(List.of("public"), 16), new LintSettings(16, true, false, Map.of()));
  }

  private static List<String> found(String sql) {
    var script = ScriptReader.read(new SourceFile("a.sql"), sql);
    assertThat(script.problems()).isEmpty();
    return linter().lint(script, false).remarks().stream()
        .map(remark -> remark.finding().rule() + " " + remark.finding().severity())
        .toList();
  }
}
