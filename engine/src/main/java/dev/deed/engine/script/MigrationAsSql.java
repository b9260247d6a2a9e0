package dev.deed.engine.script;

import dev.deed.engine.CopyRows;
import dev.deed.engine.DatabaseEncoding;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.protocol.Command;
import dev.deed.engine.protocol.Concurrently;
import dev.deed.engine.protocol.MigrationProtocol;
import dev.deed.engine.protocol.PsqlText;
import dev.deed.engine.protocol.RecordedText;
import dev.deed.engine.protocol.RunLockSql;
import dev.deed.engine.protocol.ScriptSettings;
import dev.deed.sql.script.Statement;

/// One move in a script for `psql`: its commands, as a run sends them.
final class MigrationAsSql {

  private static final String RUN = ":'deed_run'::pg_catalog.uuid";
  private static final String SECONDS =
      "(extract(epoch FROM pg_catalog.clock_timestamp()) - :deed_start)::double precision";

  private final PlannedMigration move;
  private final MigrationProtocol protocol;
  private final RecordedText history;
  private final ScriptBlocks blocks;

  MigrationAsSql(PlannedMigration move, ScriptSettings settings, ScriptBlocks blocks) {
    this.blocks = blocks;
    this.move = move;
    this.protocol = new MigrationProtocol(move, settings);
    this.history = new RecordedText(move, RUN, SECONDS, DatabaseEncoding.UTF8);
  }

  String text() {
    var text = new StringBuilder(head());
    protocol.commands().forEach(command -> text.append(text(command)));
    return text.toString();
  }

  private String head() {
    return """

    -- %s: %s
    %s\
    \\echo %s
    SELECT extract(epoch FROM pg_catalog.clock_timestamp()) AS deed_start \\gset
    """
        .formatted(
            PsqlText.line(move.name().words()),
            PsqlText.line(move.file().path()),
            notes(),
            PsqlText.argument(verb() + " " + move.name().words()));
  }

  /// What a person has to know or to do before it, as comments.
  private String notes() {
    var notes = new StringBuilder();
    var told = move.notes();
    told.why().forEach(why -> notes.append("-- why: ").append(PsqlText.line(why)).append('\n'));
    told.manualSteps()
        .forEach(
            step -> notes.append("-- by hand first: ").append(PsqlText.line(step)).append('\n'));
    return notes.toString();
  }

  private String verb() {
    return switch (move.direction()) {
      case UP -> "applying";
      case DOWN -> "rolling back";
      case STAMP -> "stamping";
      case ABANDON -> "abandoning";
    };
  }

  private String text(Command command) {
    return switch (command) {
      case Command.Commit commit -> blocks.text(RunLockSql.HELD) + blocks.text(history.of(commit));
      // Said before each commit.
      case Command.LockHeld _ -> "";
      case Command.Plain plain -> blocks.text(history.of(plain));
      case Command.Setting setting -> text(statement(setting.position()));
      case Command.Send send -> text(statement(send.position()));
      case Command.SendAlone alone -> alone(alone);
      case Command.Expect expect -> AssertionAsSql.of(expect.assertion());
      case Command.Clear clear -> AloneAsSql.drop(clear.leftover());
      case Command.RefuseUnusable refuse -> AloneAsSql.refuse(refuse.unusable());
    };
  }

  private String alone(Command.SendAlone alone) {
    var statement = statement(alone.position());
    var text = text(statement);
    var finishing =
        new Concurrently(statement)
            .detachment()
            .map(detachment -> AloneAsSql.finishing(detachment, text))
            .orElse(text);
    var sent = alone.resumed() ? AloneAsSql.unlessDone(finishing, statement) : finishing;
    return move.body()
        .backfillAt(alone.position())
        .map(backfill -> sent + BackfillAsSql.proof(move, backfill))
        .orElse(sent);
  }

  private Statement statement(int position) {
    return move.body().statements().get(position);
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
}
