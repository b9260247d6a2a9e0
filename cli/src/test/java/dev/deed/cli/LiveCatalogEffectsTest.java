package dev.deed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a statement that cannot be read has done to what PostgreSQL itself has made, to the
/// catalogs, and to what has no table.
@ExtendWith(PostgresExtension.class)
class LiveCatalogEffectsTest {

  private static final String DECLARED = "-- deed: touches lines writes\n";
  private static final String FILE = "main/billing/3_tidy.sql";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wrote pg_catalog.pg_ts_config | ALTER TEXT SEARCH CONFIGURATION english DROP MAPPING FOR asciiword",
        "wrote pg_catalog.pg_ts_config | DROP TEXT SEARCH CONFIGURATION danish",
        "wrote pg_catalog.pg_ts_parser | ALTER TEXT SEARCH PARSER \"default\" RENAME TO other",
        "wrote pg_catalog.pg_ts_template | ALTER TEXT SEARCH TEMPLATE simple RENAME TO other",
        "wrote pg_catalog.pg_class | DROP VIEW information_schema.sequences",
        "wrote pg_catalog.pg_transform | CREATE TRANSFORM FOR int LANGUAGE sql (FROM SQL WITH FUNCTION varchar_support(internal))",
        "wrote pg_catalog.pg_extension | COMMENT ON EXTENSION plpgsql IS 'x'",
        "wrote pg_catalog.pg_extension | COMMENT ON EXTENSION plpgsql IS NULL",
        "wrote pg_catalog.pg_language | COMMENT ON LANGUAGE sql IS 'x'",
        "wrote pg_catalog.pg_cast | COMMENT ON CAST (int AS bigint) IS 'x'",
        "wrote pg_catalog.pg_am | COMMENT ON ACCESS METHOD btree IS 'x'",
        "wrote pg_catalog.pg_largeobject | COMMENT ON LARGE OBJECT 77 IS 'x'",
        "wrote pg_catalog.pg_largeobject_metadata | SELECT lo_create(0), lo_create(0), lo_unlink(77)",
        "wrote pg_catalog.pg_policy | DELETE FROM pg_policy",
        "wrote pg_catalog.pg_trigger | DELETE FROM pg_trigger",
        "wrote pg_catalog.pg_constraint | DELETE FROM pg_constraint",
        "wrote pg_catalog.pg_depend | DELETE FROM pg_depend",
        "wrote pg_catalog.pg_enum | UPDATE pg_enum SET enumlabel = enumlabel WHERE false",
        "wrote pg_catalog.pg_aggregate | UPDATE pg_aggregate SET agginitval = '7' WHERE aggnumdirectargs = 2",
        "wrote pg_catalog.pg_proc | DELETE FROM pg_proc WHERE proname = 'greet'",
        "wrote pg_catalog.pg_class | LOCK TABLE pg_class IN SHARE MODE",
        "wrote pg_catalog.pg_default_acl | SET LOCAL track_counts = off; ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO PUBLIC; SET LOCAL track_counts = on",
        "wrote pg_catalog.pg_db_role_setting | SET LOCAL track_counts = off; ALTER ROLE CURRENT_USER SET work_mem = '9MB'; SET LOCAL track_counts = on",
        "changed public.notes (owner: web) | SET LOCAL track_counts = off; GRANT SELECT ON notes TO PUBLIC; SET LOCAL track_counts = on",
        "changed function public.greet() (owner: web) | COMMENT ON FUNCTION greet() IS NULL",
        "changed language plx (owner: web) | ALTER LANGUAGE plx RENAME TO ply",
        "changed server there (owner: web) | CREATE USER MAPPING FOR CURRENT_USER SERVER there",
        "dropped user mapping for public server there (owner: web) | DROP USER MAPPING FOR PUBLIC SERVER there",
        "changed public.far (owner: web) | ALTER FOREIGN TABLE far OPTIONS (ADD a 'b')",
        "dropped foreign data wrapper wrapped (owner: web) | DROP FOREIGN DATA WRAPPER wrapped",
      })
  void stops_what_belongs_to_no_service_or_to_another(String problem, String sql, TestDatabase main)
      throws IOException {
    var console = applied(main);
    main.execute("SELECT lo_create(77)");
    write(FILE, DECLARED + hidden(sql));

    var answer = console.run("apply", "--env", "local");

    assertThat(answer.err()).as(answer.screen()).contains("this also " + problem);
    assertThat(answer.exit()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT lo_unlink(lo_create(0)), lo_create(0)",
        "ALTER FUNCTION pay() STRICT; COMMENT ON FUNCTION pay() IS NULL",
        "ALTER DOMAIN amount RENAME CONSTRAINT amount_check TO positive; COMMENT ON TYPE amount IS 'x'",
        "CREATE TEXT SEARCH CONFIGURATION plain (COPY = english); ALTER TEXT SEARCH CONFIGURATION plain DROP MAPPING FOR asciiword",
        "CREATE USER MAPPING FOR CURRENT_USER SERVER here; DROP USER MAPPING FOR PUBLIC SERVER here",
        "CREATE SCHEMA fresh; COMMENT ON SCHEMA fresh IS 'x'; DROP SCHEMA fresh",
        "CREATE AGGREGATE first_one (int) (SFUNC = int4pl, STYPE = int); CREATE TYPE span AS RANGE (SUBTYPE = int)",
        "CREATE TEXT SEARCH PARSER own_words (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype)",
      })
  void says_nothing_of_what_is_the_services_own(String sql, TestDatabase main) throws IOException {
    var console = applied(main);
    write(FILE, DECLARED + hidden(sql));

    var answer = console.run("apply", "--env", "local");

    assertThat(answer.exit()).as(answer.screen()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COMMENT ON EXTENSION plpgsql IS 'x'",
        "COMMENT ON SCHEMA public IS 'x'",
        "ALTER FUNCTION pay() STRICT; ALTER DOMAIN amount RENAME CONSTRAINT amount_check TO positive",
        "SELECT lo_create(0); COMMENT ON LARGE OBJECT 77 IS 'x'",
        "COMMENT ON LANGUAGE sql IS 'x'",
        "ALTER TEXT SEARCH CONFIGURATION english DROP MAPPING FOR asciiword",
        "CREATE EXTENSION hstore; COMMENT ON EXTENSION hstore IS 'x'",
      })
  void says_nothing_of_what_the_check_has_seen(String sql, TestDatabase main) throws IOException {
    var console = applied(main);
    main.execute("SELECT lo_create(77)");
    write(FILE, sql + ";");

    var answer = console.run("apply", "--env", "production", "--yes");

    assertThat(answer.err()).as(answer.screen()).doesNotContain("this also");
  }

  /// Not every catalog may be read by every role.
  @Test
  void asks_as_a_role_of_few_rights(TestDatabase main) throws IOException {
    var role = "few_" + main.name();
    applied(main);
    main.execute(
        """
        CREATE ROLE %1$s LOGIN PASSWORD 'few'; GRANT ALL ON SCHEMA public TO %1$s;
        ALTER TABLE lines OWNER TO %1$s; GRANT ALL ON DATABASE %2$s TO %1$s;
        GRANT USAGE ON SCHEMA deed TO %1$s; GRANT ALL ON ALL TABLES IN SCHEMA deed TO %1$s;
        GRANT ALL ON ALL SEQUENCES IN SCHEMA deed TO %1$s;
        GRANT DELETE, SELECT ON notes TO %1$s;
        """
            .formatted(role, main.name()));
    var yaml = folder.resolve("schema-ownership.yaml");
    Files.writeString(
        yaml, Files.readString(yaml).replaceAll("://[^@/]*@", "://%s:few@".formatted(role)));
    var console = Console.in(folder);
    try {
      write(FILE, DECLARED + hidden("INSERT INTO lines VALUES (1)"));
      var own = console.run("apply", "--env", "local");
      assertThat(own.exit()).as(own.screen()).isZero();
      write("main/billing/4_more.sql", DECLARED + hidden("DELETE FROM notes"));
      var answer = console.run("apply", "--env", "local");
      assertThat(answer.err()).contains("this also wrote 1 row of public.notes (owner: web)");
    } finally {
      main.execute("DROP OWNED BY %1$s CASCADE; DROP ROLE %1$s".formatted(role));
    }
  }

  /// Its query would run at the commit, after the question what has happened.
  @Test
  void runs_no_query_of_a_cursor_at_the_commit(TestDatabase main) throws IOException {
    var console = applied(main);
    write(
        FILE,
        """
        -- deed: touches nothing
        CREATE FUNCTION late(q text) RETURNS int LANGUAGE plpgsql AS $$ BEGIN EXECUTE q; RETURN 1; END $$;
        -- deed: touches nothing
        DECLARE c CURSOR WITH HOLD FOR SELECT late('DELETE FROM ' || 'public.notes');
        """);

    console.run("apply", "--env", "local");

    assertThat(main.query("SELECT count(*) FROM notes")).containsExactly("1");
  }

  private Console applied(TestDatabase main) throws IOException {
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases: {main: {}}
        rules: {superuser-only: off}
        services:
          web: {owns: {main: [notes, far]}}
          billing: {owns: {main: [lines]}}
        environments:
          local: {urls: {main: "%1$s"}}
          production: {protected: true, urls: {main: "%1$s"}}
        """
            .formatted(main.url()));
    write(
        "main/web/1_notes.sql",
        """
        CREATE TABLE notes (id bigint PRIMARY KEY);
        INSERT INTO notes VALUES (1);
        CREATE FUNCTION greet() RETURNS int LANGUAGE sql AS 'SELECT 1';
        COMMENT ON FUNCTION greet() IS 'ours';
        CREATE LANGUAGE plx HANDLER plpgsql_call_handler;
        CREATE FOREIGN DATA WRAPPER elsewhere;
        CREATE FOREIGN DATA WRAPPER wrapped;
        CREATE SERVER there FOREIGN DATA WRAPPER elsewhere;
        CREATE USER MAPPING FOR PUBLIC SERVER there;
        -- deed: touches nothing
        CREATE FOREIGN TABLE far (id int) SERVER there;
        """);
    write(
        "main/billing/2_lines.sql",
        """
        CREATE TABLE lines (id bigint PRIMARY KEY);
        CREATE FUNCTION pay() RETURNS int LANGUAGE sql AS 'SELECT 1';
        CREATE DOMAIN amount AS int CHECK (VALUE > 0);
        CREATE FOREIGN DATA WRAPPER nearby;
        CREATE SERVER here FOREIGN DATA WRAPPER nearby;
        CREATE USER MAPPING FOR PUBLIC SERVER here;
        """);
    var console = Console.in(folder);
    var answer = console.run("apply", "--env", "local");
    assertThat(answer.exit()).as(answer.screen()).isZero();
    return console;
  }

  private static String hidden(String sql) {
    return "DO $$ BEGIN EXECUTE convert_from('\\x%s', 'UTF8'); END $$;"
        .formatted(HexFormat.of().formatHex(sql.getBytes(UTF_8)));
  }

  private void write(String name, String up) throws IOException {
    var file = folder.resolve("migrations").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, up);
  }
}
