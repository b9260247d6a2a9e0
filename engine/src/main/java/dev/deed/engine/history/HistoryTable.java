package dev.deed.engine.history;

import dev.deed.engine.ChangeoverEvidence;
import dev.deed.engine.History;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.LiveUse;
import dev.deed.engine.protocol.HistorySql;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Tool;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `deed.migration` and `deed.event` of one database. Writes in the current transaction; begins and
/// ends none.
public final class HistoryTable {

  private static final String ROWS =
      """
      select version, service, slug, file, state, checksum, up, down, irreversible, requires, %s,
             statements, finished, %s, begun, position, out_of_order, who, at is null as timeless,
             pg_catalog.clock_timestamp() as read_at,
             case when pg_catalog.isfinite(at) then (extract(epoch from at) * 1000000)::bigint end as at,
             case when pg_catalog.isfinite(took) and took between '-1000 years' and '1000 years'
                 then (extract(epoch from took) * 1000000)::bigint end as took, error
      from deed.migration
      """;

  private static final String TABLES =
      """
      select pg_catalog.to_regclass('deed.migration') is not null,
             pg_catalog.to_regclass('deed.format') is not null,
             coalesce(pg_catalog.row_security_active(pg_catalog.to_regclass('deed.migration')), false),
             pg_catalog.to_regclass('deed.event') is not null
      """;

  private static final String FORMAT = "select max(version), null, null from deed.format";

  /// One trip to the server for both.
  private static final String FORMAT_AND_ADOPTED =
      """
      select max(version), (select pg_catalog.string_agg(distinct pg_catalog.split_part(detail, ' ', 1), ' ')
                            from deed.event where event = 'adopted'),
             (select detail from deed.event where event = 'scoped' order by id desc limit 1)
      from deed.format
      """;

  private static final int NONE = 0;

  /// The scope of a database that has got the rest later.
  public static final String EVERYTHING = "all";

  private final DatabaseName database;

  public HistoryTable(DatabaseName database) {
    this.database = database;
  }

  /// Changes nothing: a database without deed's schema has an empty history.
  public History read(Connection connection) throws SQLException {
    var found = found(connection);
    var format = found.format();
    var tools = ToolTables.read(connection);
    if (format == NONE) {
      return tools.isEmpty() ? History.NONE : History.NONE.with(tools, Set.of());
    }
    var sql =
        format < 2
            ? ROWS.formatted("null::boolean as alone, null::text as kept_checksum", "0 as further")
            : ROWS.formatted("alone, kept_checksum", "further");
    var rows = new ArrayList<HistoryRow>();
    var reader = new RowReader(database, format);
    try (var statement = connection.createStatement();
        var results = statement.executeQuery(sql)) {
      while (results.next()) {
        reader.row(results).ifPresent(rows::add);
      }
    }
    reader.refuseDamaged(rows);
    var changeovers =
        format < 2 ? ChangeoverEvidence.NONE : ChangeoverTables.read(connection, rows);
    return new History(rows, reader.readAt(), changeovers, LiveUse.UNKNOWN)
        .with(tools, found.adopted())
        .withScope(found.scope());
  }

  /// What has to be done before this deed can write: nothing, all of it, or an upgrade.
  public enum Preparation {
    NONE,
    UPGRADE,
    CREATION
  }

  public Preparation preparation(Connection connection) throws SQLException {
    var format = format(connection);
    return format == NONE
        ? Preparation.CREATION
        : format < HistorySql.FORMAT ? Preparation.UPGRADE : Preparation.NONE;
  }

