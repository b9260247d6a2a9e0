package dev.deed.engine.rehearsal;

import dev.deed.engine.history.ToolTables;
import dev.deed.engine.look.catalog.RelationsReader;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// The tables of a database as they are stored at one moment: their files, sizes, and how often
/// they were scanned.
record StoredTables(Map<Long, Stored> tables) {

  record Stored(ObjectName name, long file, long bytes, long allBytes, long scans) {}

  private static final String READ =
      """
      SELECT c.oid::bigint AS oid, n.nspname, c.relname, c.relkind,
             coalesce(pg_catalog.pg_relation_filenode(c.oid), 0)::bigint AS file,
             coalesce(pg_catalog.pg_table_size(c.oid), 0) AS bytes,
             coalesce(pg_catalog.pg_total_relation_size(c.oid), 0) AS all_bytes,
             coalesce(pg_catalog.pg_stat_get_numscans(c.oid), 0) AS scans
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'm')
        AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
      """;

  /// A session counts its scans when it ends, if it has not before.
  private static final String OTHERS =
      """
      SELECT pg_catalog.count(*) FROM pg_catalog.pg_stat_activity
      WHERE datname = pg_catalog.current_database() AND application_name NOT LIKE 'deed load%'
        AND backend_type = 'client backend' AND pid <> pg_catalog.pg_backend_pid()
      """;

  private static final Duration LONGEST_END = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(2);

  static StoredTables read(Connection connection) throws SQLException {
    var tables = new HashMap<Long, Stored>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(READ)) {
      while (rows.next()) {
        var name =
            QualifiedName.of(
                String.valueOf(rows.getString("nspname")),
                String.valueOf(rows.getString("relname")));
        var kind = RelationsReader.kind(String.valueOf(rows.getString("relkind")));
        tables.put(
            rows.getLong("oid"),
            new Stored(
                ObjectName.of(kind, name),
                rows.getLong("file"),
                rows.getLong("bytes"),
                rows.getLong("all_bytes"),
                rows.getLong("scans")));
      }
    }
    return new StoredTables(tables);
  }

  /// The same when the session that is watched has ended.
  static StoredTables readAfter(Connection connection) throws SQLException {
    var deadline = System.nanoTime() + LONGEST_END.toNanos();
    while (hasOthers(connection) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return read(connection);
  }

  private static boolean hasOthers(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(OTHERS)) {
      return rows.next() && rows.getLong(1) > 0;
    }
  }

  /// What was done to the tables that were there before.
  List<Sighting.Work> workUntil(StoredTables after) {
    var work = new ArrayList<Sighting.Work>();
    tables.forEach((oid, was) -> {
      var is = after.tables().get(oid);
      if (is != null && is.file() != was.file()) {
        work.add(new Sighting.Work(was.name(), Sighting.Work.Kind.REWRITTEN, is.bytes()));
      } else if (is != null && is.scans() > was.scans() && !isReadByDeed(was)) {
        work.add(new Sighting.Work(was.name(), Sighting.Work.Kind.SCANNED, is.bytes()));
      }
    });
    work.sort(Comparator.comparing(Sighting.Work::relation));
    return work;
  }

  /// Before each migration, deed asks other tools' histories what they have applied.
  private static boolean isReadByDeed(Stored table) {
    return ToolTables.isOne(table.name().name());
  }

  long growth(StoredTables after) {
    return after.bytes() - bytes();
  }

  private long bytes() {
    return tables.values().stream().mapToLong(Stored::allBytes).sum();
  }
}
