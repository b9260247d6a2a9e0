package dev.deed.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deed.drift.LiveComparison.Hints;
import dev.deed.engine.look.catalog.CatalogSchema;
import dev.deed.engine.look.catalog.CatalogState;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.golden.Golden;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.SchemaReader;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The catalogs give the same schema as `pg_dump`, facet by facet.
@ExtendWith(PostgresExtension.class)
class CatalogSchemaTest {

  private static final String ROLES =
      """
      DO $$ BEGIN
        IF to_regrole('app_owner') IS NULL THEN CREATE ROLE app_owner; END IF;
        IF to_regrole('app_reader') IS NULL THEN CREATE ROLE app_reader; END IF;
      END $$;
      """;

  /// `GRANT` knows nothing of `*` and `ORDER BY`.
  private static final String GRANTS =
      """
      CREATE AGGREGATE app.rank(VARIADIC "any" ORDER BY VARIADIC "any") (SFUNC = ordered_set_transition_multi, STYPE = internal, FINALFUNC = rank_final, FINALFUNC_EXTRA, HYPOTHETICAL);
      REVOKE ALL ON FUNCTION app.percent(float8, anyelement), app.none(), app.rank("any") FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.percent(float8, anyelement), app.none(), app.rank("any") TO app_reader;
      """;

  @Test
  void gives_what_pg_dump_gives(TestDatabase database) throws IOException, SQLException {
    database.execute(ROLES);
    database.execute(sql("rich"));
    for (var since : new int[] {15, 17, 18}) {
      if (database.majorVersion() >= since) {
        database.execute(sql("since-" + since));
      }
    }

    database.execute(GRANTS);

    assertThat(drift(database)).isEqualTo("no drift\n");
  }

  /// What a migration's own text leaves is compared with the server by `deed verify`: the server's
  /// spelling of the same schema is not a difference.
  @Test
  void gives_what_the_statements_themselves_leave(TestDatabase database)
      throws IOException, SQLException {
    database.execute(ROLES);
    var sql = new StringBuilder(sql("rich"));
    for (var since : new int[] {15, 17, 18}) {
      if (database.majorVersion() >= since) {
        sql.append(sql("since-" + since));
      }
    }
    database.execute(sql.toString());
    var comparison = compared(database, sql.toString());

    assertThat(report(comparison)).isEqualTo("no drift\n");
    // Not one table, column, constraint, index, trigger or sequence is among them.
    assertThat(comparison.unsure())
        .extracting(ObjectName::kind)
        .isSubsetOf(
            ObjectKind.AGGREGATE,
            ObjectKind.DEFAULT_PRIVILEGES,
            ObjectKind.FUNCTION,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.OPERATOR,
            ObjectKind.OPERATOR_CLASS,
            ObjectKind.POLICY,
            ObjectKind.TEXT_SEARCH_CONFIGURATION,
            ObjectKind.TYPE,
            ObjectKind.VIEW);
  }

  @Test
  void reads_the_same_as_a_role_without_rights(TestDatabase database)
      throws IOException, SQLException {
    database.execute(ROLES);
    database.execute(sql("rich"));
    database.execute(
        """
        DO $$ BEGIN
          IF to_regrole('app_plain') IS NULL THEN CREATE ROLE app_plain LOGIN PASSWORD 'plain'; END IF;
        END $$;
        """);
    var plain =
        new TestDatabase(database.host(), database.port(), database.name(), "app_plain", "plain");

    var drift =
        PlainReport.of(
            DriftCheck.between(Owners.DATABASE, read(database), read(plain), Owners::of));

    // The passwords of user mappings are not for everyone.
    assertThat(drift)
        .isEqualTo(
            """
            changed user mapping for public server far [behaviour, nobody]
              definition: options (password '***', "user" 'u') -> \s
            """
                .replace("->  ", "-> "));
  }

  @Test
  void says_what_the_catalogs_do_not_show(TestDatabase database) throws SQLException {
    database.execute(
        """
        CREATE SUBSCRIPTION elsewhere CONNECTION 'host=nowhere' PUBLICATION p
          WITH (connect = false, slot_name = NONE);
        """);
    try (var connection = connection(database)) {
      assertThat(CatalogSchema.read(connection).unread()).containsExactly("subscription elsewhere");
    }
    database.execute("DROP SUBSCRIPTION elsewhere");
  }

