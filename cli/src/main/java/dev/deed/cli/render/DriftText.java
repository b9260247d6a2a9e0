package dev.deed.cli.render;

import dev.deed.drift.Difference;
import dev.deed.drift.Difference.FacetChange;
import dev.deed.drift.Drift;
import dev.deed.drift.DriftReport;
import dev.deed.ownership.Service;
import dev.deed.sql.Severity;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Drift for people: a database a paragraph, a difference a line, its owner behind.
final class DriftText {

  /// Function bodies and queries are long; the whole of them is in JSON.
  private static final int LONGEST_VALUE = 100;

  private DriftText() {}

  static String of(Report.Drifted report) {
    return report.databases().stream().map(DriftText::database).collect(Collectors.joining("\n"));
  }

  private static String database(DriftReport report) {
    var head = "%s, from %s to %s: ".formatted(report.database(), report.from(), report.to());
    if (report.drifts().isEmpty()) {
      return head + "no drift";
    }
    var count = report.drifts().size();
    var drifts = report.drifts().stream().map(DriftText::drift).collect(Collectors.joining());
    return head + (count == 1 ? "1 difference" : count + " differences") + drifts;
  }

  private static String drift(Drift drift) {
    var difference = drift.difference();
    var minor = drift.severity() == Severity.WARNING ? " (changes no answer)" : "";
    var head = "\n  %-8s %s%s".formatted(words(difference), difference.object().words(), minor);
    var changes =
        difference instanceof Difference.Changed changed
            ? changed.changes().stream().map(DriftText::change).collect(Collectors.joining())
            : "";
    return head + changes + "\n           owner: " + owner(drift.owner());
  }

  static String words(Difference difference) {
    return switch (difference) {
      case Difference.Added _ -> "added";
      case Difference.Missing _ -> "missing";
      case Difference.Changed _ -> "changed";
    };
  }

  private static String change(FacetChange change) {
    return "\n           %s: %s -> %s"
        .formatted(change.facet(), value(change.from()), value(change.to()));
  }

  private static String value(@Nullable String value) {
    if (value == null) {
      return "(none)";
    }
    var line = value.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "...";
  }

  private static String owner(@Nullable Service owner) {
    if (owner == null) {
      return "nobody";
    }
    var contacts =
        Stream.of(owner.team(), owner.contact())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    return contacts.isEmpty() ? owner.name().text() : owner.name() + " (" + contacts + ")";
  }
}
