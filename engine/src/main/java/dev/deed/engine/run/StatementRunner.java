package dev.deed.engine.run;

import dev.deed.engine.CopyRows;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.connect.Activity;
import dev.deed.engine.protocol.Concurrently;
import dev.deed.sql.script.Statement;
import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.PSQLWarning;

/// Sends one statement of a move while a second connection watches it.
final class StatementRunner {

  private final RunSession work;
  private final PlannedMigration move;
  private List<Activity> blockers = List.of();

  StatementRunner(RunSession work, PlannedMigration move) {
    this.work = work;
    this.move = move;
  }

  void run(int position) throws SQLException {
    var statement = move.body().statements().get(position);
    run(position, () -> move.body().script().textOf(statement));
  }

  /// @param sql sent instead of the statement's own text
  void run(int position, Supplier<String> sql) throws SQLException {
    var start = System.nanoTime();
    var statement = move.body().statements().get(position);
    work.tell(new RunEvent.StatementStarted(work.target(), move, position, statement));
    var blocked = new Blockers(work, move, work.session().pid());
    var progress = new BuildProgress(work, move, work.session().pid());
    StatementWatch.Glance both =
        connection -> {
          blocked.at(connection);
          progress.at(connection);
        };
    var buildsIndex = new Concurrently(statement).buildsIndex();
    try (var _ = work.watch().over(buildsIndex ? both : blocked);
        var _ = work.stop().running(work.session()::cancel)) {
      send(statement, sql.get());
    } finally {
      blockers = blocked.found();
    }
    var took = Duration.ofNanos(System.nanoTime() - start);
    work.tell(new RunEvent.StatementDone(work.target(), move, position, took));
  }

  /// Checks the assertions after a statement.
  void check(int position) throws SQLException {
    for (var assertion : move.body().assertionsBehind(position)) {
      try (var _ = work.stop().running(work.session()::cancel)) {
        QueryAnswer.check(work.session(), assertion);
      }
    }
  }

  /// Repeats the session settings of the move's earlier statements.
  void settingsBefore(int position) throws SQLException {
    for (var setting : move.settingsBefore(position)) {
      work.session().execute(move.body().script().textOf(setting));
    }
  }

  /// The sessions that blocked the last statement.
  List<Activity> blockers() {
    return blockers;
  }

  private void send(Statement statement, String sql) throws SQLException {
    var data = CopyRows.of(move.body().script(), statement);
    if (data.isPresent()) {
      copy(sql, data.get());
    } else {
      execute(sql);
    }
  }

  private void execute(String sql) throws SQLException {
    for (var warning : work.session().send(sql).warnings()) {
      var message = String.valueOf(warning.getMessage());
      work.tell(new RunEvent.Noticed(work.target(), move, severity(warning), message));
    }
  }

  private void copy(String sql, String data) throws SQLException {
    try (var reader = new StringReader(data)) {
      work.session().driver().getCopyAPI().copyIn(sql, reader);
    } catch (IOException e) {
      throw new PSQLException(String.valueOf(e.getMessage()), PSQLState.CONNECTION_FAILURE, e);
    }
  }

  private static String severity(SQLWarning warning) {
    var message = warning instanceof PSQLWarning notice ? notice.getServerErrorMessage() : null;
    var severity = message == null ? null : message.getSeverity();
    return severity == null ? "NOTICE" : severity;
  }
}
