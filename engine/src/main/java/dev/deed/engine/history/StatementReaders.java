package dev.deed.engine.history;

import dev.deed.engine.LiveUse.Counting;
import dev.deed.engine.LiveUse.Reader;
import dev.deed.engine.LiveUse.Readers;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.RowsEffect;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.script.Script;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The statements in `pg_stat_statements` that use a table or a column, with the calls since they
/// were last looked at. Each look of a session that may write remembers the calls: so a statement
/// that is no longer called counts as gone after a while.
final class StatementReaders {

  private static final int MOST_SHOWN = 120;
  private static final SourceFile STATEMENT = new SourceFile("statement");

  private static final String EXTENSION =
      """
      SELECT pg_catalog.quote_ident(n.nspname) || '.pg_stat_statements'
      FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
      WHERE e.extname = 'pg_stat_statements'
      """;

  /// A statement may be counted twice: sent by a client, and inside of a function.
  private static final String CALLS =
      """
      SELECT s.queryid, s.userid::bigint AS userid,
             coalesce(pg_catalog.pg_get_userbyid(s.userid), '')::text AS role,
             pg_catalog.min(s.query) AS query, pg_catalog.sum(s.calls)::bigint AS calls,
             p.calls AS known, p.at, pg_catalog.now() AS now
      FROM %s s LEFT JOIN deed.statement_sample p ON p.queryid = s.queryid AND p.userid = s.userid
      WHERE s.dbid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
        AND pg_catalog.strpos(pg_catalog.lower(s.query), pg_catalog.lower(?)) > 0
      GROUP BY s.queryid, s.userid, p.calls, p.at
      ORDER BY 5 DESC
      """;

  private static final String REMEMBER =
      """
      INSERT INTO deed.statement_sample (queryid, userid, calls) VALUES (?, ?::bigint::pg_catalog.oid, ?)
      ON CONFLICT (queryid, userid) DO UPDATE SET calls = excluded.calls, at = pg_catalog.clock_timestamp()
      """;

  private final Connection connection;
  private final QualifiedName table;
  private final @Nullable String column;
  private final Duration quiet;

  /// @param column null for the whole table
  /// @param quiet how long a statement must not have been called to count as gone
  StatementReaders(
      Connection connection, QualifiedName table, @Nullable String column, Duration quiet) {
    this.connection = connection;
    this.table = table;
    this.column = column;
    this.quiet = quiet;
  }

  /// One row of the view.
  private record Counted(
      long queryId,
      long userId,
      String role,
      Script script,
      long calls,
      @Nullable Long known,
      @Nullable Instant at,
      Instant now) {

    static Counted of(ResultSet row) throws SQLException {
      var known = row.getLong("known");
      var isKnown = !row.wasNull();
      var at = row.getObject("at", OffsetDateTime.class);
      return new Counted(
          row.getLong("queryid"),
          row.getLong("userid"),
          String.valueOf(row.getString("role")),
          ScriptReader.read(STATEMENT, String.valueOf(row.getString("query"))),
          row.getLong("calls"),
          isKnown ? (Long) known : null,
          at == null ? null : at.toInstant(),
          Objects.requireNonNull(row.getObject("now", OffsetDateTime.class)).toInstant());
    }

    boolean isCalled() {
      return known == null || known != calls;
    }

    /// Counters that were reset begin again.
    long newCalls() {
      return known == null || known > calls ? calls : calls - known;
    }

    /// Null for a statement that counts as gone.
    @Nullable Reader reader(Duration quiet) {
      var until = at == null ? null : at.plus(quiet);
      if (!isCalled() && (until == null || !until.isAfter(now))) {
        return null;
      }
      return new Reader(
          role,
          shown(script.text()),
          isCalled() ? newCalls() : 0,
          isCalled() ? now.plus(quiet) : until);
    }
  }

