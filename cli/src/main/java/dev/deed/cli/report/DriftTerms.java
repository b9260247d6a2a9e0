package dev.deed.cli.report;

import dev.deed.drift.Drift;
import dev.deed.drift.DriftReport;
import dev.deed.drift.DriftSeverity;
import dev.deed.ownership.Service;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a drift report was asked for, besides its sides, and what it leaves out.
///
/// @param failOn from which severity on the answer is no
/// @param at when the sides were compared
/// @param command the command that asked, without its options about output, to type again
/// @param next what to type next where there are differences
/// @param only the service whose differences are reported, null for all owners
/// @param earlier the report to compare with, null for none
/// @param leftOut what is not in the report
/// @param columns the width of the terminal, or of a text that goes elsewhere
public record DriftTerms(
    DriftSeverity failOn,
    Instant at,
    String command,
    String next,
    @Nullable Service only,
    @Nullable EarlierDrift earlier,
    LeftOut leftOut,
    int columns) {

  /// The width of what is not written to a terminal.
  public static final int COLUMNS = 80;

  public static final DriftTerms DEFAULT =
      new DriftTerms(
          DriftSeverity.BEHAVIOUR,
          Instant.EPOCH,
          "deed drift",
          "deed drift --format sql",
          null,
          null,
          LeftOut.NOTHING,
          COLUMNS);

  public DriftTerms with(LeftOut newLeftOut) {
    return new DriftTerms(failOn, at, command, next, only, earlier, newLeftOut, columns);
  }

  /// Whether the difference is severe enough to fail the report.
  public boolean fails(Drift drift) {
    return drift.severity().isAtLeast(failOn);
  }

  /// @param ignored by database: the differences that `drift.ignore` of the ownership file hides
  /// @param others by database: the differences of other owners than the one that was asked for
  /// @param findings about `drift.ignore`
  /// @param sources their lines
  public record LeftOut(
      Map<DatabaseName, List<Drift>> ignored,
      Map<DatabaseName, List<Drift>> others,
      List<Finding> findings,
      Sources sources) {

    public static final LeftOut NOTHING =
        new LeftOut(Map.of(), Map.of(), List.of(), new Sources(Map.of()));

    public LeftOut {
      ignored = Map.copyOf(ignored);
      others = Map.copyOf(others);
      findings = List.copyOf(findings);
    }

    List<Drift> all(DatabaseName database) {
      var all = new ArrayList<>(ignored.getOrDefault(database, List.of()));
      all.addAll(others.getOrDefault(database, List.of()));
      return all;
    }
  }

  /// How long a difference has stood.
  public enum State {
    /// The earlier report does not have it.
    NEW,
    /// The earlier report has the object with other values.
    CHANGED,
    KNOWN;

    public String words() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @param state null where no earlier report was given
  /// @param firstSeen the time of the first report that has the difference
  public record Standing(@Nullable State state, Instant firstSeen) {}

  public Standing standing(DatabaseName database, Drift drift) {
    if (earlier == null) {
      return new Standing(null, at);
    }
    var mark = DriftMark.of(database, drift);
    var about = earlier.about(mark);
    for (var entry : about) {
      if (entry.fingerprint().equals(mark.fingerprint())) {
        return new Standing(State.KNOWN, entry.firstSeen());
      }
    }
    return new Standing(about.isEmpty() ? State.NEW : State.CHANGED, at);
  }

  /// The differences of the earlier report that are gone now.
  public List<EarlierDrift.Entry> gone(DriftReport report) {
    if (earlier == null) {
      return List.of();
    }
    var present = new HashSet<String>();
    report.drifts().forEach(drift -> present.add(DriftMark.of(report.database(), drift).key()));
    leftOut
        .all(report.database())
        .forEach(drift -> present.add(DriftMark.of(report.database(), drift).key()));
    return earlier.entries().stream()
        .filter(entry -> entry.database().equals(report.database().text()))
        .filter(entry -> only == null || only.name().text().equals(entry.service()))
        .filter(entry -> !present.contains(entry.key()))
        .toList();
  }

  /// The differences of the earlier report that this one cannot tell about: of databases that were
  /// not compared, and those that are left out. A later comparison needs their age.
  public List<EarlierDrift.Entry> untold(List<DriftReport> reports) {
    if (earlier == null) {
      return List.of();
    }
    var leftOutKeys = new HashMap<String, Set<String>>();
    for (var report : reports) {
      var keys = new HashSet<String>();
      leftOut
          .all(report.database())
          .forEach(drift -> keys.add(DriftMark.of(report.database(), drift).key()));
      leftOutKeys.put(report.database().text(), keys);
    }
    return earlier.entries().stream()
        .filter(entry -> {
          var keys = leftOutKeys.get(entry.database());
          return keys == null || keys.contains(entry.key());
        })
        .toList();
  }
}
