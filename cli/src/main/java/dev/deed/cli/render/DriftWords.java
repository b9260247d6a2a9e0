package dev.deed.cli.render;

import static java.util.stream.Collectors.joining;

import dev.deed.cli.report.Contact;
import dev.deed.cli.report.DriftMark;
import dev.deed.cli.report.DriftTerms;
import dev.deed.cli.report.EarlierDrift;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.ShownChange;
import dev.deed.drift.Cause;
import dev.deed.drift.Closing;
import dev.deed.drift.Difference;
import dev.deed.drift.Drift;
import dev.deed.drift.DriftReport;
import dev.deed.drift.DriftReport.NotCompared;
import dev.deed.drift.DriftSeverity;
import dev.deed.ownership.Service;
import dev.deed.sql.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What all formats say of drift in the same words. Nothing is escaped yet.
final class DriftWords {

  /// Longer values get a line for each side.
  private static final int SHORT = 60;

  private static final int MOST_LINES = 20;

  private DriftWords() {}

  /// `changed column public.users.id`
  static String head(Difference difference) {
    return DriftMark.word(difference) + " " + object(difference);
  }

  static String object(Difference difference) {
    return difference instanceof Difference.Renamed renamed
        ? "%s -> %s".formatted(renamed.from().name().words(), renamed.to().name().text())
        : difference.object().words();
  }

  /// Why the two are taken for one object.
  static String evidence(Difference.Renamed renamed) {
    return renamed.evidence() == null ? "all else about it is equal" : renamed.evidence();
  }

