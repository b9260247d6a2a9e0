package dev.deed.engine.rows;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Connections;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.look.LookFailed;
import dev.deed.engine.look.ReadOnlySession;
import dev.deed.engine.look.catalog.CatalogSchema;
import dev.deed.engine.run.FailureMessage;
import dev.deed.engine.scratch.ScratchDatabase;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/// The rows of a database that are copied, read in one snapshot of a transaction that changes
/// nothing. Masks are part of the query that reads the rows: no unmasked value leaves the server.
public final class RowSource {

  /// Rows on which a mask is tried.
  private static final int TRIED = 100;

  /// No function of the database can get between a mask and PostgreSQL's own.
  private static final String BEGIN =
      """
      SET LOCAL search_path = pg_catalog, pg_temp;
      SET LOCAL idle_in_transaction_session_timeout = 0;
      SET LOCAL row_security = off;
      SET LOCAL datestyle = 'ISO, MDY';
      SET LOCAL intervalstyle = 'postgres';
      SET LOCAL extra_float_digits = 3
      """;

  private static final String SEQUENCES =
      """
      SELECT format('%I.%I', n.nspname, c.relname) AS name,
             has_schema_privilege(n.oid, 'USAGE') AND has_sequence_privilege(c.oid, 'USAGE, SELECT') AS readable,
             CASE WHEN has_schema_privilege(n.oid, 'USAGE') AND has_sequence_privilege(c.oid, 'USAGE, SELECT')
                  THEN pg_sequence_last_value(c.oid) END AS value
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'S' AND c.relpersistence <> 't'
        AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'deed')
        AND NOT EXISTS (SELECT FROM pg_depend d
                        WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
      ORDER BY 1
      """;

  /// Of these classes no message has a value of a row in it.
  private static final Set<String> WITHOUT_VALUES =
      Set.of("08", "25", "40", "42", "53", "55", "57");

  private final Connection connection;
  private final Address address;
  private final SourceTables source;
  private final RowWish wish;
  private final RowChoice choice;

  private RowSource(
      Connection connection, Address address, SourceTables source, RowWish wish, RowChoice choice) {
    this.connection = connection;
    this.address = address;
    this.source = source;
    this.wish = wish;
    this.choice = choice;
  }

  /// What was found before anything is read.
  ///
  /// @param used the patterns and rules for which there is a table or a column
  /// @param bytes about the size of what is copied
  public record Survey(Set<String> used, List<String> problems, long bytes) {
    public Survey {
      used = Set.copyOf(used);
      problems = List.copyOf(problems);
    }
  }

  /// What was copied.
  ///
  /// @param tables the number of rows of each
  /// @param masked how many columns
  /// @param remarks what is not in the copy
  public record Copied(Map<QualifiedName, Long> tables, int masked, List<String> remarks) {
    public Copied {
      tables = Map.copyOf(tables);
      remarks = List.copyOf(remarks);
    }

