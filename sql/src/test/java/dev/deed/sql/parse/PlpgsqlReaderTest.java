package dev.deed.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.RoutineEffect;
import dev.deed.sql.effect.RowsEffect.NamesRelation;
import dev.deed.sql.effect.RowsEffect.ReadsRows;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import dev.deed.sql.script.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a `DO` block or a function's body does, and where its text says so.
final class PlpgsqlReaderTest {

  @Test
  void places_what_stands_in_dollar_quotes_at_its_own_line() {
    var write = writeIn("DO $body$\nBEGIN\n  DELETE FROM users;\nEND $body$");

    assertThat(write.span().line()).isEqualTo(3);
    assertThat(write.span().column()).isEqualTo(15);
  }

  @Test
  void places_what_stands_behind_doubled_quotes_at_its_own_column() {
    var write = writeIn("DO '\nBEGIN\n  IF ''a'' = ''b'' THEN DELETE FROM users; END IF;\nEND'");

    assertThat(write.span().line()).isEqualTo(3);
    assertThat(write.span().column()).isEqualTo(37);
  }

  @Test
  void places_what_stands_behind_escapes_at_its_own_column() {
    var write = writeIn("DO E'BEGIN\\n PERFORM \\'x\\';\\n DELETE FROM users; END'");

    assertThat(write.span().line()).isEqualTo(1);
    assertThat(write.span().column()).isEqualTo(43);
  }

  @Test
  void places_executed_text_in_the_file() {
    var write = writeIn("DO $$ BEGIN\n EXECUTE 'DELETE ' ||\n 'FROM users';\nEND $$");

    assertThat(write.span().line()).isEqualTo(3);
    assertThat(write.span().column()).isEqualTo(8);
  }

  @Test
  void takes_no_variable_for_a_table() {
    var effects =
        inBlock(
            """
            DO $$
            DECLARE
              users record;
              copy users.name%TYPE;
              n int;
            BEGIN
              SELECT id INTO n FROM orders;
              n := n + 1;
              users.name := 'x';
            END $$\
            """);

    assertThat(relations(effects)).containsExactly("orders");
  }

  @Test
  void knows_the_tables_whose_types_are_copied() {
    var effects =
        inBlock("DO $$ DECLARE a users%ROWTYPE; b s.orders.id%TYPE; c b%TYPE; BEGIN END $$");

    assertThat(effects).hasOnlyElementsOfType(NamesRelation.class);
    assertThat(relations(effects)).containsExactly("users", "s.orders");
  }

  @Test
  void names_of_a_block_end_with_it() {
    var effects =
        inBlock(
            "DO $$ BEGIN DECLARE users int; BEGIN END; DECLARE r users%ROWTYPE; BEGIN END; END $$");

    assertThat(relations(effects)).containsExactly("users");
  }

  @Test
  void arguments_are_variables() {
    var effects =
        inRoutine(
            "CREATE FUNCTION f(users int, OUT o text) LANGUAGE plpgsql AS $$ DECLARE a users%TYPE; b"
                + " o%TYPE; BEGIN END $$");

    assertThat(effects).isEmpty();
  }

  @Test
  void reads_constants_that_are_executed() {
    var effects =
        inBlock(
            "DO $$ BEGIN EXECUTE format('DELETE FROM %I', 'Users') || ' WHERE id = ' ||"
                + " quote_literal('1'); END $$");

    assertThat(effects).noneMatch(e -> e instanceof Effect.Opaque);
    assertThat(relations(effects)).containsExactly("\"Users\"");
  }

  @Test
  void cannot_tell_what_variables_execute() {
    var effects = inBlock("DO $$ DECLARE t text; BEGIN\n EXECUTE 'DROP TABLE '\n  || t; END $$");

    assertThat(effects)
        .singleElement()
        .isInstanceOfSatisfying(
            Effect.Opaque.class,
            opaque -> {
              assertThat(opaque.reason()).isEqualTo("dynamic SQL: EXECUTE 'DROP TABLE ' || t");
              assertThat(opaque.span().line()).isEqualTo(2);
            });
  }

  @Test
  void cannot_tell_what_loops_and_cursors_and_results_execute() {
    var effects =
        inBlock(
            "DO $$ DECLARE r record; c refcursor; t text; BEGIN FOR r IN EXECUTE t USING 1 LOOP END"
                + " LOOP; OPEN c FOR EXECUTE t; RETURN QUERY EXECUTE t; END $$");

    assertThat(effects).hasSize(3).hasOnlyElementsOfType(Effect.Opaque.class);
  }

