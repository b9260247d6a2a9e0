package dev.deed.drift;

import dev.deed.sql.DatabaseName;
import java.util.List;

/// All drift of one database between two sides.
///
/// @param from what the first side is called: an environment or a file
public record DriftReport(DatabaseName database, String from, String to, List<Drift> drifts) {

  public DriftReport {
    drifts = List.copyOf(drifts);
  }
}
