package dev.deed.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.drift.close.Reconciler;
import dev.deed.engine.look.catalog.CatalogSchema;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.sql.SourceFile;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// On a live server, the SQL between any two schemas leaves no difference, there and back.
/// `-Ddeed.closures=100` tries more of them, `-Ddeed.seed=7` begins with another one.
@ExtendWith(PostgresExtension.class)
class AnyClosureTest {

  private static final int COUNT = Integer.getInteger("deed.closures", 8);
  private static final int FIRST = Integer.getInteger("deed.seed", 1);

  @Test
  void leaves_no_difference(TestDatabase server) throws SQLException {
    closeAll(server, 0);
  }

  @Test
  void leaves_no_difference_of_rarer_kinds(TestDatabase server) throws SQLException {
    closeAll(server, 60);
  }

  private static void closeAll(TestDatabase server, int rarer) throws SQLException {
    var failures = new StringBuilder();
    for (var seed = FIRST; seed < FIRST + COUNT; seed++) {
      var database = server.name() + "_any_" + seed;
      server.create(database);
      try {
        closes(server, database, seed, rarer);
      } catch (AssertionError e) {
        failures.append("\nseed ").append(seed).append(": ").append(e.getMessage());
      }
      server.execute("DROP DATABASE " + database + " WITH (FORCE)");
    }
    assertThat(failures.toString()).isEmpty();
  }

  private static void closes(TestDatabase server, String database, int seed, int rarer)
      throws SQLException {
    try (var connection = connect(server, database)) {
      var changes = new RandomChanges(connection, seed, rarer);
      changes.begin();
      changes.change(30);
      var from = read(connection);
      var before = changes.done().size();
      changes.change(20);
      var to = read(connection);
      var done = changes.done().subList(before, changes.done().size());
      close(connection, to, from, done.toString());
      // What was announced may be left: the way back begins with the schema as it is now.
      close(connection, read(connection), to, done.toString());
    }
  }

  /// Of a database that is as the first side. What no statement closes is announced: columns of a
  /// table with children have no other order.
  private static void close(Connection connection, Side from, Side to, String done)
      throws SQLException {
    var reconciliation = Reconciler.withOrder(from, to, true);
    for (var closing : reconciliation.closings()) {
      try (var statement = connection.createStatement()) {
        statement.execute(closing.sql());
      } catch (SQLException e) {
        throw new AssertionError(
            "%s\n  in %s\n  of\n%s  after %s"
                .formatted(e.getMessage(), closing.sql(), PlainSql.of(reconciliation), done),
            e);
      }
    }
    var report = DriftCheck.between(Owners.DATABASE, read(connection), to, Owners::of);
    var left =
        report.drifts().stream()
            .filter(d -> !reconciliation.left().contains(d.difference().object()))
            .toList();
    if (!left.isEmpty()) {
      throw new AssertionError(
          "%s  after\n%s  after %s"
              .formatted(PlainReport.of(report), PlainSql.of(reconciliation), done));
    }
  }

  private static Side read(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    var schema = CatalogSchema.read(connection);
    connection.rollback();
    connection.setAutoCommit(true);
    return Side.ofCatalogs("catalogs", new SourceFile("catalogs"), schema.sql(), schema.postgres());
  }

  /// A function's body in SQL has semicolons: the driver must not split the text.
  private static Connection connect(TestDatabase server, String database) throws SQLException {
    var url =
        "jdbc:postgresql://%s:%d/%s?preferQueryMode=simple"
            .formatted(server.host(), server.port(), database);
    return DriverManager.getConnection(url, server.user(), server.password());
  }
}