  static String cause(Cause cause) {
    return switch (cause) {
      case Cause.Pending pending ->
          "%s is not applied in %s".formatted(pending.migration(), pending.side());
      case Cause.Failed failed ->
          "%s did not end in %s%s"
              .formatted(
                  failed.migration(),
                  failed.side(),
                  failed.error() == null ? "" : ": " + oneLine(failed.error()));
      case Cause.Recorded recorded ->
          "recorded by hand as %s in %s by %s at %s"
              .formatted(recorded.version(), recorded.side(), recorded.who(), recorded.at());
      case Cause.Journalled entry ->
          "%s%s%s in %s at %s: %s"
              .formatted(
                  entry.role(),
                  entry.application().isEmpty() ? "" : " with " + entry.application(),
                  entry.address() == null ? "" : " from " + entry.address(),
                  entry.side(),
                  entry.at(),
                  oneLine(Secrets.masked(entry.statement())));
      case Cause.NotKnown _ -> "not known";
    };
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  static String notCompared(NotCompared silent) {
    var objects = silent.objects().isEmpty() ? "" : ": " + String.join(", ", silent.objects());
    return what(silent).formatted(silent.side()) + objects;
  }

  private static String what(NotCompared silent) {
    return switch (silent.facts()) {
      case OWNERS ->
          silent.dumped()
              ? "owners, which %s does not contain (dumped with --no-owner?)"
              : "owners, which %s does not name";
      case PRIVILEGES ->
          silent.dumped()
              ? "privileges, which %s does not contain (dumped with --no-privileges?)"
              : "privileges, which %s does not grant";
      case OWNERS_OF_MIGRATIONS -> "owners, which %s does not name";
      case OTHER_PRIVILEGES ->
          "privileges that nothing in %s grants (deed grants --check compares them)";
      case DEFINITIONS -> "what PostgreSQL prints in other words than %s";
      case UNREADABLE_STATEMENTS -> "what these statements of %s do, which deed cannot read";
      case UNCERTAIN_OBJECTS ->
          "what a statement of %s that deed cannot read may have made or changed (--proved runs them)";
      case OLDER_OBJECTS -> "what was there before %s";
      case UNREAD_OBJECTS -> "what the catalogs of %s do not show";
    };
  }

  /// `web (Web platform, #web-platform)`, `unowned`
  static String owner(@Nullable Service owner) {
    return owner == null ? "unowned" : contact(owner).words();
  }

  static Contact contact(Service owner) {
    return new Contact(owner.name().text(), owner.team(), owner.contact());
  }

  /// What else there is to say of a database.
  static List<String> notes(DriftTerms terms, DriftReport database) {
    var notes = new ArrayList<String>();
    if (!database.ownersAreKnown()) {
      notes.add("no owners: there is no schema-ownership.yaml");
    }
    notes.addAll(database.remarks());
    database.notCompared().forEach(silent -> notes.add("not compared: " + notCompared(silent)));
    var earlier = terms.earlier();
    if (earlier != null) {
      earlier
          .otherSides(database)
          .ifPresent(
              sides -> notes.add("%s is about other sides: %s".formatted(earlier.file(), sides)));
    }
    var ignored = terms.leftOut().ignored().getOrDefault(database.database(), List.of()).size();
    if (ignored > 0) {
      notes.add("ignored: %s (drift.ignore)".formatted(counted(ignored, "difference")));
    }
    var others = terms.leftOut().others().getOrDefault(database.database(), List.of()).size();
    if (others > 0) {
      notes.add("of other owners: " + counted(others, "difference"));
    }
    return notes;
  }

  /// The differences by owner, the owner of the most severe one first, in each of them by severity.
  static List<List<Drift>> byOwner(List<Drift> drifts) {
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

  /// `3 differences: 1 breaking, 2 behaviour`
  static String count(DriftTerms terms, List<Drift> drifts) {
    if (drifts.isEmpty()) {
      return none(terms);
    }
    return "%s: %s".formatted(counted(drifts.size(), "difference"), bySeverity(drifts));
  }

  static String bySeverity(List<Drift> drifts) {
    return Stream.of(DriftSeverity.values())
        .map(severity -> {
          var count = drifts.stream().filter(d -> d.severity() == severity).count();
          return count == 0 ? "" : count + " " + severity.words();
        })
        .filter(words -> !words.isEmpty())
        .collect(joining(", "));
  }

  static String counted(long number, String word) {
    return number == 1 ? "1 " + word : number + " " + word + "s";
  }

  static List<Drift> all(Report.Drifted report) {
    return report.databases().stream().flatMap(d -> d.drifts().stream()).toList();
  }

  /// `3 differences in 2 databases: 1 breaking, 2 behaviour; 1 database not compared`
  static String summary(Report.Drifted report) {
    var failed = counted(report.failures().size(), "database") + " not compared";
    if (report.databases().isEmpty()) {
      return failed;
    }
    var drifts = all(report);
    var where = "in " + counted(report.databases().size(), "database");
    var found =
        drifts.isEmpty()
            ? "%s %s".formatted(none(report.terms()), where)
            : "%s %s: %s"
                .formatted(counted(drifts.size(), "difference"), where, bySeverity(drifts));
    return report.failures().isEmpty() ? found : "%s; %s".formatted(found, failed);
  }

  /// `no drift`, `no drift of web`
  static String none(DriftTerms terms) {
    return terms.only() == null ? "no drift" : "no drift of " + terms.only().name();
  }

  /// Why a report with differences says yes.
  static String harmless(DriftTerms terms) {
    return "no difference is %s, so the exit code is 0 (--fail-on)".formatted(orWorse(terms));
  }

  static String orWorse(DriftTerms terms) {
    return terms.failOn() == DriftSeverity.BREAKING
        ? "breaking"
        : terms.failOn().words() + " or worse";
  }

  /// The lines that say what differs, both sides, without what is equal: for formats without
  /// layout.
  static List<String> changes(Difference difference) {
    var lines = new ArrayList<String>();
    if (difference instanceof Difference.Changed) {
      for (var change : ShownChange.of(difference)) {
        addChange(lines, change);
      }
    }
    return lines;
  }

  /// Whether both values fit into one line.
  static boolean isShort(ShownChange change) {
    var from = change.from() == null ? "(none)" : change.from();
    var to = change.to() == null ? "(none)" : change.to();
    return from.length() + to.length() <= SHORT && (from + to).indexOf('\n') < 0;
  }

  static void addChange(List<String> lines, ShownChange change) {
    var from = change.from() == null ? "(none)" : change.from();
    var to = change.to() == null ? "(none)" : change.to();
    if (isShort(change)) {
      lines.add("%s: %s -> %s".formatted(change.facet(), from, to));
      return;
    }
    lines.add(change.facet() + ":");
    if (change.from() == null || change.to() == null) {
      from.lines().limit(MOST_LINES).forEach(line -> lines.add("- " + line));
      to.lines().limit(MOST_LINES).forEach(line -> lines.add("+ " + line));
      return;
    }
    var rows = TextDiff.of(from, to).around(0);
    for (var row : rows.stream().limit(MOST_LINES).toList()) {
      if (row.from().number() > 0) {
        lines.add("- " + row.from().text());
      }
      if (row.to().number() > 0) {
        lines.add("+ " + row.to().text());
      }
    }
    if (rows.size() > MOST_LINES) {
      lines.add("... %d more".formatted(rows.size() - MOST_LINES));
    }
  }

  /// The file of the migration that is the cause; empty if it is another one.
  static Optional<String> file(Cause cause) {
    return switch (cause) {
      case Cause.Pending pending -> Optional.of(pending.migration());
      case Cause.Failed failed -> Optional.of(failed.migration());
      case Cause.Recorded _, Cause.Journalled _, Cause.NotKnown _ -> Optional.empty();
    };
  }

  /// `new`, `changed since 2026-02-01`, `since 2026-02-01, 3 days`; empty without an earlier
  /// report.
  static String standing(DriftTerms terms, DriftTerms.Standing standing) {
    var earlier = terms.earlier();
    if (standing.state() == null || earlier == null) {
      return "";
    }
    return switch (standing.state()) {
      case NEW -> "new";
      case CHANGED -> "changed since " + day(earlier.at());
      case KNOWN ->
          "since %s%s".formatted(day(standing.firstSeen()), age(standing.firstSeen(), terms.at()));
    };
  }

  private static String age(Instant from, Instant to) {
    var days = Duration.between(from, to).toDays();
    return days < 1 ? "" : ", " + counted(days, "day");
  }

  static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  /// `added table public.x (web)`
  static String gone(EarlierDrift.Entry entry) {
    var service = entry.service() == null ? "unowned" : entry.service();
    return "%s %s %s (%s)".formatted(entry.difference(), entry.kind(), entry.name(), service);
  }

  /// The statement as a person would type it, with why it is held back.
  static String sql(Closing closing) {
    var shown = Secrets.masked(closing.sql());
    return shown.equals(closing.sql())
        ? shown + ";"
        : "-- secrets are hidden here, see --format sql\n" + shown + ";";
  }

  /// `loses data`; empty for a statement that may run.
  static String held(Closing closing) {
    return closing.destructive() ? closing.held().words() : "";
  }
}
