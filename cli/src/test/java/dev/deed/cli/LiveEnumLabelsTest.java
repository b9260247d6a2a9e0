package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Labels of an enum that code and the table's neighbours write with the type's name.
@ExtendWith(PostgresExtension.class)
class LiveEnumLabelsTest {

  private static final String BASE =
      """
      -- UP Migration
      CREATE TYPE public.mood AS ENUM ('sad', 'ok', 'glad');
      CREATE TABLE public.t (id integer PRIMARY KEY, mood public.mood NOT NULL DEFAULT 'ok'::mood, note text,
        CONSTRAINT t_mood_check CHECK (mood <> 'glad'::mood OR note IS NOT NULL));
      CREATE INDEX t_bare_idx ON public.t (id) WHERE mood = 'glad';
      CREATE INDEX t_typed_idx ON public.t (id) WHERE mood = 'glad'::public.mood;
      CREATE VIEW public.v AS SELECT id, mood FROM public.t WHERE mood = 'glad'::public.mood;
      CREATE VIEW public.w AS SELECT id, CASE mood WHEN 'glad' THEN 'sad' ELSE 'x' END AS g, 'ok'::mood AS o FROM public.t WHERE mood <> 'ok';
      CREATE MATERIALIZED VIEW public.m AS SELECT id FROM public.v WHERE mood = 'glad';
      CREATE FUNCTION public.f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF new.mood = 'glad'::mood THEN new.note := 'x'; END IF; RETURN new; END $$;
      CREATE TRIGGER tr BEFORE INSERT ON public.t FOR EACH ROW WHEN (new.mood = 'glad'::mood) EXECUTE FUNCTION public.f();
      ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;
      CREATE POLICY p ON public.t USING (mood = 'ok' OR mood = 'glad'::public.mood);

      -- DOWN Migration
      -- DROP TABLE public.t CASCADE;
      -- DROP FUNCTION public.f();
      -- DROP TYPE public.mood;
      """;

  @TempDir private Path folder;

  private Console begun(TestDatabase main, String base) throws IOException {
    Files.writeString(folder.resolve("schema-ownership.yaml"), LiveExpandTest.ownership(main));
    var web = Files.createDirectories(folder.resolve("migrations/main/web"));
    Files.writeString(web.resolve("20250101000000_base.sql"), base);
    var console = Console.in(folder).with(Map.of("MAIN_URL", main.url()));
    run(console, 0, "apply", "--env", "test");
    return console;
  }

  private static String run(Console console, int exit, String... arguments) {
    var answer = console.run(arguments);
    assertThat(answer.exit()).as(answer.screen()).isEqualTo(exit);
    return answer.screen();
  }

