package dev.deed.drift;

import dev.deed.sql.DatabaseName;
import java.util.List;
import java.util.Locale;

/// All drift of one database between two sides.
///
/// @param from the name of the first side: an environment or a file
/// @param drifts ordered by severity, then by owner (unowned last), then by object
/// @param notCompared facts that one side does not contain
/// @param ownersAreKnown false if there is no ownership file: no object has an owner then
public record DriftReport(
    DatabaseName database,
    String from,
    String to,
    List<Drift> drifts,
    List<NotCompared> notCompared,
    boolean ownersAreKnown) {

  public DriftReport {
    drifts = List.copyOf(drifts);
    notCompared = List.copyOf(notCompared);
  }

  /// The same report, where there is no ownership file to know an owner.
  public DriftReport withoutOwners() {
    return new DriftReport(database, from, to, drifts, notCompared, false);
  }

  /// @param side its name
  /// @param facts `owners` or `privileges`
  public record NotCompared(String side, Silence facts) {}

  /// What a dump does not contain.
  public enum Silence {
    /// `--no-owner`
    OWNERS,
    /// `--no-privileges`
    PRIVILEGES;

    public String words() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
