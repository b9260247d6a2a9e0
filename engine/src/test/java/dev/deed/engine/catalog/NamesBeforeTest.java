package dev.deed.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.engine.protocol.ObservationSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What is known of the names after only the changes were asked for is what a whole answer says.
@ExtendWith(PostgresExtension.class)
class NamesBeforeTest {

  private static final String THERE =
      """
      CREATE SCHEMA old_name;
      CREATE TABLE old_name.a (id int PRIMARY KEY, n int);
      CREATE TABLE users (id serial PRIMARY KEY, name text);
      CREATE TABLE parted (id int) PARTITION BY RANGE (id);
      CREATE TABLE part_1 (id int);
      CREATE TYPE mood AS ENUM ('good');
      CREATE FUNCTION f(mood) RETURNS int LANGUAGE sql AS 'SELECT 1';
      CREATE SEQUENCE free;
      CREATE VIEW v AS SELECT id FROM users;
      CREATE COLLATION old_name.c (locale = 'C');
      """;

  /// One after the other, each in a transaction of its own.
  private static final List<String> CHANGES =
      List.of(
          "CREATE TABLE more (id int PRIMARY KEY REFERENCES users)",
          "ALTER TABLE users RENAME TO people",
          "ALTER SCHEMA old_name RENAME TO new_name",
          "ALTER TYPE mood RENAME TO temper",
          "ALTER TABLE parted ATTACH PARTITION part_1 FOR VALUES FROM (1) TO (2)",
          "ALTER SEQUENCE users_id_seq OWNED BY NONE",
          "ALTER SEQUENCE free OWNED BY people.id",
          "ALTER TABLE parted DETACH PARTITION part_1",
          "GRANT SELECT ON people TO PUBLIC",
          "TRUNCATE new_name.a",
          "INSERT INTO people (name) VALUES ('a')",
          "CREATE INDEX ON people (name)",
          "CREATE OR REPLACE FUNCTION g() RETURNS int LANGUAGE sql AS 'SELECT 2'",
          "ALTER FUNCTION g() RENAME TO h",
          "CREATE SCHEMA another",
          "ALTER TABLE new_name.a SET SCHEMA another",
          "DROP VIEW v; CREATE VIEW v AS SELECT 1 AS one");

  @Test
  void are_the_same_whether_all_or_only_the_changes_are_asked_for(TestDatabase database)
      throws SQLException {
    database.execute(THERE);
    try (var session = database.connect();
        var other = database.connect()) {
      var known = NamesBefore.of(rows(session, ObservationSql.BEFORE));
      for (var change : CHANGES) {
        try (var statement = other.createStatement()) {
          statement.execute(change);
        }
        known.add(rows(session, ObservationSql.since(known.first())));
        assertKnown(known, NamesBefore.of(rows(session, ObservationSql.BEFORE)), change);
      }
    }
  }

  /// A transaction that is in progress when the names are asked for, and ends afterwards.
  @Test
  void include_what_was_under_way_when_they_were_asked_for(TestDatabase database)
      throws SQLException {
    database.execute(THERE);
    try (var session = database.connect();
        var other = database.connect();
        var statement = other.createStatement()) {
      statement.execute("BEGIN");
      statement.execute("ALTER TABLE users RENAME TO people");
      database.execute("CREATE TABLE later (id int)");
      var known = NamesBefore.of(rows(session, ObservationSql.BEFORE));
      statement.execute("COMMIT");
      known.add(rows(session, ObservationSql.since(known.first())));

      assertKnown(known, NamesBefore.of(rows(session, ObservationSql.BEFORE)), "rename");
    }
  }

  /// Few rows, however many names there are.
  @Test
  void are_not_asked_for_again(TestDatabase database) throws SQLException {
    database.execute(THERE);
    try (var session = database.connect()) {
      var known = NamesBefore.of(rows(session, ObservationSql.BEFORE));

      assertThat(rows(session, ObservationSql.since(known.first())).stream().map(List::getFirst))
          .containsOnly("since", "S")
          .hasSizeLessThan(4);
    }
  }

  private static void assertKnown(NamesBefore known, NamesBefore there, String after) {
    assertThat(known.relations()).as(after).containsAllEntriesOf(there.relations());
    assertThat(known.objects()).as(after).containsAllEntriesOf(there.objects());
    assertThat(known.parts()).as(after).containsAllEntriesOf(there.parts());
  }

  private static List<List<String>> rows(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var results = statement.executeQuery(sql)) {
      var rows = new ArrayList<List<String>>();
      while (results.next()) {
        var row = new ArrayList<String>();
        for (var i = 1; i <= results.getMetaData().getColumnCount(); i++) {
          var text = results.getString(i);
          row.add(text == null ? "" : text);
        }
        rows.add(row);
      }
      return rows;
    }
  }
}
