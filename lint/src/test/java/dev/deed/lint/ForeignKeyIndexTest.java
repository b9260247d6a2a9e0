package dev.deed.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.lint.rule.LintSettings;
import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.SchemaReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The keys of PostgreSQL 18 that are searched in another way, or not at all.
class ForeignKeyIndexTest {

  private static final String KEY =
      "ALTER TABLE extras ADD CONSTRAINT k FOREIGN KEY (room, PERIOD during)"
          + " REFERENCES bookings (room, PERIOD during) NOT VALID;";

  private static List<String> found(String sql) {
    var reader = new SchemaReader(List.of("public"));
    reader.readBaseline(
        ScriptReader.read(
            new SourceFile("base.sql"),
            """
            CREATE TABLE bookings (room int, during daterange, PRIMARY KEY (room, during WITHOUT OVERLAPS));
            CREATE TABLE extras (id int PRIMARY KEY, room int, during daterange);
            """));
    var linter = new Linter(reader, new LintSettings(18, true, false, Map.of()));
    var script = ScriptReader.read(new SourceFile("a.sql"), sql);
    assertThat(script.problems()).isEmpty();
    return linter.lint(script, false).remarks().stream()
        .map(remark -> remark.finding().rule().text())
        .filter("foreign-key-without-index"::equals)
        .toList();
  }

  @Test
  void a_period_is_found_by_gist_too() {
    assertThat(found(KEY)).hasSize(1);
    assertThat(found("CREATE INDEX i ON extras USING gist (room, during);" + KEY)).isEmpty();
    assertThat(found("CREATE INDEX i ON extras (room, during);" + KEY)).isEmpty();
  }

  @Test
  void a_key_that_is_not_enforced_is_not_searched_by() {
    assertThat(found(KEY.replace("NOT VALID", "NOT ENFORCED"))).isEmpty();
  }
}
