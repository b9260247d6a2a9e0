package dev.deed.sql.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.parse.ScriptReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the replay knows for certain, and what makes it doubt.
class CertaintyTest {

  private static final QualifiedName USERS = QualifiedName.of("public", "users");
  private static final String CREATED = "CREATE TABLE users (id bigint, name text);";

  private final SchemaReader reader = new SchemaReader(List.of("public"));

  private Catalog after(String... scripts) {
    for (var i = 0; i < scripts.length; i++) {
      reader.read(ScriptReader.read(new SourceFile(i + 1 + ".sql"), scripts[i]));
    }
    return reader.catalog();
  }

  @Test
  void is_certain_of_what_a_statement_created() {
    var catalog = after(CREATED);

    assertTrue(catalog.isCertain(ObjectName.table(USERS)));
    assertTrue(catalog.isCertain(ObjectName.column(USERS, "name")));
    assertTrue(catalog.hasAllColumns(USERS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DO $$ BEGIN DROP TABLE users; EXCEPTION WHEN others THEN NULL; END $$",
        "DO $$ BEGIN EXECUTE 'DROP TABLE ' || 'users'; END $$",
        "SELECT made_by_others()",
        "SELECT create_hypertable(name, 'at') FROM users",
        "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS 'BEGIN EXECUTE current_setting(''a.b''); END'; SELECT f()",
        "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS 'BEGIN ALTER TABLE users ADD COLUMN a int; END'; SELECT f()",
        "BEGIN; ALTER TABLE users ADD COLUMN a int; DROP TABLE users; ROLLBACK",
      })
  void doubts_what_code_may_have_changed(String statement) {
    var catalog = after(CREATED, statement);

    assertFalse(
        catalog.relationNamed(USERS).filter(catalog::isCertain).isPresent()
            && catalog.hasAllColumns(USERS));
  }

  @Test
  void keeps_what_it_knows_when_a_table_is_renamed() {
    var catalog = after(CREATED, "ALTER TABLE users RENAME TO people");

    assertTrue(catalog.hasAllColumns(QualifiedName.of("public", "people")));
    assertTrue(catalog.isMissing(USERS));
    assertEquals(
        "1.sql:1",
        catalog
            .origin(ObjectName.table(QualifiedName.of("public", "people")))
            .orElseThrow()
            .text());
  }

  @Test
  void does_not_know_what_existed_before() {
    var catalog = after(CREATED);

    assertFalse(catalog.isMissing(QualifiedName.of("orders")));
  }

  @Test
  void knows_that_nothing_else_exists_where_the_scripts_created_everything() {
    reader.startFromNothing();
    var catalog = after(CREATED);

    assertTrue(catalog.isMissing(QualifiedName.of("orders")));
    assertFalse(catalog.isMissing(QualifiedName.of("pg_class")));
    assertFalse(catalog.isMissing(QualifiedName.of("other", "orders")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE older ADD COLUMN a int",
        "CREATE EXTENSION postgis",
        "DO $$ BEGIN EXECUTE 'CREATE TABLE ' || 'orders (id int)'; END $$",
        "SELECT made_by_others()",
        "IMPORT FOREIGN SCHEMA s FROM SERVER f INTO public",
      })
  void does_not_know_it_after_a_sign_of_something_else(String statement) {
    reader.startFromNothing();
    var catalog = after(CREATED, statement);

    assertFalse(catalog.isMissing(QualifiedName.of("orders")));
  }

  @Test
  void knows_what_was_dropped_wherever_the_scripts_begin() {
    var catalog = after("DROP TABLE IF EXISTS users");

    assertTrue(catalog.isMissing(USERS));
  }

  @Test
  void does_not_know_the_columns_of_a_table_that_may_have_existed() {
    var catalog = after("CREATE TABLE IF NOT EXISTS users (id bigint)");

    assertFalse(catalog.hasAllColumns(USERS));
  }

  @Test
  void doubts_everything_where_it_is_told_to() {
    var catalog = after(CREATED);
    reader.doubtAll();

    assertFalse(catalog.isCertain(ObjectName.table(USERS)));
  }
}
