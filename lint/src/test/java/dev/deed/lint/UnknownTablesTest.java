package dev.deed.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.lint.rule.LintSettings;
import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.SchemaReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Tables that no script creates.
class UnknownTablesTest {

  private static final String NOT_VALID =
      "ALTER TABLE t ADD CONSTRAINT k CHECK (c IS NOT NULL) NOT VALID;";
  private static final String VALIDATE = "ALTER TABLE t VALIDATE CONSTRAINT k;";
  private static final String SET_NOT_NULL = "ALTER TABLE t ALTER COLUMN c SET NOT NULL;";
  private static final String DROP = "ALTER TABLE t DROP CONSTRAINT k;";

  private final Linter linter =
      new Linter(
          new SchemaReader(List.of("public"), 16), new LintSettings(16, true, false, Map.of()));

  @Test
  void lets_a_valid_check_of_an_earlier_script_spare_the_search_and_go() {
    assertThat(rules(NOT_VALID)).isEmpty();
    assertThat(rules(VALIDATE)).isEmpty();
    assertThat(rules(SET_NOT_NULL + DROP)).isEmpty();
  }

  @Test
  void tells_of_the_search_where_the_check_is_not_valid() {
    assertThat(rules(NOT_VALID)).isEmpty();
    assertThat(rules(SET_NOT_NULL)).containsExactly("set-not-null");
  }

  @Test
  void tells_of_the_search_where_the_check_is_of_another_column() {
    assertThat(rules("ALTER TABLE t ADD CONSTRAINT k CHECK (d IS NOT NULL) NOT VALID;")).isEmpty();
    assertThat(rules(VALIDATE)).isEmpty();
    assertThat(rules(SET_NOT_NULL)).containsExactly("set-not-null");
  }

  @Test
  void tells_of_the_search_where_the_check_is_gone() {
    assertThat(rules(NOT_VALID)).isEmpty();
    assertThat(rules(VALIDATE)).isEmpty();
    assertThat(rules(DROP)).containsExactly("drop-constraint");
    assertThat(rules(SET_NOT_NULL)).containsExactly("set-not-null");
  }

  private List<String> rules(String sql) {
    var script = ScriptReader.read(new SourceFile("a.sql"), sql);
    return linter.lint(script, false).remarks().stream()
        .map(remark -> remark.finding().rule().text())
        .toList();
  }
}