  Readers read() throws SQLException {
    var view = view();
    if (view.isEmpty()) {
      return Readers.of(Counting.NOT_INSTALLED);
    }
    var counted = counted(view.get());
    var columns = StatementColumns.of(connection, relations(counted), table, column);
    var named = new ArrayList<Reader>();
    var whole = new ArrayList<Reader>();
    var dumps = new ArrayList<Reader>();
    for (var statement : counted) {
      var use = columns.use(statement.script());
      var reader = use == StatementColumns.Use.NONE ? null : statement.reader(quiet);
      if (reader != null) {
        switch (use) {
          case NAMED -> {
            named.add(reader);
            remember(statement);
          }
          case WHOLE -> whole.add(reader);
          case DUMP -> dumps.add(reader);
          case NONE -> {}
        }
      }
    }
    var counting =
        isHidden(view.get())
            ? Counting.HIDDEN
            : isForgetful(view.get()) ? Counting.FORGETFUL : Counting.COUNTED;
    return new Readers(counting, named, whole, dumps);
  }

  /// Older versions of the extension do not say so.
  private boolean isForgetful(String view) throws SQLException {
    try (var statement = connection.createStatement()) {
      try (var known =
          statement.executeQuery(
              "SELECT pg_catalog.to_regclass(%s) IS NOT NULL"
                  .formatted("'" + (view + "_info").replace("'", "''") + "'"))) {
        if (!known.next() || !known.getBoolean(1)) {
          return false;
        }
      }
      try (var info = statement.executeQuery("SELECT dealloc > 0 FROM " + view + "_info")) {
        return info.next() && info.getBoolean(1);
      }
    }
  }

  private Optional<String> view() throws SQLException {
    try (var statement = connection.createStatement();
        var results = statement.executeQuery(EXTENSION)) {
      return results.next() ? Optional.ofNullable(results.getString(1)) : Optional.empty();
    }
  }

  private List<Counted> counted(String view) throws SQLException {
    try (var query = connection.prepareStatement(CALLS.formatted(view))) {
      query.setString(1, table.name());
      try (var results = query.executeQuery()) {
        var found = new ArrayList<Counted>();
        while (results.next()) {
          found.add(Counted.of(results));
        }
        return found;
      }
    }
  }

  /// The names of all relations in the statements.
  private static Set<String> relations(List<Counted> counted) {
    var names = new HashSet<String>();
    for (var statement : counted) {
      statement.script().statements().stream()
          .flatMap(s -> s.effects().stream())
          .filter(RowsEffect.class::isInstance)
          .forEach(effect -> names.add(((RowsEffect) effect).relation().name()));
    }
    return names;
  }

  /// In a transaction that only reads, nothing is remembered.
  private void remember(Counted statement) throws SQLException {
    if (!statement.isCalled() || !isWriting()) {
      return;
    }
    try (var insert = connection.prepareStatement(REMEMBER)) {
      insert.setLong(1, statement.queryId());
      insert.setLong(2, statement.userId());
      insert.setLong(3, statement.calls());
      insert.executeUpdate();
    }
  }

  private boolean isWriting() throws SQLException {
    try (var statement = connection.createStatement();
        var results =
            statement.executeQuery(
                "SELECT pg_catalog.current_setting('transaction_read_only') = 'off' AND"
                    + " pg_catalog.has_table_privilege('deed.statement_sample', 'INSERT') AND"
                    + " pg_catalog.has_table_privilege('deed.statement_sample', 'UPDATE')")) {
      return results.next() && results.getBoolean(1);
    }
  }

  /// PostgreSQL hides the statements of other roles from those without pg_read_all_stats.
  private boolean isHidden(String view) throws SQLException {
    try (var statement = connection.createStatement();
        var results =
            statement.executeQuery(
                "SELECT EXISTS (SELECT FROM %s WHERE query = '<insufficient privilege>')"
                    .formatted(view))) {
      return results.next() && results.getBoolean(1);
    }
  }

  private static String shown(String text) {
    var line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= MOST_SHOWN ? line : line.substring(0, MOST_SHOWN) + " ...";
  }
}