  /// Must run in a transaction, under the run lock.
  public void prepare(Connection connection) throws SQLException {
    var sql =
        switch (preparation(connection)) {
          case CREATION -> HistorySql.creation();
          case UPGRADE -> HistorySql.upgrade();
          case NONE -> "";
        };
    if (!sql.isEmpty()) {
      try (var statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }

  /// True if the connected role may write the existing history, or may create one.
  public boolean isWritableOrCreatable(Connection connection) throws SQLException {
    switch (preparation(connection)) {
      case NONE -> {
        return isWritable(connection);
      }
      case UPGRADE -> {
        return isWritable(connection) && isOwned(connection);
      }
      case CREATION -> {}
    }
    var sql =
        """
        select case when pg_catalog.to_regnamespace('deed') is null
            then pg_catalog.has_database_privilege(pg_catalog.current_database(), 'create')
            else pg_catalog.has_schema_privilege('deed', 'create') end
        """;
    try (var statement = connection.createStatement();
        var results = statement.executeQuery(sql)) {
      return results.next() && results.getBoolean(1);
    }
  }

  /// True if the connected role has the privileges that a run needs on the history.
  public boolean isWritable(Connection connection) throws SQLException {
    var sql =
        """
        select pg_catalog.has_table_privilege('deed.migration', 'insert')
           and pg_catalog.has_table_privilege('deed.migration', 'update')
           and pg_catalog.has_table_privilege('deed.event', 'insert')
        """;
    try (var statement = connection.createStatement();
        var results = statement.executeQuery(sql)) {
      return results.next() && results.getBoolean(1);
    }
  }

  /// True if the connected role may write what a run notes of changeovers and backfills; a table
  /// that is not there is reported when it is needed.
  public boolean isWritableForChangeovers(Connection connection) throws SQLException {
    var sql =
        """
        select bool_and(coalesce(
            pg_catalog.has_table_privilege(pg_catalog.to_regclass(name), privilege), true))
        from (values ('deed.acknowledgement', 'select'), ('deed.column_writer', 'select'),
                     ('deed.backfill', 'select, insert, update'),
                     ('deed.statement_sample', 'select, insert, update')) t (name, privileges),
             pg_catalog.regexp_split_to_table(privileges, ', ') privilege
        """;
    try (var statement = connection.createStatement();
        var results = statement.executeQuery(sql)) {
      return results.next() && results.getBoolean(1);
    }
  }

  /// Only its owner may change a table.
  private static boolean isOwned(Connection connection) throws SQLException {
    var sql =
        """
        select pg_catalog.pg_has_role(relowner, 'usage') from pg_catalog.pg_class
        where oid = pg_catalog.to_regclass('deed.migration')
        """;
    try (var statement = connection.createStatement();
        var results = statement.executeQuery(sql)) {
      return results.next() && results.getBoolean(1);
    }
  }

  /// @param format of the schema `deed` there; `NONE` where there is none
  /// @param adopted tools whose migrations deed has taken over there
  /// @param scope the part of the migrations that belongs there; null for all of them
  private record Found(int format, Set<Tool> adopted, @Nullable String scope) {}

  private int format(Connection connection) throws SQLException {
    return found(connection).format();
  }

  private Found found(Connection connection) throws SQLException {
    String query;
    try (var statement = connection.createStatement();
        var results = statement.executeQuery(TABLES)) {
      if (!results.next() || !results.getBoolean(1)) {
        if (results.getBoolean(2)) {
          throw new HistoryUnreadable(database, "it has a table format but no table migration");
        }
        return new Found(NONE, Set.of(), null);
      }
      if (!results.getBoolean(2)) {
        throw new HistoryUnreadable(database, "it has a table migration but no table format");
      }
      if (results.getBoolean(3)) {
        throw new HistoryUnreadable(
            database,
            "row security is active on deed.migration, so rows of the history may be hidden",
            "type as its owner: ALTER TABLE deed.migration DISABLE ROW LEVEL SECURITY");
      }
      query = results.getBoolean(4) ? FORMAT_AND_ADOPTED : FORMAT;
    }
    try (var statement = connection.createStatement();
        var results = statement.executeQuery(query)) {
      var found = results.next() ? results.getInt(1) : 0;
      if (found > HistorySql.FORMAT) {
        throw new HistoryFromNewerDeed(database, found, HistorySql.FORMAT);
      }
      if (found < 1) {
        throw new HistoryUnreadable(
            database,
            "deed.format does not name a format",
            "if the columns of deed.migration are those of this release (deed doctor), type: DELETE FROM deed.format; INSERT INTO deed.format VALUES (%d)"
                .formatted(HistorySql.FORMAT));
      }
      var scope = results.getString(3);
      return new Found(found, tools(results.getString(2)), EVERYTHING.equals(scope) ? null : scope);
    }
  }

  private static Set<Tool> tools(@Nullable String keys) {
    var tools = EnumSet.noneOf(Tool.class);
    for (var key : keys == null ? new String[0] : keys.split(" ")) {
      Tool.of(key).ifPresent(tools::add);
    }
    return tools;
  }
}
