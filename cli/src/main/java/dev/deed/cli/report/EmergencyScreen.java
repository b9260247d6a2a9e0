package dev.deed.cli.report;

import dev.deed.engine.HistoryRow;
import dev.deed.engine.look.emergency.Emergency;
import dev.deed.sql.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one server in trouble is busy with, who owns what it is about, and what to do.
///
/// @param running what deed's run does; null where it is not known
/// @param last the migrations that were recorded last, the newest first
/// @param steps the least risky first
public record EmergencyScreen(
    Emergency found,
    Whose whose,
    @Nullable Running running,
    List<LastChange> last,
    List<NextStep> steps) {

  public EmergencyScreen {
    last = List.copyOf(last);
    steps = List.copyOf(steps);
  }

  /// @param tables owners of tables that sessions lock
  /// @param sessions services whose role or name a session has, by its process
  public record Whose(Map<QualifiedName, Contact> tables, Map<Integer, Contact> sessions) {

    public static final Whose UNKNOWN = new Whose(Map.of(), Map.of());

    public Whose {
      tables = Map.copyOf(tables);
      sessions = Map.copyOf(sessions);
    }

    public Optional<Contact> ownerOf(QualifiedName table) {
      return Optional.ofNullable(tables.get(table));
    }

    public Optional<Contact> serviceOf(int pid) {
      return Optional.ofNullable(sessions.get(pid));
    }
  }

  /// One statement of a migration, from 1.
  public record Running(String migration, int statement, int of) {}

  /// @param statements of what was done, each on one line
  public record LastChange(HistoryRow row, List<String> statements) {
    public LastChange {
      statements = List.copyOf(statements);
    }
  }

  /// @param why what is known of it, and what it costs
  /// @param commands to type, in their order
  public record NextStep(String what, String why, List<String> commands) {
    public NextStep {
      commands = List.copyOf(commands);
    }
  }
}
