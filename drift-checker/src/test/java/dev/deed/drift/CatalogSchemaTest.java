package dev.deed.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deed.engine.look.catalog.CatalogSchema;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.sql.SourceFile;
import dev.deed.sql.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
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

  @Test
  void gives_what_pg_dump_gives(TestDatabase database) throws IOException, SQLException {
    database.execute(ROLES);
    database.execute(sql("rich"));
    for (var since : new int[] {15, 17, 18}) {
      if (database.majorVersion() >= since) {
        database.execute(sql("since-" + since));
      }
    }

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
    var read = read(database);
    var reader =
        new dev.deed.sql.replay.SchemaReader(java.util.List.of("public"), database.majorVersion());
    reader.read(dev.deed.sql.parse.ScriptReader.read(new SourceFile("rich"), sql.toString()));

    var differences =
        SchemaDiff.between(reader.schema(), read.read(read.postgres()).schema(), new Unknowns(true, true));
    var drifts = differences.stream().map(d -> new Drift(d, null, Weight.of(d))).toList();
    assertThat(
            PlainReport.of(
                new DriftReport(Owners.DATABASE, "files", "catalogs", drifts, java.util.List.of())))
        .isEqualTo("no drift\n");
  }

  private static String sql(String name) throws IOException {
    return Files.readString(Golden.fixture("catalog/" + name + ".sql"));
  }

  private static String drift(TestDatabase database) throws SQLException {
    return PlainReport.of(
        DriftCheck.between(Owners.DATABASE, dumped(database), read(database), Owners::of));
  }

  private static Side read(TestDatabase database) throws SQLException {
    try (var connection =
        DriverManager.getConnection(
            "jdbc:postgresql://%s:%d/%s?user=%s&password=%s"
                .formatted(
                    database.host(),
                    database.port(),
                    database.name(),
                    database.user(),
                    database.password()))) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
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
