package dev.deed.cli.report;

import dev.deed.drift.DriftReport;
import dev.deed.drift.DriftSeverity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An earlier drift report, read from the JSON that it was written as.
public final class EarlierDrift {

  private final String file;
  private final Instant at;
  private final List<Entry> entries;
  private final Map<String, String> sides;
  private final Map<String, List<Entry>> byObject;

  /// @param file its name
  /// @param at when it was made
  /// @param sides by database, in words: `from staging to production`
  public EarlierDrift(String file, Instant at, List<Entry> entries, Map<String, String> sides) {
    this.file = file;
    this.at = at;
    this.sides = Map.copyOf(sides);
    this.entries = List.copyOf(entries);
    byObject = this.entries.stream().collect(Collectors.groupingBy(Entry::key));
  }

  public String file() {
    return file;
  }

  public Instant at() {
    return at;
  }

  public List<Entry> entries() {
    return entries;
  }

  /// The sides that it compared, where they are not those of the report.
  public Optional<String> otherSides(DriftReport report) {
    return Optional.ofNullable(sides.get(report.database().text()))
        .filter(words -> !words.equals("from %s to %s".formatted(report.from(), report.to())));
  }

  /// The differences of the same object and sort.
  List<Entry> about(DriftMark mark) {
    return byObject.getOrDefault(mark.key(), List.of());
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

    String key() {
      return DriftMark.key(database, difference, kind, name);
    }
  }
}
