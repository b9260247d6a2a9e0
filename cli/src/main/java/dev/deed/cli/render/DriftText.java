package dev.deed.cli.render;

import static java.util.stream.Collectors.joining;

import dev.deed.cli.report.Report;
import dev.deed.drift.Cause;
import dev.deed.drift.Difference;
import dev.deed.drift.Difference.FacetChange;
import dev.deed.drift.Drift;
import dev.deed.drift.DriftReport;
import dev.deed.drift.DriftReport.NotCompared;
import dev.deed.drift.DriftReport.Silence;
import dev.deed.drift.DriftSeverity;
import dev.deed.ownership.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Drift as text: a paragraph per database, a group per owner, a line per difference.
final class DriftText {

  /// Longer values, such as function bodies and queries, are cut; JSON has all of them.
  private static final int LONGEST_VALUE = 100;

  private DriftText() {}

  static String of(Report.Drifted report) {
    return report.databases().stream().map(DriftText::database).collect(joining("\n"));
  }

  private static String database(DriftReport report) {
    var head = "%s, from %s to %s: ".formatted(report.database(), report.from(), report.to());
    var showsCauses = report.drifts().stream().anyMatch(d -> !d.cause().equals(Cause.NOT_KNOWN));
    return head
        + count(report.drifts())
        + (report.ownersAreKnown() ? "" : "\n  no owners: there is no schema-ownership.yaml")
        + report.remarks().stream().map("\n  note: "::concat).collect(joining())
        + groups(report.drifts()).stream().map(d -> group(d, showsCauses)).collect(joining())
        + (showsCauses || report.drifts().isEmpty() ? "" : "\n  causes: not known")
        + report.notCompared().stream().map(DriftText::notCompared).collect(joining());
  }

  private static String count(List<Drift> drifts) {
    if (drifts.isEmpty()) {
      return "no drift";
    }
    var all = drifts.size() == 1 ? "1 difference" : drifts.size() + " differences";
    return "%s (%s)"
        .formatted(
            all,
            Stream.of(DriftSeverity.values())
                .map(s -> Map.entry(s, drifts.stream().filter(d -> d.severity() == s).count()))
                .filter(e -> e.getValue() > 0)
                .map(e -> e.getValue() + " " + e.getKey().words())
                .collect(joining(", ")));
  }

  /// The differences by owner, the owner of the most severe one first.
  private static List<List<Drift>> groups(List<Drift> drifts) {
    var groups = new ArrayList<List<Drift>>();
    for (var drift : drifts) {
      groups.stream()
          .filter(g -> Objects.equals(g.getFirst().owner(), drift.owner()))
          .findFirst()
          .orElseGet(() -> {
            groups.add(new ArrayList<>());
            return groups.getLast();
          })
          .add(drift);
    }
    return groups;
  }

  private static String group(List<Drift> drifts, boolean showsCauses) {
    return "\n  "
        + owner(drifts.getFirst().owner())
        + drifts.stream().map(drift -> drift(drift, showsCauses)).collect(joining());
  }

  private static String drift(Drift drift, boolean showsCause) {
    var difference = drift.difference();
    return "\n    %-11s %-8s %s"
            .formatted(drift.severity().words(), words(difference), object(difference))
        + changes(difference)
        + (showsCause ? "\n             cause: " + words(drift.cause()) : "");
  }

  static String words(Cause cause) {
    return switch (cause) {
      case Cause.Pending pending ->
          "%s is not applied in %s".formatted(pending.migration(), pending.side());
      case Cause.Failed failed ->
          "%s did not end in %s%s"
              .formatted(
                  failed.migration(),
                  failed.side(),
                  failed.error() == null ? "" : ": " + value(failed.error()));
      case Cause.Recorded recorded ->
          "recorded by hand as %s in             %s by %s at %s"
              .formatted(recorded.version(), recorded.side(), recorded.who(), recorded.at());
      case Cause.Journalled entry ->
          "%s%s%s in %s at %s: %s"
              .formatted(
                  entry.role(),
                  entry.application().isEmpty() ? "" : " with " + entry.application(),
                  entry.address() == null ? "" : " from " + entry.address(),
                  entry.side(),
                  entry.at(),
                  value(entry.statement()));
      case Cause.NotKnown _ -> "not known";
    };
  }

  private static String object(Difference difference) {
    return difference instanceof Difference.Renamed renamed
        ? "%s -> %s".formatted(renamed.from().name().words(), renamed.to().name().text())
        : difference.object().words();
  }

  private static String changes(Difference difference) {
    return difference instanceof Difference.Changed changed
        ? changed.changes().stream().map(DriftText::change).collect(joining())
        : "";
  }

  static String words(Difference difference) {
    return switch (difference) {
      case Difference.Added _ -> "added";
      case Difference.Missing _ -> "missing";
      case Difference.Renamed _ -> "renamed";
      case Difference.Changed _ -> "changed";
    };
  }

  private static String change(FacetChange change) {
    return "\n             %s: %s -> %s"
        .formatted(change.facet().words(), value(change.from()), value(change.to()));
  }

  private static String value(@Nullable String value) {
    if (value == null) {
      return "(none)";
    }
    var line = value.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "...";
  }

  private static String notCompared(NotCompared silent) {
    return "\n  not compared: " + what(silent.facts()).formatted(silent.side()) + named(silent);
  }

  private static String what(Silence facts) {
    return switch (facts) {
      case OWNERS -> "owners, which %s does not contain (dumped with --no-owner?)";
      case PRIVILEGES -> "privileges, which %s does not contain (dumped with --no-privileges?)";
      case OWNERS_OF_MIGRATIONS -> "owners, which %s do not name";
      case OTHER_PRIVILEGES ->
          "privileges that %s do not grant (deed grants --check compares them)";
      case DEFINITIONS -> "what PostgreSQL prints in other words than %s";
      case UNREADABLE_STATEMENTS -> "what these statements of %s do, which deed cannot read";
      case UNCERTAIN_OBJECTS ->
          "what a statement of %s that deed cannot read may have made or changed (--proved runs them)";
      case OLDER_OBJECTS -> "what was there before %s";
      case UNREAD_OBJECTS -> "what the catalogs of %s do not show";
    };
  }

  private static String named(NotCompared silent) {
    return silent.objects().isEmpty() ? "" : ": " + String.join(", ", silent.objects());
  }

  private static String owner(@Nullable Service owner) {
    if (owner == null) {
      return "unowned";
    }
    var contacts =
        Stream.of(owner.team(), owner.contact()).filter(Objects::nonNull).collect(joining(", "));
    var name = owner.name().text();
    return "owner: " + (contacts.isEmpty() ? name : "%s (%s)".formatted(name, contacts));
  }
}
