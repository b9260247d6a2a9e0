package dev.deed.cli.report;

import dev.deed.engine.HistoryEvent;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.connect.Target;
import dev.deed.sql.UserException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one database remembers.
///
/// @param versions in the order in which they were recorded
/// @param failure why it could not be asked, or null
public record DatabaseHistory(
    Target target, List<Remembered> versions, @Nullable UserException failure) {

  public DatabaseHistory {
    versions = List.copyOf(versions);
  }

  /// @param events in the order in which they happened; empty where nobody asked for them
  public record Remembered(HistoryRow row, List<HistoryEvent> events) {
    public Remembered {
      events = List.copyOf(events);
    }
  }
}
