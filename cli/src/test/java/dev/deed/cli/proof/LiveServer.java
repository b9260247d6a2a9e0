package dev.deed.cli.proof;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deed.engine.postgres.TestDatabase;
import dev.deed.lint.RulePage;
import dev.deed.lint.rule.Transactions;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A database with a page's setup and some rows in its tables, which looks at what migrations do to
/// them.
///
/// @param names of the setup's tables, views and indexes, by their numbers
/// @param tables those of them that are no indexes
public record LiveServer(TestDatabase database, Map<Long, String> names, Set<String> tables) {

  private static final String RELATIONS =
      """
      SELECT c.oid, c.oid::regclass::text, c.relkind IN ('i', 'I')
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'm', 'v', 'f', 'i', 'I')
        AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
      """;

  private static final String LOCKS =
      """
      SELECT relation, mode FROM pg_locks WHERE locktype = 'relation' AND pid =
      """;

  static LiveServer with(TestDatabase database, String setup) throws SQLException {
    return prepared(database, List.of(setup, resource("rows.sql"), "ANALYZE"));
  }

  /// Without rows, for what asks that they were changed first.
  public static LiveServer withoutRows(TestDatabase database, String setup) throws SQLException {
    return prepared(database, List.of(setup, resource("no-rows.sql")));
  }

  private static LiveServer prepared(TestDatabase database, List<String> scripts)
      throws SQLException {
    assumeTrue(
        database.majorVersion() >= RulePage.USUAL, "pages are written for later servers than this");
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute(resource("empty.sql"));
      for (var script : scripts) {
        statement.execute(script);
      }
      // So that nothing of it is counted later.
      statement.execute("SELECT pg_stat_force_next_flush()");
      return of(database, statement);
    }
  }

  private static LiveServer of(TestDatabase database, java.sql.Statement asking)
      throws SQLException {
    var names = new HashMap<Long, String>();
    var tables = new TreeSet<String>();
    try (var rows = asking.executeQuery(RELATIONS)) {
      while (rows.next()) {
        names.put(rows.getLong(1), rows.getString(2));
        if (!rows.getBoolean(3)) {
          tables.add(rows.getString(2));
        }
      }
    }
    return new LiveServer(database, names, tables);
  }

  private static String resource(String name) {
    try (var text = LiveServer.class.getResourceAsStream("/lint/" + name)) {
      return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Each as deed would run it, one after the other; nothing more after one that fails.
  public List<Observed> run(List<String> migrations) throws SQLException {
    var seen = new ArrayList<Observed>();
    try (var connection = database.connect()) {
      for (var migration : migrations) {
        var before = filenodes(connection);
        var done = migration(connection, migration);
        seen.add(done.and(rewritten(before, filenodes(connection))));
        if (!done.error().isEmpty()) {
          break;
        }
      }
    }
    return seen;
  }

  private Observed migration(Connection connection, String text) throws SQLException {
    var script = ScriptReader.read(new SourceFile("example.sql"), text);
    var transactions = Transactions.of(script, text.contains("-- deed: transaction none"), true);
    var done = Observed.nothing();
    for (var step : steps(script, transactions)) {
      var first = step.getFirst();
      try {
        done =
            done.and(
                first.runsAlone() && !transactions.isExplicit(first)
                    ? alone(connection, script.textOf(first))
                    : together(connection, step.stream().map(script::textOf).toList()));
      } catch (SQLException e) {
        end(connection);
        return Observed.failed(String.valueOf(e.getSQLState()));
      }
    }
    return done;
  }

  private static void end(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /// Statements that share a transaction, or that have none.
  private static List<List<Statement>> steps(Script script, Transactions transactions) {
    var steps = new TreeMap<Integer, List<Statement>>();
    for (var statement : script.statements()) {
      var number = transactions.of(statement);
      if (number >= 0) {
        steps.computeIfAbsent(number, _ -> new ArrayList<>()).add(statement);
      }
    }
    return List.copyOf(steps.values());
  }

  // In a transaction

  private Observed together(Connection connection, List<String> sql) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      var before = scans(connection, "pg_stat_xact_user_tables");
      for (var text : sql) {
        statement.execute(text);
      }
      var seen =
          new Observed(
              locks(connection, "pg_backend_pid()"),
              more(before, scans(connection, "pg_stat_xact_user_tables")),
              new TreeSet<>(),
              "");
      connection.commit();
      connection.setAutoCommit(true);
      return seen;
    }
  }

  // Outside

  /// Another connection holds a snapshot and reads every table, so that the statement has to wait
  /// for it somewhere: there its locks are looked at.
  private Observed alone(Connection connection, String sql) throws SQLException {
    var before = flushedScans(connection);
    var locks = new TreeMap<String, LockMode>();
    try (var holder = database.connect();
        var waiting = new Waiting(connection, sql);
        var observer = database.connect()) {
      hold(holder);
      waiting.start();
      if (waiting.waits(observer)) {
        locks.putAll(locks(observer, Long.toString(waiting.backend())));
      }
      holder.rollback();
      waiting.finish();
    }
    return new Observed(locks, more(before, flushedScans(connection)), new TreeSet<>(), "");
  }

  private void hold(Connection holder) throws SQLException {
    holder.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    holder.setAutoCommit(false);
    try (var statement = holder.createStatement()) {
      statement.execute("SELECT count(*) FROM pg_class");
      for (var table : tables) {
        statement.execute("SELECT FROM " + table + " LIMIT 0");
      }
    }
  }

  // What the server says

  private TreeMap<String, LockMode> locks(Connection connection, String backend)
      throws SQLException {
    var locks = new TreeMap<String, LockMode>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(LOCKS + backend)) {
      while (rows.next()) {
        var name = names.get(rows.getLong(1));
        if (name != null) {
          locks.merge(name, Observed.mode(rows.getString(2)), LockMode::strongest);
        }
      }
    }
    return locks;
  }

  /// After statements outside transactions only what was sent to the shared statistics counts.
  private Map<String, Long> flushedScans(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("SELECT pg_stat_force_next_flush()");
    }
    return scans(connection, "pg_stat_user_tables");
  }

  private Map<String, Long> scans(Connection connection, String view) throws SQLException {
    return numbers(connection, "SELECT relid, seq_scan FROM " + view);
  }

  private Map<String, Long> filenodes(Connection connection) throws SQLException {
    return numbers(connection, "SELECT oid, relfilenode FROM pg_class WHERE relfilenode > 0");
  }

  private Map<String, Long> numbers(Connection connection, String query) throws SQLException {
    var numbers = new HashMap<String, Long>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        var name = names.get(rows.getLong(1));
        if (name != null) {
          numbers.put(name, rows.getLong(2));
        }
      }
    }
    return numbers;
  }

  private static TreeSet<String> more(Map<String, Long> before, Map<String, Long> after) {
    return after.entrySet().stream()
        .filter(count -> count.getValue() > before.getOrDefault(count.getKey(), 0L))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Observed rewritten(Map<String, Long> before, Map<String, Long> after) {
    var names = new TreeSet<String>();
    after.forEach((name, file) -> {
      if (!file.equals(before.getOrDefault(name, file))) {
        names.add(name);
      }
    });
    return new Observed(new TreeMap<>(), new TreeSet<>(), names, "");
  }
}
