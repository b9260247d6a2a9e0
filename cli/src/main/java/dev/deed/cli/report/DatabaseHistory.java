package dev.deed.cli.report;

import dev.deed.engine.HistoryEvent;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.ToolHistory;
import dev.deed.engine.connect.Target;
import dev.deed.sql.UserException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The history of one database.
///
/// @param versions in the order in which they were recorded
/// @param tools what other tools have written down there
/// @param notices what is odd in it
/// @param failure why the database could not be read, or null
public record DatabaseHistory(
    Target target,
    List<Remembered> versions,
    List<ToolHistory> tools,
    List<String> notices,
    @Nullable UserException failure) {

  public DatabaseHistory {
    tools = List.copyOf(tools);
    notices = List.copyOf(notices);
    versions = List.copyOf(versions);
  }

  /// @param events in the order in which they happened; empty if they were not requested
  public record Remembered(HistoryRow row, List<HistoryEvent> events) {
    public Remembered {
      events = List.copyOf(events);
    }
  }
}
