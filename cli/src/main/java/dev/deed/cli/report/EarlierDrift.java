package dev.deed.cli.report;

import dev.deed.drift.DriftSeverity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An earlier drift report, read from the JSON that it was written as.
///
/// @param file its name
/// @param at when it was made
public record EarlierDrift(String file, Instant at, List<Entry> entries) {

  public EarlierDrift {
    entries = List.copyOf(entries);
  }

  /// One difference of it.
  ///
  /// @param fingerprint see `DriftMark`
  /// @param difference `added`, `missing`, `changed` or `renamed`
  /// @param kind the object's kind, in words
  /// @param service its owner, null for none
  /// @param firstSeen the time of the first report that had it
  public record Entry(
      String database,
      String fingerprint,
      String difference,
      String kind,
      String name,
      DriftSeverity severity,
      @Nullable String service,
      Instant firstSeen) {

    public Entry in(String newDatabase) {
      return new Entry(
          newDatabase, fingerprint, difference, kind, name, severity, service, firstSeen);
    }

    boolean isAbout(DriftMark mark) {
      return database.equals(mark.database())
          && difference.equals(mark.difference())
          && kind.equals(mark.kind())
          && name.equals(mark.name());
    }
  }
}
