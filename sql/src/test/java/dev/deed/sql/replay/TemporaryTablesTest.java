package dev.deed.sql.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the name `users` means to the last statement of a script: the table of everybody, or a
/// temporary one that hides it.
class TemporaryTablesTest {

  private static final String REAL = "table public.users";
  private static final String TEMPORARY = "table pg_temp.users";
  private static final String LAST = "DELETE FROM users;";

  private static List<String> touched(String sql, boolean alone) {
    var reader = new SchemaReader(List.of("public"));
    reader.read(ScriptReader.read(new SourceFile("base.sql"), "CREATE TABLE users (id int);"));
    var script = ScriptReader.read(new SourceFile("a.sql"), sql);
    assertThat(script.problems()).isEmpty();
    return reader.read(script, alone, ReplayWatcher.NONE).getLast().touches().stream()
        .map(t -> t.object().words())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TEMP TABLE users (id int);",
        "CREATE TEMP TABLE IF NOT EXISTS users (id int);",
        "CREATE TEMP TABLE users (id int) ON COMMIT DROP;",
        "CREATE TABLE pg_temp.users (id int);",
        "SELECT 1 AS id INTO TEMP users;",
        "CREATE TEMP TABLE users (id int); SAVEPOINT a; DROP TABLE users; ROLLBACK TO a;",
        "CREATE TEMP TABLE users (id int); SAVEPOINT a; DISCARD TEMP; ROLLBACK TO a;",
        "BEGIN; CREATE TEMP TABLE users (id int) ON COMMIT PRESERVE ROWS; COMMIT;",
        "SAVEPOINT a; CREATE TEMP TABLE users (id int); RELEASE a;",
        "SET search_path = pg_temp, public; CREATE TABLE users (id int);",
        "CREATE TEMP TABLE users (id int); CREATE TABLE IF NOT EXISTS users (id int);",
      })
  void a_temporary_table_hides_the_one_of_its_name(String before) {
    assertThat(touched(before + LAST, false)).containsExactly(TEMPORARY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TEMP TABLE users (id int); DROP TABLE users;",
        "SAVEPOINT a; CREATE TEMP TABLE users (id int); ROLLBACK TO a;",
        "SAVEPOINT a; CREATE TEMP TABLE users (id int); SAVEPOINT b; SELECT 1; ROLLBACK TO SAVEPOINT a;",
        "SAVEPOINT a; SAVEPOINT b; CREATE TEMP TABLE users (id int); RELEASE b; ROLLBACK TO a;",
        "BEGIN; CREATE TEMP TABLE users (id int); ROLLBACK; BEGIN;",
        "CREATE TEMP TABLE users (id int); DISCARD TEMP;",
        "CREATE TEMP TABLE users (id int); DISCARD TEMPORARY;",
        "CREATE TEMP TABLE users (id int); DISCARD ALL;",
        "BEGIN; CREATE TEMP TABLE users (id int) ON COMMIT DROP; COMMIT; BEGIN;",
        "BEGIN; CREATE TEMP TABLE users ON COMMIT DROP AS SELECT 1; END;",
        "CREATE TEMP TABLE users (id int); SET search_path = public, pg_temp;",
        "SET search_path = public, pg_temp; CREATE TEMP TABLE users (id int);",
        "CREATE TEMP TABLE users (id int); ALTER TABLE users RENAME TO mine;",
        "CREATE TEMP TABLE mine (id int); ALTER TABLE mine RENAME TO users; DROP TABLE users;",
        "CREATE TEMP TABLE users (id int); DROP SCHEMA pg_temp CASCADE;",
        "CREATE TEMP VIEW users AS SELECT 1; DROP VIEW IF EXISTS users;",
      })
  void the_name_means_the_real_table_again(String before) {
    assertThat(touched(before + LAST, false)).containsExactly(REAL);
  }

  /// A branch that may not have been taken hides nothing.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "DO $$ BEGIN IF random() > 2 THEN CREATE TEMP TABLE users (id int); END IF; END $$;",
        "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS"
            + " $$ BEGIN CREATE TEMP TABLE users (id int); END $$; SELECT f();",
      })
  void a_table_that_code_may_have_created_hides_nothing(String before) {
    assertThat(touched(before + LAST, false)).containsExactly(REAL);
  }

  @Test
  void a_transaction_of_its_own_drops_on_commit_at_once() {
    var sql = "CREATE TEMP TABLE users (id int) ON COMMIT DROP;" + LAST;
    assertThat(touched(sql, true)).containsExactly(REAL);
    assertThat(touched(sql, false)).containsExactly(TEMPORARY);
  }

  @Test
  void in_an_explicit_transaction_it_stays_until_the_end() {
    var sql = "BEGIN; CREATE TEMP TABLE users (id int) ON COMMIT DROP;";
    assertThat(touched(sql + LAST, true)).containsExactly(TEMPORARY);
    assertThat(touched(sql + "COMMIT;" + LAST, true)).containsExactly(REAL);
  }

  @Test
  void a_table_that_took_the_name_of_a_dropped_one_stays() {
    var sql =
        "BEGIN; CREATE TEMP TABLE users (id int) ON COMMIT DROP; DROP TABLE users;"
            + " CREATE TEMP TABLE users (id int); COMMIT;";
    assertThat(touched(sql + LAST, false)).containsExactly(TEMPORARY);
  }

  @Test
  void what_a_block_creates_is_there_after_it() {
    var block = "DO $$ BEGIN CREATE TEMP TABLE tmp_x (id int); END $$;";
    assertThat(touched(block + "INSERT INTO tmp_x VALUES (1);", false))
        .containsExactly("table pg_temp.tmp_x");
  }

  @Test
  void what_a_called_function_creates_may_be_there_after_it() {
    var function =
        "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS"
            + " $$ BEGIN CREATE TEMP TABLE tmp_x (id int); END $$;";
    assertThat(touched(function + "SELECT f(); INSERT INTO tmp_x VALUES (1);", false))
        .containsExactly("table pg_temp.tmp_x");
    assertThat(touched(function + "INSERT INTO tmp_x VALUES (1);", false))
        .containsExactly("relation public.tmp_x");
  }

  @Test
  void an_unknown_table_is_not_a_temporary_one() {
    assertThat(touched("SET search_path = pg_temp, public; DELETE FROM others;", false))
        .containsExactly("relation public.others");
  }

  @Test
  void functions_are_not_looked_for_among_what_is_temporary() {
    var sql =
        "CREATE FUNCTION pg_temp.f() RETURNS void LANGUAGE sql AS 'DELETE FROM users';"
            + " CREATE FUNCTION f() RETURNS void LANGUAGE sql AS 'SELECT 1'; SELECT f();";
    assertThat(touched(sql, false)).isEmpty();
  }

  @Test
  void a_setting_goes_with_its_savepoint() {
    var sql = "SAVEPOINT a; SET search_path = other; ROLLBACK TO a; DELETE FROM users;";
    assertThat(touched(sql, false)).containsExactly(REAL);
  }

  @Test
  void a_local_setting_outside_of_a_transaction_does_nothing() {
    assertThat(touched("SET LOCAL search_path = other; DELETE FROM users;", true))
        .containsExactly(REAL);
  }

  @Test
  void a_setting_ends_the_local_one_before_it() {
    var sql = "SET LOCAL search_path = other; SET search_path = public; DELETE FROM users;";
    assertThat(touched(sql, false)).containsExactly(REAL);
  }
}
