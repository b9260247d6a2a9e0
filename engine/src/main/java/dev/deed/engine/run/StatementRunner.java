package dev.deed.engine.run;

import dev.deed.engine.CopyRows;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.connect.Activity;
import dev.deed.engine.connect.SqlMessage;
import dev.deed.engine.protocol.Concurrently;
import dev.deed.sql.script.Statement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Sends one statement of a move while a second connection watches it.
final class StatementRunner {

  private final RunSession work;
  private final PlannedMigration move;
  private List<Activity> blockers = List.of();

  StatementRunner(RunSession work, PlannedMigration move) {
    this.work = work;
    this.move = move;
  }

  /// @param sql the statement's own text, or what is sent in its place
  /// @param after deed's own commands that are sent with it; empty for none
  void run(int position, String sql, String after) throws SQLException {
    var statement = move.body().statements().get(position);
    run(position, () -> send(statement, sql, after));
  }

  /// A statement that may commit by itself, and what is asked about it.
  SqlMessage run(int position, String sql, List<String> questions) throws SQLException {
    var answers = new ArrayList<SqlMessage>();
    run(position, () -> answers.add(work.session().send(sql, questions, this::tell)));
    return answers.getFirst();
  }

  @FunctionalInterface
  interface Sending {
    void send() throws SQLException;
  }

  void run(int position, Sending sending) throws SQLException {
    var start = System.nanoTime();
    var statement = move.body().statements().get(position);
    work.tell(new RunEvent.StatementStarted(work.target(), move, position, statement));
    var blocked = new Blockers(work, move, work.session().pid());
    var progress = new BuildProgress(work, move, work.session().pid());
    var buildsIndex = new Concurrently(statement).buildsIndex();
    StatementWatch.Glance all =
        connection -> {
          work.flush(connection);
          blocked.at(connection);
          if (buildsIndex) {
            progress.at(connection);
          }
        };
    try (var _ = work.watch().over(all);
        var _ = work.stop().running(work.session()::cancel)) {
      sending.send();
    } finally {
      blockers = blocked.found();
    }
    var took = Duration.ofNanos(System.nanoTime() - start);
    work.tell(new RunEvent.StatementDone(work.target(), move, position, took));
  }

  /// Who was in the way of the last statement.
  List<Activity> blockers() {
    return blockers;
  }

  private void send(Statement statement, String sql, String after) throws SQLException {
    var data = CopyRows.of(move.body().script(), statement);
    if (data.isPresent()) {
      CopyInput.send(work.session(), sql, data.get(), this::tell);
      if (!after.isEmpty()) {
        work.session().execute(after);
      }
    } else {
      work.session().sendWithoutRows(after.isEmpty() ? sql : sql + ";\n" + after, this::tell);
    }
  }

  void tell(SQLWarning warning) {
    work.tell(RunEvent.Noticed.of(work.target(), move, warning));
  }
}
