package dev.deed.engine.script;

import dev.deed.engine.Checksum;
import dev.deed.engine.CopyRows;
import dev.deed.engine.Direction;
import dev.deed.engine.HistoryRow.State;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.Step;
import dev.deed.engine.protocol.Concurrently;
import dev.deed.engine.protocol.MigrationHistorySql;
import dev.deed.engine.protocol.PsqlText;
import dev.deed.sql.Identifier;
import dev.deed.sql.script.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One move in a script for `psql`: its steps, each with its history, as a run would perform them.
final class MigrationAsSql {

  /// Settings of one script must not reach the next one.
  private static final String FRESH =
      """
      RESET SESSION AUTHORIZATION; RESET ROLE; RESET ALL;
      SET client_encoding = 'UTF8'; SET idle_in_transaction_session_timeout = %d;
      """;

  /// Removes what the previous script created in its session: a temporary table would hide a table
  /// of this script.
  private static final String FORGET =
      "RESET SESSION AUTHORIZATION; CLOSE ALL; UNLISTEN *; DEALLOCATE ALL; DISCARD TEMP;\n";

  /// Deferred constraints are checked now, before the history is written.
  private static final String END_SCRIPT =
      "SET CONSTRAINTS ALL IMMEDIATE; RESET SESSION AUTHORIZATION; RESET ROLE; SET LOCAL search_path = pg_catalog;\n";

  private final PlannedMigration move;
  private final PlanAsSql.Limits limits;
  private final StringBuilder text;
  private final String fresh;
  private final MigrationHistorySql history;
  private final List<Checksum> finished = new ArrayList<>();

  MigrationAsSql(PlannedMigration move, PlanAsSql.Limits limits, StringBuilder text) {
    this.move = move;
    this.limits = limits;
    this.text = text;
    this.fresh = FRESH.formatted(limits.idleTimeout().toMillis());
    this.history = new MigrationHistorySql(move);
    for (var i = 0; i < move.done(); i++) {
      finish(i);
    }
  }

  void write() {
    writeHead();
    if (!move.isOneTransaction() && move.direction() != Direction.STAMP) {
      text.append(fresh).append(history.record(underWay(), finished, move.begun()));
    }
    if (move.done() > 0) {
      writeChecksAlone(move.done() - 1);
    }
    var steps = move.steps();
    for (var i = 0; i < steps.size(); i++) {
      var isLast = i == steps.size() - 1;
      switch (steps.get(i)) {
        case Step.InTransaction together -> write(together, isLast);
        case Step.Alone alone -> write(alone, isLast);
        case Step.Record record -> text.append(fresh).append(recordDone());
      }
    }
  }

  private void writeHead() {
    text.append("\n-- ").append(PsqlText.line(move.name().words())).append(": ");
    text.append(PsqlText.line(move.file().path())).append('\n');
    text.append("\\echo ").append(PsqlText.argument(verb() + " " + move.name().words()));
    text.append("\nSELECT extract(epoch FROM pg_catalog.clock_timestamp()) AS deed_start \\gset\n");
    text.append(FORGET);
  }

  private String verb() {
    return switch (move.direction()) {
      case UP -> "applying";
      case DOWN -> "rolling back";
      case STAMP -> "stamping";
    };
  }

  private void write(Step.InTransaction step, boolean isLast) {
    text.append(fresh).append(("BEGIN " + move.body().modes()).strip()).append(";\n");
    writeLimits("LOCAL ", limits.lockTimeout(), limits.statementTimeout());
    writeSettings(step.first());
    for (var i = step.first(); i < step.end(); i++) {
      writeStatement(move.body().statements().get(i));
      writeChecks(i);
      finish(i);
    }
    text.append(END_SCRIPT);
    text.append(isLast ? recordDone() : history.progress(underWay(), finished, false));
    text.append("COMMIT;\n");
  }

  private void write(Step.Alone step, boolean isLast) {
    var care = new Concurrently(step.statement());
    text.append(fresh).append(history.progress(underWay(), finished, true));
    writeSettings(step.position());
    care.leftovers().forEach(leftover -> text.append(AloneAsSql.drop(leftover)));
    text.append(fresh);
    writeLimits(
        "",
        care.waitsByDesign() ? Duration.ZERO : limits.lockTimeout(),
        care.waitsByDesign() ? limits.concurrentTimeout() : limits.statementTimeout());
    writeSettings(step.position());
    var isResumed = move.begun() && step.position() == move.done();
    var statement = text(step.statement());
    var finishing =
        care.detachment()
            .map(detachment -> AloneAsSql.finishing(detachment, statement))
            .orElse(statement);
    text.append(isResumed ? AloneAsSql.unlessDone(finishing, step.statement()) : finishing);
    text.append(fresh);
    writeSettings(step.position());
    care.unusable().forEach(unusable -> text.append(AloneAsSql.refuse(unusable)));
    finish(step.position());
    if (!move.body().assertionsBehind(step.position()).isEmpty()) {
      text.append(fresh).append(history.progress(underWay(), finished, false));
      writeChecksAlone(step.position());
    }
    text.append(fresh);
    text.append(isLast ? recordDone() : history.progress(underWay(), finished, false));
  }

  private void writeChecks(int position) {
    move.body()
        .assertionsBehind(position)
        .forEach(assertion -> text.append(AssertionAsSql.of(assertion)));
  }

  /// The statement stays even if a check fails.
  private void writeChecksAlone(int position) {
    if (!move.body().assertionsBehind(position).isEmpty()) {
      text.append(fresh);
      writeLimits("", limits.lockTimeout(), limits.statementTimeout());
      writeSettings(position + 1);
      writeChecks(position);
    }
  }

  private void writeLimits(String local, Duration lockTimeout, Duration statementTimeout) {
    text.append("SET %slock_timeout = %d; ".formatted(local, lockTimeout.toMillis()));
    text.append("SET %sstatement_timeout = %d;\n".formatted(local, statementTimeout.toMillis()));
    var role = limits.roles().get(move.name().service());
    if (role != null) {
      text.append("SET %sROLE %s;\n".formatted(local, Identifier.quoted(role)));
    }
  }

  private void writeSettings(int position) {
    move.settingsBefore(position).forEach(this::writeStatement);
  }

  private void writeStatement(Statement statement) {
    text.append(text(statement));
  }

  /// Includes the rows of `COPY ... FROM stdin`.
  private String text(Statement statement) {
    var script = move.body().script();
    var sql = PsqlText.statement(script.textOf(statement)) + ";\n";
    return CopyRows.of(script, statement).map(rows -> sql + ended(rows)).orElse(sql);
  }

  /// PostgreSQL requires uniform line ends within one copy.
  private static String ended(String rows) {
    var newline = rows.contains("\r\n") ? "\r\n" : "\n";
    return rows + (rows.isEmpty() || rows.endsWith("\n") ? "" : newline) + "\\." + newline;
  }

  private void finish(int position) {
    var statement = move.body().statements().get(position);
    finished.add(Checksum.of(move.body().script().textOf(statement)));
  }

  private State underWay() {
    return move.direction() == Direction.DOWN ? State.REVERTING : State.STARTED;
  }

  private String recordDone() {
    var state =
        switch (move.direction()) {
          case UP -> State.APPLIED;
          case DOWN -> State.REVERTED;
          case STAMP -> State.STAMPED;
        };
    return history.record(state, List.of(), false);
  }
}
