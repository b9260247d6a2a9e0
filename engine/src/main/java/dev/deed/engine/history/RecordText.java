package dev.deed.engine.history;

import dev.deed.engine.Checksum;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.Requirement;
import dev.deed.engine.history.HistoryWriter.Entry;
import dev.deed.engine.protocol.HistorySql;
import dev.deed.engine.protocol.PsqlText;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The history statements of a run as SQL with literal values: they can be sent in one message with
/// other commands.
///
/// @param run a unique identifier of the run
public record RecordText(UUID run) {

  /// One command.
  public String record(PlannedMigration move, Entry entry) {
    return filled(HistorySql.RECORD, values(move, entry));
  }

  /// Prepares the statement, so that PostgreSQL plans it once per session.
  ///
  /// @param name of the prepared statement
  public static String preparation(String name) {
    var text = new StringBuilder("PREPARE " + name + " AS ");
    var parts = HistorySql.RECORD.split("\\?", -1);
    for (var i = 0; i < parts.length; i++) {
      text.append(i == 0 ? "" : "$" + i).append(parts[i]);
    }
    return text.toString();
  }

  /// The same as `record`, if the session has prepared it.
  public String execution(String name, PlannedMigration move, Entry entry) {
    return "EXECUTE " + name + "(" + String.join(", ", values(move, entry)) + ")";
  }

  /// Updates the progress of an unfinished migration: one command.
  public String progress(PlannedMigration move, Entry entry) {
    return filled(
        HistorySql.PROGRESS,
        List.of(
            texts(entry.finished()),
            String.valueOf(entry.begun()),
            literal(HistorySql.textOf(entry.state())),
            literal(run.toString()),
            literal(move.name().version().text())));
  }

  private List<String> values(PlannedMigration move, Entry entry) {
    var name = move.name();
    var stored = move.stored();
    return List.of(
        literal(name.version().text()),
        literal(name.service().text()),
        literal(name.slug()),
        literal(move.file().path()),
        literal(HistorySql.textOf(entry.state())),
        literal(stored.checksum().hex()),
        literal(stored.up()),
        literal(stored.down()),
        literal(stored.irreversible()),
        PsqlText.array(stored.requires().stream().map(Requirement::toString).toList()),
        String.valueOf(move.statements()),
        texts(entry.finished()),
        String.valueOf(entry.begun()),
        String.valueOf(move.outOfOrder()),
        String.valueOf(entry.took().toNanos() / 1e9),
        literal(entry.error()),
        literal(run.toString()));
  }

  private static String texts(List<Checksum> checksums) {
    return PsqlText.array(checksums.stream().map(Checksum::hex).toList());
  }

  private static String literal(@Nullable String text) {
    return text == null ? "NULL" : PsqlText.literal(text);
  }

  private static String filled(String sql, List<String> values) {
    var text = new StringBuilder();
    var parts = sql.split("\\?", -1);
    for (var i = 0; i < parts.length; i++) {
      text.append(parts[i]).append(i < values.size() ? values.get(i) : "");
    }
    return text.toString();
  }
}