    public long rows() {
      return tables.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /// What would be copied. Masks are tried on some rows.
  public static Survey survey(Address address, Patience patience, RowWish wish) {
    return ReadOnlySession.at(
        address, patience, connection -> opened(connection, address, wish).survey());
  }

  /// What is done in one snapshot of the database.
  ///
  /// @param work that ends before the snapshot does
  public static <T> T open(
      Address address, Patience patience, RowWish wish, Function<RowSource, T> work) {
    return ReadOnlySession.at(
        address,
        patience,
        connection -> {
          var source = opened(connection, address, wish);
          source.lock();
          return work.apply(source);
        });
  }

  private static RowSource opened(Connection connection, Address address, RowWish wish)
      throws SQLException {
    begin(connection);
    var source = SourceTables.read(connection);
    return new RowSource(connection, address, source, wish, RowChoice.of(source, wish));
  }

  private static void begin(Connection connection) throws SQLException {
    ReadOnlySession.withoutLimit(connection);
    try (var statement = connection.createStatement()) {
      statement.execute(BEGIN);
    }
  }

  private Survey survey() throws SQLException {
    var problems = new ArrayList<>(choice.problems());
    var bytes = 0L;
    for (var oid : choice.reachable()) {
      var table = Objects.requireNonNull(source.tables().get(oid));
      bytes += (long) (table.bytes() * share(oid));
      if (table.isReadable() && !table.isFiltered() && choice.problems().isEmpty()) {
        tryMasks(table, problems);
      }
    }
    return new Survey(choice.used(), problems, bytes);
  }

  /// In the same snapshot.
  public CatalogSchema schema() {
    try {
      return CatalogSchema.read(connection);
    } catch (SQLException e) {
      throw LookFailed.of(address, e);
    }
  }

  /// Of a number of rows, as if it were all: their size is not known.
  private double share(long oid) {
    return choice.chosen().contains(oid) ? wish.percent() / 100 : 1;
  }

  private void tryMasks(SourceTable table, List<String> problems) throws SQLException {
    for (var column : table.stored()) {
      var mask = choice.masks().getOrDefault(table.oid(), Map.of()).get(column.name());
      if (mask != null) {
        try (var statement = connection.createStatement()) {
          statement.execute("SAVEPOINT mask");
          tryMask(table, column, mask).ifPresent(problems::add);
          statement.execute("ROLLBACK TO SAVEPOINT mask");
        }
      }
    }
  }

  private Optional<String> tryMask(SourceTable table, SourceTable.Column column, Mask mask) {
    try (var statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      var query =
          "SELECT %s FROM ONLY %s LIMIT %d"
              .formatted(masked(column, mask), table.name().quoted(), TRIED);
      try (var rows = statement.executeQuery(query)) {
        if (rows.getMetaData().getColumnCount() != 1) {
          return Optional.of("the mask of %s is not an SQL expression".formatted(mask.rule()));
        }
        while (rows.next()) {
          if (rows.getString(1) == null && column.isRequired()) {
            return Optional.of(
                "the mask of %s is NULL, and %s.%s is NOT NULL"
                    .formatted(mask.rule(), table.name().dotted(), column.name()));
          }
        }
      }
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(
          "the mask of %s fails on %s.%s: %s"
              .formatted(mask.rule(), table.name().dotted(), column.name(), words(e)));
    }
  }

  /// An error about a value may show it.
  private static String words(SQLException e) {
    var state = SqlStates.of(e);
    var isSafe = state.length() == 5 && WITHOUT_VALUES.contains(state.substring(0, 2));
    return isSafe
        ? "%s (%s)".formatted(FailureMessage.sentence(e), state)
        : "SQLSTATE %s, whose message may have a value in it and is not shown".formatted(state);
  }

  private static String masked(SourceTable.Column column, Mask mask) {
    return "CAST((%s\n) AS %s)".formatted(mask.expression(), column.type());
  }

  /// Keeps the tables from being changed, as `pg_dump` does: other sessions read and write rows.
  private void lock() throws SQLException {
    var names =
        choice.reachable().stream()
            .map(oid -> "ONLY " + Objects.requireNonNull(source.tables().get(oid)).name().quoted())
            .collect(Collectors.joining(", "));
    if (!names.isEmpty()) {
      try (var statement = connection.createStatement()) {
        statement.setEscapeProcessing(false);
        statement.execute("LOCK TABLE " + names + " IN ACCESS SHARE MODE");
      }
    }
  }

  /// @param copy has the same tables, without keys, foreign keys and triggers
  public Copied into(ScratchDatabase copy) {
    try (var connections = Connections.open(copy.address(), copy.server().patience());
        var lent = connections.connect()) {
      begin(connection);
      return into(lent.connection());
    } catch (SQLException e) {
      throw LookFailed.of(address, e);
    }
  }

  private Copied into(Connection to) throws SQLException {
    var sample = RowSample.of(connection, source, choice, wish);
    var rows = new LinkedHashMap<QualifiedName, Long>();
    for (var oid : choice.reachable()) {
      var table = Objects.requireNonNull(source.tables().get(oid));
      if (!table.stored().isEmpty()) {
        var count = copy(table, sample, to);
        if (count > 0) {
          rows.put(table.name(), count);
        }
      }
    }
    var masked = choice.masks().values().stream().mapToInt(Map::size).sum();
    return new Copied(rows, masked, remarks());
  }

  private long copy(SourceTable table, RowSample sample, Connection to) throws SQLException {
    var masks = choice.masks().getOrDefault(table.oid(), Map.of());
    var names = new ArrayList<String>();
    var values = new ArrayList<String>();
    for (var column : table.stored()) {
      var name = Identifier.quoted(column.name());
      var mask = masks.get(column.name());
      names.add(name);
      values.add(mask == null ? name : masked(column, mask));
    }
    var query =
        "SELECT %s FROM ONLY %s".formatted(String.join(", ", values), table.name().quoted());
    var into = "COPY %s (%s) FROM STDIN".formatted(table.name().quoted(), String.join(", ", names));
    if (sample.isWhole(table.oid())) {
      return copy(table, "COPY (" + query + ") TO STDOUT", to, into);
    }
    var count = 0L;
    for (var chunk : sample.chunks(table.oid())) {
      count +=
          copy(
              table, "COPY (%s WHERE ctid = ANY (%s)) TO STDOUT".formatted(query, chunk), to, into);
    }
    return count;
  }

  private long copy(SourceTable table, String query, Connection to, String into)
      throws SQLException {
    var in = to.unwrap(PGConnection.class).getCopyAPI().copyIn(into);
    try {
      var out =
          read(table, () -> connection.unwrap(PGConnection.class).getCopyAPI().copyOut(query));
      try {
        for (var row = next(table, out); row.length > 0; row = next(table, out)) {
          write(table, in, row);
        }
      } finally {
        if (out.isActive()) {
          out.cancelCopy();
        }
      }
      return end(table, in);
    } finally {
      if (in.isActive()) {
        in.cancelCopy();
      }
    }
  }

  /// @return nothing at the end: a row has at least the end of its line
  private byte[] next(SourceTable table, CopyOut out) throws SQLException {
    return read(
        table,
        () -> {
          var row = out.readFromCopy();
          return row == null ? new byte[0] : row;
        });
  }

  private interface Reading<T> {
    T ask() throws SQLException;
  }

  private <T> T read(SourceTable table, Reading<T> reading) throws SQLException {
    try {
      return reading.ask();
    } catch (SQLException e) {
      if (SqlStates.isLost(e)) {
        throw e;
      }
      throw new RowsRefused(
          address.target().words(),
          List.of("rows of %s could not be read: %s".formatted(table.name().dotted(), words(e))));
    }
  }

  private void write(SourceTable table, CopyIn in, byte[] row) {
    try {
      in.writeToCopy(row, 0, row.length);
    } catch (SQLException e) {
      throw notWritten(table, e);
    }
  }

  private long end(SourceTable table, CopyIn in) {
    try {
      return in.endCopy();
    } catch (SQLException e) {
      throw notWritten(table, e);
    }
  }

  private RowsRefused notWritten(SourceTable table, SQLException e) {
    return new RowsRefused(
        address.target().words(),
        List.of("the copy refused rows of %s: %s".formatted(table.name().dotted(), words(e))));
  }

  /// Statements for when the whole schema is there: they bring the sequences of the copy to where
  /// the original's are, and fill its materialized views.
  public List<String> last() {
    var statements = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(SEQUENCES)) {
      while (rows.next()) {
        if (rows.getObject("value") != null) {
          statements.add(
              "SELECT pg_catalog.setval('%s', %d)"
                  .formatted(
                      String.valueOf(rows.getString("name")).replace("'", "''"),
                      rows.getLong("value")));
        }
      }
      statements.addAll(PopulatedViews.refreshes(connection));
    } catch (SQLException e) {
      throw LookFailed.of(address, e);
    }
    statements.add("ANALYZE");
    return statements;
  }

  private List<String> remarks() throws SQLException {
    var remarks = new ArrayList<String>();
    if (source.hasLargeObjects()) {
      remarks.add("large objects are not copied");
    }
    if (!source.foreign().isEmpty()) {
      remarks.add(
          "rows of foreign tables are not copied: "
              + source.foreign().stream()
                  .map(QualifiedName::dotted)
                  .collect(Collectors.joining(", ")));
    }
    var unread = new HashSet<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(SEQUENCES)) {
      while (rows.next()) {
        if (!rows.getBoolean("readable")) {
          unread.add(String.valueOf(rows.getString("name")));
        }
      }
    }
    if (!unread.isEmpty()) {
      remarks.add(
          "sequences begin at their start, because this role may not read them: "
              + unread.stream().sorted().collect(Collectors.joining(", ")));
    }
    return remarks;
  }
}
