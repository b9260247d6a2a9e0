package dev.deed.engine.backup;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Backend;
import dev.deed.engine.connect.Connections;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.PooledConnection;
import dev.deed.engine.look.LookFailed;
import dev.deed.engine.look.catalog.CatalogSchema;
import dev.deed.sql.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// One state of a database, which `pg_dump` reads while a session of deed's keeps it.
///
/// @param id as `pg_dump --snapshot` takes it
/// @param postgres the server's major version
/// @param lsn the position in the write-ahead log; empty where the server does not say
/// @param counts of the tables whose rows are saved
/// @param others the tables whose rows are not saved
/// @param bytes of the tables whose rows are saved, with their indexes
/// @param schema as deed reads it
public record Snapshot(
    String id,
    int postgres,
    String lsn,
    Instant time,
    RowCounts counts,
    List<QualifiedName> others,
    long bytes,
    CatalogSchema schema) {

  private static final String BEGIN =
      """
      BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
      SET LOCAL lock_timeout = '5s';
      SET LOCAL statement_timeout = 0;
      SET LOCAL idle_in_transaction_session_timeout = 0;
      SET LOCAL row_security = off
      """;

  private static final String EXPORT =
      "SELECT pg_catalog.pg_export_snapshot(), pg_catalog.transaction_timestamp()";

  /// Rows of an extension's own tables come with the extension.
  private static final String TABLES =
      """
      SELECT n.nspname, c.relname,
             pg_catalog.has_schema_privilege(n.oid, 'USAGE')
                 AND pg_catalog.has_table_privilege(c.oid, 'SELECT') AS readable,
             pg_catalog.row_security_active(c.oid) AS filtered,
             pg_catalog.pg_total_relation_size(c.oid) AS bytes
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND c.relpersistence <> 't'
        AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                        WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                          AND d.objid = c.oid AND d.deptype = 'e')
      ORDER BY n.nspname, c.relname
      """;

  private static final String SEQUENCES =
      """
      SELECT pg_catalog.format('%I.%I', n.nspname, c.relname)
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'S' AND c.relpersistence <> 't'
        AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
        AND NOT (pg_catalog.has_schema_privilege(n.oid, 'USAGE')
                 AND pg_catalog.has_sequence_privilege(c.oid, 'SELECT'))
      ORDER BY 1
      """;

  /// @param isFiltered row-level security hides rows from this role
  record Table(QualifiedName name, boolean isReadable, boolean isFiltered, long bytes) {}

  /// @param saved the tables whose rows are saved
  /// @param work with the snapshot, which ends with it
  /// @throws BackupRefused if this role cannot read all of it
  public static <T> T during(
      Address address,
      Patience patience,
      Predicate<QualifiedName> saved,
      Function<Snapshot, T> work) {
    PooledConnection.refuse(address);
    try (var connections = Connections.open(address, patience);
        var lent = connections.connect()) {
      var connection = lent.connection();
      var pool = connections.pool(connection, Backend.of(connection));
      if (pool.isPresent()) {
        throw pool.get();
      }
      try (var statement = connection.createStatement()) {
        statement.execute(BEGIN);
        var snapshot = read(address, connection, saved);
        var result = work.apply(snapshot);
        statement.execute("COMMIT");
        return result;
      }
    } catch (SQLException e) {
      throw LookFailed.of(address, e);
    }
  }

  private static Snapshot read(
      Address address, Connection connection, Predicate<QualifiedName> saved) throws SQLException {
    String id;
    Instant time;
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(EXPORT)) {
      rows.next();
      id = rows.getString(1);
      time = rows.getObject(2, OffsetDateTime.class).toInstant();
    }
    var problems = new ArrayList<String>();
    var names = new ArrayList<QualifiedName>();
    var others = new ArrayList<QualifiedName>();
    var bytes = 0L;
    for (var table : tables(connection)) {
      if (!table.isReadable()) {
        problems.add("this role may not read table " + table.name().dotted());
      } else if (saved.test(table.name()) && table.isFiltered()) {
        problems.add(
            "row-level security hides rows of table %s from this role, and pg_dump refuses that"
                .formatted(table.name().dotted()));
      }
      if (saved.test(table.name())) {
        names.add(table.name());
        bytes += table.bytes();
      } else {
        others.add(table.name());
      }
    }
    problems.addAll(sequences(connection));
    if (!problems.isEmpty()) {
      throw new BackupRefused(address.target().words(), problems);
    }
    var lsn = LogPosition.lsn(connection);
    var counts = RowCounts.read(connection, names);
    var schema = CatalogSchema.read(connection);
    return new Snapshot(id, schema.postgres(), lsn, time, counts, others, bytes, schema);
  }

  static List<Table> tables(Connection connection) throws SQLException {
    var tables = new ArrayList<Table>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        tables.add(
            new Table(
                QualifiedName.of(
                    String.valueOf(rows.getString("nspname")),
                    String.valueOf(rows.getString("relname"))),
                rows.getBoolean("readable"),
                rows.getBoolean("filtered"),
                rows.getLong("bytes")));
      }
    }
    return tables;
  }

  private static List<String> sequences(Connection connection) throws SQLException {
    var problems = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(SEQUENCES)) {
      while (rows.next()) {
        problems.add("this role may not read sequence " + rows.getString(1));
      }
    }
    return problems;
  }
}
