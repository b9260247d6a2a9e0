package dev.deed.drift;

import dev.deed.sql.DatabaseName;
import java.util.List;

/// All drift of one database between two sides.
///
/// @param from what the first side is called: an environment or a file
/// @param drifts what weighs most first, then by owner (nobody's last), then by object
/// @param notCompared what one side tells nothing of
public record DriftReport(
    DatabaseName database,
    String from,
    String to,
    List<Drift> drifts,
    List<NotCompared> notCompared) {

  public DriftReport {
    drifts = List.copyOf(drifts);
    notCompared = List.copyOf(notCompared);
  }

  /// @param side what it is called
  /// @param facts `owners` or `privileges`
  public record NotCompared(String side, String facts) {}
}
