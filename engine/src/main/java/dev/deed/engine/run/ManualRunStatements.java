package dev.deed.engine.run;

import dev.deed.engine.CopyRows;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.Step;
import dev.deed.engine.connect.Activity;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.protocol.MigrationProtocol;
import dev.deed.engine.run.ManualRunEffects.Answer;
import dev.deed.engine.run.ManualRunEffects.StatementResult;
import dev.deed.engine.run.StepOutcome.Unexpected;
import dev.deed.sql.script.Statement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Sends a trial's statements and decides about its commit.
final class ManualRunStatements {

  private static final int MOST_ROWS = 20;
  private static final Pattern QUERY =
      Pattern.compile(
          "\\s*(select|with|values|table)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /// The condition must not change anything, and its settings end with it.
  private static final String BEGIN_CONDITION =
      "SAVEPOINT deed_condition; SET LOCAL transaction_read_only = on";

  private static final String END_CONDITION =
      "ROLLBACK TO SAVEPOINT deed_condition; RELEASE SAVEPOINT deed_condition";

  private final RunSession work;
  private final MigrationProtocol protocol;
  private final CommandSender sender;
  private final Step.InTransaction step;
  private final PlannedMigration move;
  private @Nullable Statement current;
  private List<Activity> blockers = List.of();

  ManualRunStatements(
      RunSession work, MigrationProtocol protocol, CommandSender sender, Step.InTransaction step) {
    this.work = work;
    this.protocol = protocol;
    this.sender = sender;
    this.step = step;
    this.move = step.move();
  }

  record Decision(boolean commit, String reason) {}

  List<StatementResult> run() throws SQLException {
    var results = new ArrayList<StatementResult>();
    var statements = move.body().statements();
    for (var i = 0; i < statements.size(); i++) {
      current = statements.get(i);
      results.add(run(current));
      // Its answer is wanted, so it was sent by itself: here is what goes with it.
      var commands = protocol.statement(step, i);
      var cause = sender.send(commands.subList(1, commands.size()));
      if (cause.orElse(null) instanceof Unexpected unexpected) {
        throw ManualRunFailed.unexpected(move, unexpected);
      }
    }
    current = null;
    return results;
  }

  Decision decision(CommitRule rule, ManualRunEffects effects) throws SQLException {
    return switch (rule) {
      case CommitRule.Always _ -> new Decision(true, "as asked");
      case CommitRule.Never _ -> new Decision(false, ManualRunResult.NOT_ASKED);
      case CommitRule.When when ->
          isTrue(when.sql())
              ? new Decision(true, "the condition is true")
              : new Decision(false, "the condition is not true");
      case CommitRule.Asking asking -> answered(asking, effects);
    };
  }

  ManualRunFailed failed(SQLException e) {
    return SqlStates.of(e).equals(SqlStates.LOCK_NOT_AVAILABLE)
        ? ManualRunFailed.waiting(move, current, e, work.policy().locks().timeout(), blockers)
        : ManualRunFailed.of(move, ServerMessage.about(move, current, e), e);
  }

  /// PostgreSQL itself ends the transaction of a user who does not answer.
  private Decision answered(CommitRule.Asking asking, ManualRunEffects effects)
      throws SQLException {
    var limit = CommitRule.PATIENCE.toMillis();
    work.session().execute("SET LOCAL idle_in_transaction_session_timeout = " + limit);
    return work.stop().answer(() -> asking.question().test(effects))
        ? new Decision(true, "as answered")
        : new Decision(false, "as answered");
  }

  private boolean isTrue(String sql) throws SQLException {
    work.session().execute(BEGIN_CONDITION);
    var query = QUERY.matcher(sql).matches() ? sql : "SELECT " + sql;
    try (var statement = work.session().statement();
        var rows = firstTwo(statement, query)) {
      if (!rows.next() || rows.getMetaData().getColumnCount() != 1 || !isBoolean(rows)) {
        throw ManualRunFailed.notBoolean(sql);
      }
      var isTrue = rows.getBoolean(1);
      if (rows.next()) {
        throw ManualRunFailed.notBoolean(sql);
      }
      work.session().execute(END_CONDITION);
      return isTrue;
    }
  }

  /// A second row is one too many; there may be millions more.
  private static ResultSet firstTwo(java.sql.Statement statement, String query)
      throws SQLException {
    statement.setMaxRows(2);
    return statement.executeQuery(query);
  }

  private static boolean isBoolean(ResultSet rows) throws SQLException {
    return rows.getMetaData().getColumnTypeName(1).equals("bool");
  }

  private StatementResult run(Statement statement) throws SQLException {
    var sql = move.body().script().textOf(statement);
    var blocked = new Blockers(work, move, work.session().pid());
    try (var _ = work.watch().over(blocked)) {
      var data = CopyRows.of(move.body().script(), statement);
      return data.isPresent()
          ? new StatementResult(
              statement, CopyInput.send(work.session(), sql, data.get(), this::tell), Answer.NONE)
          : executed(statement, sql);
    } finally {
      blockers = blocked.found();
    }
  }

  private StatementResult executed(Statement statement, String sql) throws SQLException {
    var rows = work.session().firstRows(sql, MOST_ROWS, this::tell);
    if (rows.isQuery()) {
      return new StatementResult(statement, rows.count(), new Answer(rows.columns(), rows.first()));
    }
    // The number is one of rows only for statements that write rows.
    var writes = rows.written() > 0 || isOfRows(statement);
    return new StatementResult(statement, writes ? rows.written() : -1, Answer.NONE);
  }

  private void tell(SQLWarning warning) {
    work.tell(RunEvent.Noticed.of(work.target(), move, warning));
  }

  private static boolean isOfRows(Statement statement) {
    return switch (statement.command()) {
      case INSERT, UPDATE, DELETE, MERGE, COPY -> true;
      default -> false;
    };
  }
}