  @Test
  void knows_what_extensions_bring(TestDatabase database) throws SQLException {
    var sql =
        """
        CREATE SCHEMA ext;
        CREATE EXTENSION citext;
        CREATE EXTENSION pg_trgm WITH SCHEMA ext;
        CREATE EXTENSION IF NOT EXISTS "uuid-ossp" SCHEMA ext VERSION '1.1';
        CREATE EXTENSION IF NOT EXISTS plpgsql;
        CREATE TABLE t (
          id uuid PRIMARY KEY DEFAULT ext.uuid_generate_v4(),
          email citext NOT NULL DEFAULT 'a' CHECK (email <> 'b'::citext),
          emails public.citext[],
          name text);
        CREATE INDEX t_name ON t USING gin (name ext.gin_trgm_ops);
        CREATE FUNCTION same(a citext, b public.citext) RETURNS citext LANGUAGE sql AS 'SELECT a';
        CREATE VIEW v AS SELECT id, email::text AS mail FROM t WHERE email = 'x' AND ext.similarity(name, 'y') > 0.5;
        """;
    database.execute(sql);

    var comparison = compared(database, sql);

    assertThat(report(comparison)).isEqualTo("no drift\n");
  }

  /// PostgreSQL 15.20 and other releases of its day write there when a column was changed.
  @Test
  void passes_over_what_the_server_notes_of_columns(TestDatabase database) throws SQLException {
    var sql =
        """
        CREATE TABLE t (id int PRIMARY KEY, name text);
        ALTER TABLE t ALTER COLUMN name SET (n_distinct = 5);
        CREATE MATERIALIZED VIEW m AS SELECT id FROM t;
        """;
    database.execute(sql);
    CatalogState before;
    try (var connection = database.connect()) {
      before = CatalogState.read(connection);
    }
    database.execute(
        """
        UPDATE pg_attribute SET attoptions = array_prepend('pg_attver=33902072', attoptions)
        WHERE attrelid IN ('t'::regclass, 'm'::regclass) AND attnum > 0
        """);

    assertThat(report(compared(database, sql))).isEqualTo("no drift\n");
    try (var connection = database.connect()) {
      assertThat(before.changesTo(CatalogState.read(connection))).isEmpty();
    }
  }

  private static LiveComparison compared(TestDatabase database, String sql) throws SQLException {
    var read = read(database);
    var reader = new SchemaReader(List.of("public"), database.majorVersion());
    reader.read(ScriptReader.read(new SourceFile("files"), sql));
    return LiveComparison.of(
        reader.schema(), read.read(read.postgres()).reader().schema(), Hints.NONE);
  }

  private static String report(LiveComparison comparison) {
    var drifts =
        comparison.differences().stream()
            .map(item -> new Drift(item.difference(), null, Severities.of(item.difference())))
            .toList();
    return PlainReport.of(
        new DriftReport(
            Owners.DATABASE, "files", "catalogs", drifts, List.of(), List.of(), true, null));
  }

  private static String sql(String name) throws IOException {
    return Files.readString(Golden.fixture("catalog/" + name + ".sql"));
  }

  private static String drift(TestDatabase database) throws SQLException {
    return PlainReport.of(
        DriftCheck.between(Owners.DATABASE, dumped(database), read(database), Owners::of));
  }

  private static Connection connection(TestDatabase database) throws SQLException {
    var url =
        "jdbc:postgresql://%s:%d/%s".formatted(database.host(), database.port(), database.name());
    var connection = DriverManager.getConnection(url, database.user(), database.password());
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    return connection;
  }

  private static Side read(TestDatabase database) throws SQLException {
    try (var connection = connection(database)) {
      var schema = CatalogSchema.read(connection);
      assertThat(schema.unread()).isEmpty();
      return Side.ofCatalogs(
          "catalogs", new SourceFile("catalogs"), schema.sql(), schema.postgres());
    }
  }

  private static Side dumped(TestDatabase database) {
    var program = PgDumpProgram.newest(System.getenv());
    assumeTrue(
        program.isPresent() && major(program.get().version()) >= database.majorVersion(),
        "no pg_dump that is new enough is installed");
    var dump = PgDump.find(System.getenv()).dump(variables(database), "dump");
    return Side.ofDatabase("dump", new SourceFile("dump"), dump);
  }

  private static int major(String version) {
    return Integer.parseInt(version.replaceFirst("\\D.*", ""));
  }

  private static Map<String, String> variables(TestDatabase database) {
    return Map.of(
        "PGHOST", database.host(),
        "PGPORT", "" + database.port(),
        "PGDATABASE", database.name(),
        "PGUSER", database.user(),
        "PGPASSWORD", database.password());
  }
}