  private static void write(TestDatabase main, int id) {
    main.execute("INSERT INTO t (id, mood) VALUES (%d, 'glad'::mood)".formatted(id));
    assertThat(main.query("SELECT note FROM v JOIN t USING (id) WHERE id = %d".formatted(id)))
        .containsExactly("x");
    main.execute("UPDATE t SET mood = 'ok'::mood WHERE id = %d".formatted(id));
    assertThat(main.query("SELECT id FROM t WHERE id = %d AND mood = 'ok'::mood".formatted(id)))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void mean_the_type_that_the_column_has(boolean isLive, TestDatabase main) throws IOException {
    var console = begun(main, BASE);
    main.execute("INSERT INTO t (id, mood) VALUES (1, 'sad'), (2, 'ok'), (3, 'glad')");
    var expand =
        new ArrayList<>(
            List.of("expand", "remove-enum-value", "t", "mood", "sad", "--instead", "ok"));
    expand.addAll(List.of("--wait", "0"));
    if (isLive) {
      expand.addAll(List.of("--env", "test"));
    }
    run(console, 0, expand.toArray(String[]::new));
    assertThat(run(console, 0, "check")).contains("no findings");

    run(console, 0, "apply", "--env", "test");
    write(main, 10);
    run(console, 0, "changeover", "abandon", "remove_enum_value_t_mood", "--env", "test", "--yes");
    write(main, 11);
    run(console, 0, "apply", "--env", "test");
    run(console, 0, "apply", "--env", "test");
    write(main, 12);
    assertThat(main.query("SELECT enum_range(NULL::mood)")).containsExactly("{ok,glad}");
    assertThat(main.query("SELECT id, mood FROM t WHERE id < 4 ORDER BY id"))
        .containsExactly("1|ok", "2|ok", "3|glad");
    assertThat(main.query("SELECT typname FROM pg_type WHERE typname LIKE 'deed\\_%'")).isEmpty();
    assertThat(run(console, 0, "verify", "--env", "test")).contains("no findings");

    run(console, 0, "rollback", "--env", "test", "-d", "main", "--to", "20250101000000", "--yes");
    write(main, 13);
    assertThat(main.query("SELECT enum_range(NULL::mood)")).containsExactly("{sad,ok,glad}");
  }

  /// Made again without the label, it would be another one, and only its owner knows which.
  @Test
  void are_told_before_where_they_are_the_one_to_remove(TestDatabase main) throws IOException {
    var console =
        begun(
            main,
            BASE.replace("'glad'::public.mood", "'sad'::public.mood")
                .replace("new.mood = 'glad'", "new.mood = 'sad'")
                .replace("WHERE mood = 'glad'", "WHERE mood = 'sad'")
                .replace("mood <> 'glad'", "mood <> 'sad'"));

    for (var live : List.of("main", "test")) {
      var expand =
          new ArrayList<>(
              List.of("expand", "remove-enum-value", "t", "mood", "sad", "--instead", "ok"));
      if (live.equals("test")) {
        expand.addAll(List.of("--env", live));
      }
      assertThat(run(console, 1, expand.toArray(String[]::new)))
          .contains("names 'sad', a value that public.mood is to lose")
          .contains("ALTER TABLE public.t DROP CONSTRAINT t_mood_check")
          .contains("DROP INDEX CONCURRENTLY public.t_bare_idx")
          .contains("DROP INDEX CONCURRENTLY public.t_typed_idx")
          .contains("ALTER POLICY p ON public.t")
          .contains("CREATE OR REPLACE TRIGGER tr")
          .contains("CREATE OR REPLACE VIEW public.v")
          .contains("DROP MATERIALIZED VIEW public.m")
          .contains("CREATE OR REPLACE FUNCTION public.f")
          .doesNotContain("public.w");
    }
  }

  /// These mean the type, whatever its name: after the exchange no value of the column fits them.
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void are_not_exchanged_under_what_is_bound_to_the_type(boolean isLive, TestDatabase main)
      throws IOException {
    var console =
        begun(
            main,
            BASE.replace("DROP TYPE public.mood;", "DROP TYPE public.mood CASCADE;")
                .replace(
                    "CREATE TABLE",
                    """
                    CREATE FUNCTION public.takes(a public.mood) RETURNS text LANGUAGE sql AS 'SELECT a::text';
                    CREATE FUNCTION public.lists(a public.mood[]) RETURNS int LANGUAGE sql AS 'SELECT 1';
                    CREATE FUNCTION public.gives() RETURNS SETOF public.mood LANGUAGE sql AS 'SELECT ''ok''::public.mood';
                    CREATE FUNCTION public.none(a text) RETURNS text LANGUAGE sql AS 'SELECT a';
                    CREATE DOMAIN public.mine AS public.mood;
                    CREATE TYPE public.pair AS (n int, m public.mood);
                    CREATE TABLE\
                    """));
    var expand =
        new ArrayList<>(
            List.of("expand", "remove-enum-value", "t", "mood", "sad", "--instead", "ok"));
    if (isLive) {
      expand.addAll(List.of("--env", "test"));
    }

    assertThat(run(console, 1, expand.toArray(String[]::new)))
        .contains("function public.takes(public.mood) is bound to the type public.mood")
        .contains("function public.lists(public.mood[]) is bound to the type public.mood")
        .contains("function public.gives() is bound to the type public.mood")
        .contains("DROP DOMAIN public.mine")
        .contains("ALTER TYPE public.pair ALTER ATTRIBUTE m TYPE text")
        .doesNotContain("public.none");
  }
}
