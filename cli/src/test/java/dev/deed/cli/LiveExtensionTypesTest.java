package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Types and operator classes of extensions are no difference between files and a database.
@ExtendWith(PostgresExtension.class)
class LiveExtensionTypesTest {

  private static final String MIGRATION =
      """
      CREATE EXTENSION citext;
      CREATE EXTENSION hstore;
      CREATE EXTENSION ltree;
      CREATE EXTENSION pg_trgm;
      CREATE TABLE things (
        id bigint PRIMARY KEY,
        email citext NOT NULL UNIQUE,
        emails citext[] DEFAULT '{}',
        attrs hstore DEFAULT hstore('a', 'b'),
        path ltree,
        title text,
        CHECK (email ~ '@'),
        CHECK (path <@ 'top'::ltree));
      CREATE INDEX things_trgm ON things USING gin (title gin_trgm_ops);
      CREATE INDEX things_near ON things USING gist (title gist_trgm_ops(siglen=32));
      CREATE INDEX things_path ON things USING gist (path gist_ltree_ops(siglen='100'));
      CREATE INDEX things_attrs ON things USING gist (attrs gist_hstore_ops(siglen = 32));
      CREATE VIEW alike AS SELECT id, title <-> 'x' AS far FROM things WHERE title % 'x';
      CREATE FUNCTION f(t ltree, c citext[]) RETURNS hstore LANGUAGE sql IMMUTABLE
        AS $$ SELECT hstore('a', c::text) $$;
      COMMENT ON FUNCTION f(ltree, citext[]) IS 'x';
      """;

  @TempDir private Path folder;

  @Test
  void finds_no_drift(TestDatabase main) throws IOException {
    assumeTrue(
        main.query(
                    "SELECT FROM pg_available_extensions WHERE name IN ('citext', 'hstore', 'ltree', 'pg_trgm')")
                .size()
            == 4,
        "the server lacks PostgreSQL's contrib extensions");
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases: {main: {postgres: 14}}
        services: {web: {owns: {main: ["*"]}}}
        environments: {local: {disposable: true, urls: {main: "${MAIN_URL}"}}}
        policies: {gate_in_disposable: warning}
        """);
    var file = folder.resolve("migrations/main/web/1_things.sql");
    Files.createDirectories(file.getParent());
    Files.writeString(file, MIGRATION);
    var console = Console.in(folder).with(Map.of("MAIN_URL", main.url()));
    var applied = console.run("apply", "--env", "local");
    assertThat(applied.exit()).as(applied.out() + applied.err()).isZero();

    for (var how : new String[] {"drift", "verify"}) {
      var answer =
          how.equals("drift")
              ? console.run("drift", "--env", "local", "--catalog", "--fail-on", "cosmetic")
              : console.run("verify", "--env", "local");
      assertThat(answer.exit()).as(answer.out() + answer.err()).isZero();
      assertThat(answer.out()).contains(how.equals("drift") ? "no drift" : "no findings");
      assertThat(answer.out()).doesNotContain("in other words");
    }
  }
}
