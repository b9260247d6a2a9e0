package dev.deed.engine.protocol;

import dev.deed.engine.Checksum;
import dev.deed.engine.HistoryRow.State;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.Requirement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The history statements of one move, as SQL with literal values.
public record MigrationHistorySql(PlannedMigration move) {

  private static final String SECONDS =
      "(extract(epoch FROM pg_catalog.clock_timestamp()) - :deed_start)::double precision";
  private static final String RUN = ":'deed_run'::pg_catalog.uuid";

  public String record(State state, List<Checksum> finished, boolean begun) {
    var name = move.name();
    var stored = move.stored();
    return filled(
        HistorySql.RECORD,
        List.of(
            PsqlText.literal(name.version().text()),
            PsqlText.literal(name.service().text()),
            PsqlText.literal(name.slug()),
            PsqlText.literal(move.file().path()),
            PsqlText.literal(HistorySql.textOf(state)),
            PsqlText.literal(stored.checksum().hex()),
            PsqlText.literal(stored.up()),
            orNull(stored.down()),
            orNull(stored.irreversible()),
            PsqlText.array(stored.requires().stream().map(Requirement::toString).toList()),
            String.valueOf(move.statements()),
            checksums(finished),
            String.valueOf(begun),
            String.valueOf(move.outOfOrder()),
            SECONDS,
            "NULL",
            RUN));
  }

  public String progress(State state, List<Checksum> finished, boolean begun) {
    return filled(
        HistorySql.PROGRESS,
        List.of(
            checksums(finished),
            String.valueOf(begun),
            PsqlText.literal(HistorySql.textOf(state)),
            RUN,
            PsqlText.literal(move.name().version().text())));
  }

  private static String checksums(List<Checksum> finished) {
    return PsqlText.array(finished.stream().map(Checksum::hex).toList());
  }

  private static String orNull(@Nullable String text) {
    return text == null ? "NULL" : PsqlText.literal(text);
  }

  /// Replaces each question mark with its value.
  public static String filled(String sql, List<String> values) {
    var text = new StringBuilder();
    var parts = sql.strip().split("\\?", -1);
    for (var i = 0; i < parts.length; i++) {
      text.append(parts[i]).append(i < values.size() ? values.get(i) : "");
    }
    return text.append(";\n").toString();
  }
}
