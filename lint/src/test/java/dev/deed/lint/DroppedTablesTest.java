package dev.deed.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.lint.rule.LintSettings;
import dev.deed.sql.RuleName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.SchemaReader;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What is found about tables that the same script drops.
class DroppedTablesTest {

  private static final String OLD =
      "CREATE TABLE old (id bigint PRIMARY KEY, name text); CREATE INDEX old_name ON old (name);";

  private static TreeSet<String> found(String sql) {
    var reader = new SchemaReader(List.of("public"));
    reader.readBaseline(ScriptReader.read(new SourceFile("base.sql"), OLD));
    var linter = new Linter(reader, new LintSettings(15, true, false, Map.of()));
    var script = ScriptReader.read(new SourceFile("a.sql"), sql);
    assertThat(script.problems()).isEmpty();
    var rules = new TreeSet<String>();
    linter.lint(script, false).remarks().stream()
        .map(f -> f.finding().rule())
        .map(RuleName::text)
        .forEach(rules::add);
    return rules;
  }

  @Test
  void nothing_is_found_about_a_table_that_the_script_creates_and_drops() {
    var created = "CREATE TABLE scratch (id serial, name varchar(20), at timestamp, c char(3));";

    assertThat(found(created)).isNotEmpty();
    assertThat(found(created + "DROP TABLE scratch;")).isEmpty();
    assertThat(found(created + "ALTER TABLE scratch RENAME TO other; DROP TABLE other;")).isEmpty();
  }

  @Test
  void dropping_a_table_that_was_there_is_found() {
    assertThat(found("DROP TABLE old;")).contains("drop-table");
  }

  @Test
  void what_is_dropped_with_its_table_is_not_found_before() {
    var column = "ALTER TABLE old DROP COLUMN name;";

    assertThat(found(column)).contains("drop-column");
    assertThat(found(column + "DROP TABLE old;"))
        .contains("drop-table")
        .doesNotContain("drop-column");
  }

  @Test
  void what_blocks_others_until_the_drop_is_found() {
    assertThat(found("ALTER TABLE old ALTER COLUMN id TYPE text; DROP TABLE old;"))
        .contains("type-rewrite", "drop-table");
  }

  /// The name of a dropped table is free for another one.
  @Test
  void what_takes_the_dropped_table_s_place_is_another_table() {
    var swap =
        "CREATE TABLE next (id serial, name varchar(20)); DROP TABLE old;"
            + " ALTER TABLE next RENAME TO old;";

    assertThat(found(swap)).contains("table-without-primary-key");
  }

  @Test
  void a_renamed_table_is_one_table() {
    assertThat(found("CREATE TABLE a (id int); ALTER TABLE a RENAME TO b;"))
        .contains("table-without-primary-key");
    assertThat(found("CREATE TABLE a (id int); CREATE SCHEMA s; ALTER TABLE a SET SCHEMA s;"))
        .contains("table-without-primary-key");
    assertThat(
            found(
                "CREATE TABLE a (id int PRIMARY KEY, o bigint REFERENCES old);"
                    + " ALTER TABLE a RENAME TO b;"))
        .contains("foreign-key-without-index");
    assertThat(
            found(
                "CREATE TABLE a (id int PRIMARY KEY); ALTER TABLE a ENABLE ROW LEVEL SECURITY;"
                    + " ALTER TABLE a RENAME TO b;"))
        .contains("row-security-without-policy");
    assertThat(
            found(
                "CREATE TABLE a (id int PRIMARY KEY); CREATE POLICY p ON a USING (true);"
                    + " ALTER TABLE a RENAME TO b;"))
        .contains("policy-without-row-security");
  }

  @Test
  void the_lock_on_a_renamed_table_is_one_lock() {
    assertThat(found("ALTER TABLE old RENAME TO new; ALTER TABLE new ADD COLUMN x int;"))
        .doesNotContain("several-tables-locked");
    assertThat(
            found(
                "CREATE SCHEMA s; ALTER TABLE old SET SCHEMA s; ALTER TABLE s.old ADD COLUMN x int;"))
        .doesNotContain("several-tables-locked");
  }
}
