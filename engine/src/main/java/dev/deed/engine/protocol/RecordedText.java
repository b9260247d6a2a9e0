package dev.deed.engine.protocol;

import dev.deed.engine.Checksum;
import dev.deed.engine.DatabaseEncoding;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.Requirement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Deed's own commands for one migration, as SQL with the values of its history in it.
///
/// @param run an SQL expression for the run's UUID, which no other run has
/// @param seconds an SQL expression for how long the migration has taken
/// @param encoding of the database that keeps it
public record RecordedText(
    PlannedMigration move, String run, String seconds, DatabaseEncoding encoding) {

  private static final String PREPARED = SqlTemplate.numbered(HistorySql.RECORD);

  /// One statement.
  public String of(Command.Plain command) {
    return switch (command) {
      case Command.Own own -> own.sql();
      case Command.Assumed assumed -> assumed.sql();
      case Command.Begin begin -> ("BEGIN " + begin.modes()).strip();
      case Command.Commit _ -> "COMMIT";
      case Command.Look _ -> ObservationSql.BEFORE;
      case Command.Record record -> record(record);
      case Command.Progress progress -> progress(progress);
      case Command.AsBefore _ -> SqlTemplate.filled(HistorySql.AS_BEFORE, List.of(run, version()));
      case Command.Abandon _ ->
          SqlTemplate.filled(HistorySql.ABANDON, List.of(run, version(), literal(stays())));
      case Command.Event event -> event(event);
    };
  }

  /// For the events: the statements of which the effects stay.
  private String stays() {
    var script = move.body().script();
    var texts = move.body().statements().stream().limit(move.done()).map(script::textOf).toList();
    return "%d of %d statements were run%s%s"
        .formatted(
            move.done(),
            move.statements(),
            move.begun() ? ", the next one was sent" : "",
            texts.isEmpty() ? "" : ": " + String.join("; ", texts));
  }

  private String record(Command.Record record) {
    return SqlTemplate.filled(HistorySql.RECORD, values(record));
  }

  /// The same, where the session has prepared it under that name.
  public String execution(String name, Command.Record record) {
    return "EXECUTE " + name + "(" + String.join(", ", values(record)) + ")";
  }

  /// What a session prepares, so that PostgreSQL plans it once.
  public static String prepared() {
    return PREPARED;
  }

  private String progress(Command.Progress progress) {
    return SqlTemplate.filled(
        HistorySql.PROGRESS,
        List.of(
            further(progress),
            String.valueOf(progress.begun()),
            literal(HistorySql.textOf(progress.state())),
            run,
            version()));
  }

  private static String further(Command.Progress progress) {
    var end = String.valueOf(progress.end());
    return progress.from() == progress.end()
        ? "further"
        : SqlTemplate.filled(
            HistorySql.FURTHER, List.of(String.valueOf(progress.from()), end, end));
  }

  private String event(Command.Event event) {
    return SqlTemplate.filled(
        HistorySql.EVENT,
        List.of(
            run,
            version(),
            literal(move.name().service().text()),
            literal(event.event()),
            literal(move.stored().checksum().hex()),
            seconds,
            literal(event.detail())));
  }

  /// Finds the state that this run has recorded with that many statements done.
  public String outcome(int done) {
    return SqlTemplate.filled(HistorySql.OUTCOME, List.of(version(), run, String.valueOf(done)));
  }

  private List<String> values(Command.Record record) {
    var name = move.name();
    var stored = move.stored().in(encoding);
    return List.of(
        version(),
        literal(name.service().text()),
        literal(name.slug()),
        literal(move.file().path()),
        literal(HistorySql.textOf(record.state())),
        literal(stored.checksum().hex()),
        literal(stored.up()),
        literal(stored.down()),
        literal(stored.irreversible()),
        PsqlText.array(stored.requires().stream().map(Requirement::toString).toList()),
        String.valueOf(stored.alone()),
        literal(stored.seal().hex()),
        String.valueOf(move.statements()),
        checksums(record.finished()),
        String.valueOf(record.begun()),
        String.valueOf(move.outOfOrder()),
        seconds,
        literal(record.error()),
        run);
  }

  private String version() {
    return literal(move.name().version().text());
  }

  private static String checksums(List<Checksum> finished) {
    return PsqlText.array(finished.stream().map(Checksum::hex).toList());
  }

  private String literal(@Nullable String text) {
    return text == null ? "NULL" : PsqlText.literal(encoding.legible(text));
  }
}
