package dev.deed.engine;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Checks the history of a database against the files and for consistency. A pending migration is
/// not a finding.
public final class Verification {

  static final RuleName CHECKSUM = new RuleName("changed-migration");
  static final RuleName ORDER = new RuleName("migration-order");
  static final RuleName GONE = new RuleName("missing-file");
  static final RuleName UNFINISHED = new RuleName("unfinished-migration");
  static final RuleName DOWN = new RuleName("changed-down");
  static final RuleName ODD = new RuleName("odd-history");
  static final RuleName REQUIREMENT = new RuleName("requirement-not-met");

  private final DatabaseName database;
  private final Migrations migrations;
  private final History history;
  private final HistoryComparison comparison;

  private Verification(DatabaseName database, Migrations migrations, History history) {
    this.database = database;
    this.migrations = migrations;
    this.history = history;
    var ordered =
        MigrationOrder.of(migrations).migrations().stream()
            .filter(migration -> migration.name().database().equals(database))
            .toList();
    this.comparison = new HistoryComparison(database, ordered, history);
  }

  public static List<Finding> of(DatabaseName database, Migrations migrations, History history) {
    var verification = new Verification(database, migrations, history);
    return Stream.of(
            verification.disagreements(),
            verification.standings(),
            verification.order(),
            verification.requirements())
        .flatMap(List::stream)
        .toList();
  }

  /// For a row that can be read, and that deed did not write so.
  public static Finding finding(History history, HistoryRemark remark) {
    var row = history.find(remark.name().version()).orElseThrow();
    return error(
            ODD, row, "%s %s".formatted(remark.name().words(), remark.message()), remark.advice())
        .with(remark.severity());
  }

  /// What `apply` would refuse.
  private List<Finding> disagreements() {
    return comparison.disagreements(false).stream().map(this::finding).toList();
  }

  private Finding finding(HistoryDisagrees.Disagreement disagreement) {
    var version = disagreement.name().version();
    var row = history.find(version);
    var file =
        migrations
            .find(database, version)
            .map(Migration::file)
            .orElseGet(() -> row.orElseThrow().file());
    return Finding.error(
        ruleOf(disagreement.name()),
        file,
        Span.NONE,
        disagreement.message(),
        disagreement.advice());
  }

  private RuleName ruleOf(MigrationName name) {
    var row = history.find(name.version()).orElse(null);
    if (row == null) {
      return ORDER;
    }
    if (!row.isDone()) {
      return UNFINISHED;
    }
    return migrations.find(database, name.version()).isPresent() ? CHECKSUM : GONE;
  }

  private List<Finding> standings() {
    var findings = new ArrayList<Finding>();
    var refused = comparison.disagreements(false).stream().map(d -> d.name()).toList();
    for (var standing : comparison.standings()) {
      if (standing.row() != null) {
        if (!refused.contains(standing.name())) {
          unfinished(standing, standing.row()).ifPresent(findings::add);
        }
        tampered(standing.row()).ifPresent(findings::add);
        down(standing, standing.row()).ifPresent(findings::add);
      }
    }
    return findings;
  }