  @Test
  void a_body_with_a_mistake_is_opaque_where_the_mistake_is() {
    var effects = inBlock("\n\n\n\nDO $$\nBEGIN\n  DELETE FROM orders;\n  DELETE users;\nEND $$");

    assertThat(relations(effects)).containsExactly("orders");
    assertThat(effects.getLast())
        .isInstanceOfSatisfying(
            Effect.Opaque.class,
            opaque -> {
              assertThat(opaque.reason()).startsWith("the body cannot be read: syntax error");
              assertThat(opaque.span().line()).isEqualTo(8);
              assertThat(opaque.span().column()).isEqualTo(10);
            });
  }

  @Test
  void a_body_in_another_language_is_opaque() {
    assertThat(inRoutine("CREATE FUNCTION f() RETURNS int LANGUAGE plpython3u AS 'return 1'"))
        .singleElement()
        .extracting(e -> ((Effect.Opaque) e).reason())
        .isEqualTo("the body is in plpython3u");
  }

  @Test
  void a_block_that_commits_runs_alone() {
    assertThat(statement("DO $$ BEGIN COMMIT; END $$").runsAlone()).isTrue();
    assertThat(statement("DO $$ BEGIN DO 'BEGIN ROLLBACK; END'; END $$").runsAlone()).isTrue();
    assertThat(statement("DO $$ BEGIN NULL; END $$").runsAlone()).isFalse();
  }

  @Test
  void a_block_locks_what_it_touches_and_a_function_does_not() {
    var body = "AS $$ BEGIN DELETE FROM users; END $$";
    var block = statement("DO" + body.substring(2));
    var function = statement("CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql " + body);

    assertThat(locks(block)).containsExactly("relation users ROW EXCLUSIVE");
    assertThat(locks(function)).isEmpty();
  }

  @Test
  void an_sql_function_locks_what_its_queries_name_unless_it_is_polymorphic() {
    var body = "LANGUAGE sql AS 'TRUNCATE items; SELECT count(*) FROM users'";

    assertThat(locks(statement("CREATE FUNCTION f(int) RETURNS bigint " + body)))
        .containsExactly("relation users ACCESS SHARE");
    assertThat(locks(statement("CREATE FUNCTION f(anyelement) RETURNS bigint " + body))).isEmpty();
  }

  @Test
  void bodies_within_bodies_end_somewhere() {
    var sql = new StringBuilder("SELECT 1");
    for (var i = 0; i < 80; i++) {
      sql.insert(0, "DO $" + "a".repeat(i + 1) + "$ BEGIN ")
          .append("; END $")
          .append("a".repeat(i + 1))
          .append('$');
    }

    var read = ScriptReader.read(new SourceFile("deep.sql"), sql.toString());

    assertThat(read.problems()).isEmpty();
    assertThat(read.statements()).hasSize(1);
  }

  private static WritesRows writeIn(String sql) {
    return inBlock(sql).stream()
        .filter(e -> e instanceof WritesRows)
        .map(e -> (WritesRows) e)
        .findFirst()
        .orElseThrow();
  }

  private static List<Effect> inBlock(String sql) {
    return ((RoutineEffect.RunsBlock) statement(sql).effects().getFirst()).body().effects();
  }

  private static List<Effect> inRoutine(String sql) {
    return ((RoutineEffect.CreatesRoutine) statement(sql).effects().getFirst()).body().effects();
  }

  private static List<String> relations(List<Effect> effects) {
    return effects.stream()
        .map(e ->
            switch (e) {
              case ReadsRows reads -> reads.relation().quoted();
              case WritesRows writes -> writes.relation().quoted();
              case NamesRelation names -> names.relation().quoted();
              default -> "";
            })
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private static List<String> locks(Statement statement) {
    return statement.effects().stream()
        .flatMap(e -> e.touches().stream())
        .filter(t -> t.lock() != null)
        .map(PlpgsqlReaderTest::words)
        .toList();
  }

  private static String words(ObjectAccess touch) {
    var lock = touch.lock();
    return touch.object().words() + " " + (lock == null ? "" : lock.words());
  }

  private static Statement statement(String sql) {
    var script = ScriptReader.read(new SourceFile("test.sql"), sql);
    assertThat(script.problems()).isEmpty();
    assertThat(script.statements()).hasSize(1);
    return script.statements().getFirst();
  }
}