  /// A failure may have several sentences: that the migration did two things that it may not do.
  private static String onOneLine(String error) {
    return error
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static Optional<Finding> unfinished(MigrationStatus standing, HistoryRow row) {
    var name = row.name().words();
    var error = row.attempt().error();
    return switch (standing.state()) {
      case FAILED ->
          Optional.of(
              error(
                  UNFINISHED,
                  row,
                  name + " failed" + (error == null ? "" : ": " + onOneLine(error)),
                  "correct " + row.file() + " and run deed apply again"));
      case FAILED_GONE ->
          Optional.of(
              error(
                      UNFINISHED,
                      row,
                      name + " failed and left no changes, and its file is gone",
                      "record that it is given up: deed rollback --abandon " + row.version())
                  .with(Severity.WARNING));
      case ABANDONED ->
          Optional.of(
              error(
                      UNFINISHED,
                      row,
                      "%s was abandoned, with %s%s"
                          .formatted(
                              name,
                              row.progress().words(),
                              standing.migration() == null ? "" : ", and its file is still here"),
                      "compare with a database where it is applied, or where it never was: deed drift")
                  .with(Severity.WARNING));
      case HALF_WAY ->
          Optional.of(
              error(
                  UNFINISHED,
                  row,
                  "%s is half-way: %d of %d statements done"
                      .formatted(name, row.progress().done(), row.progress().statements()),
                  "run deed apply again: it continues where it stopped"));
      default -> Optional.empty();
    };
  }

  private static Finding error(RuleName rule, HistoryRow row, String message, String advice) {
    return Finding.error(rule, row.file(), Span.NONE, message, advice);
  }

  /// Compares the checksum from when it was applied with the text stored next to it.
  private static Optional<Finding> tampered(HistoryRow row) {
    return Checksum.of(row.stored().up()).equals(row.stored().checksum())
        ? Optional.empty()
        : Optional.of(
            error(
                CHECKSUM,
                row,
                "the text of %s in the history does not match its checksum"
                    .formatted(row.name().words()),
                "deed.migration was changed by hand: look at select up from deed.migration where version = '%s'"
                    .formatted(row.version())));
  }

  /// A rollback runs the stored down, not the one that the file has now.
  private static Optional<Finding> down(MigrationStatus standing, HistoryRow row) {
    var migration = standing.migration();
    if (migration == null
        || !row.isDone()
        || row.state() == HistoryRow.State.MANUAL
        || migration.contains(row)
        || !row.stored().isAsWritten()) {
      return Optional.empty();
    }
    var now = HistoryRow.Stored.of(migration).down();
    var kept = row.stored().down();
    if (Objects.equals(checksum(now), checksum(kept))) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            DOWN,
            Severity.WARNING,
            migration.downFile(),
            Span.NONE,
            kept == null
                ? row.name().words() + " was applied without a down, but the file has one now"
                : "the down of %s was changed after it was applied".formatted(row.name().words()),
            "deed rollback runs the down that was stored when it was applied"
                + (kept == null ? ", and there is none" : ""),
            List.of()));
  }

  private static Optional<Checksum> checksum(@Nullable String text) {
    return Optional.ofNullable(text).map(Checksum::of);
  }

  /// A service's migrations are applied in the order of their versions.
  private List<Finding> order() {
    var findings = new ArrayList<Finding>();
    Map<String, HistoryRow> latest = new HashMap<>();
    var rows =
        history.rows().stream()
            .filter(row -> row.isDone() && row.state() != HistoryRow.State.MANUAL)
            .sorted(Comparator.comparingLong(row -> row.attempt().position()))
            .toList();
    for (var row : rows) {
      var before = latest.get(row.name().service().text());
      if (before != null && before.version().compareTo(row.version()) > 0) {
        findings.add(overtaken(row, before));
      } else {
        latest.put(row.name().service().text(), row);
      }
    }
    return findings;
  }

  private static Finding overtaken(HistoryRow row, HistoryRow before) {
    return new Finding(
        ORDER,
        Severity.WARNING,
        row.file(),
        Span.NONE,
        "%s was applied after %s, a later version of the same service"
            .formatted(row.name().words(), before.version()),
        "compare with a database where they were applied in order: deed drift",
        List.of());
  }

  private List<Finding> requirements() {
    var findings = new ArrayList<Finding>();
    for (var row : history.rows()) {
      for (var requirement : row.isDone() ? row.stored().requires() : List.<Requirement>of()) {
        if (requirement.database().equals(database) && !history.isDone(requirement.version())) {
          findings.add(
              error(
                  REQUIREMENT,
                  row,
                  "%s is applied, but %s, which it requires, is not"
                      .formatted(row.name().words(), requirement),
                  "apply the required migration, or roll this one back"));
        }
      }
    }
    return findings;
  }
}
