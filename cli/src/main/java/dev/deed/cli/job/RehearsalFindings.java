package dev.deed.cli.job;

import dev.deed.drift.Difference;
import dev.deed.drift.DriftReport;
import dev.deed.drift.DriftSeverity;
import dev.deed.engine.Direction;
import dev.deed.engine.Migration;
import dev.deed.engine.Section;
import dev.deed.engine.catalog.ObservedEffect;
import dev.deed.engine.rehearsal.ServerFacts;
import dev.deed.engine.run.MigrationFailed;
import dev.deed.ownership.OwnershipMap;
import dev.deed.ownership.check.ObservationCheck;
import dev.deed.sql.Finding;
import dev.deed.sql.Finding.Subject;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import dev.deed.sql.UserException;
import dev.deed.sql.effect.ObjectName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is wrong with one migration, as its rehearsal has shown.
final class RehearsalFindings {

  static final RuleName UP = new RuleName("rehearsed-up");
  static final RuleName DOWN = new RuleName("rehearsed-down");
  static final RuleName ROWS = new RuleName("rehearsed-rows");
  static final RuleName DUMP = new RuleName("rehearsed-dump");
  static final RuleName EFFECTS = new RuleName("rehearsed-effects");

  private static final int NAMED = 3;

  /// Lines of a failure besides its statement.
  private static final Pattern SAID = Pattern.compile("  (?:detail|hint|query|where): ");

  private final Migration migration;
  private final ForeseenScripts foreseen;
  private final List<Finding> findings = new ArrayList<>();

  RehearsalFindings(Migration migration, ForeseenScripts foreseen) {
    this.migration = migration;
    this.foreseen = foreseen;
  }

  List<Finding> all() {
    return findings;
  }

  void upFailed(UserException failure) {
    add(
        UP,
        Severity.ERROR,
        up(failure),
        "the up fails: " + upWords(failure),
        failure.advice(),
        List.of());
  }

  void tooLong(Direction direction, Duration limit) {
    var isDown = direction == Direction.DOWN;
    add(
        isDown ? DOWN : UP,
        Severity.ERROR,
        isDown ? down() : up(),
        "the %s had not ended after %d s, and was cancelled"
            .formatted(isDown ? "down" : "up", limit.toSeconds()),
        "correct it, or give it more time: --timeout",
        List.of());
  }

  void downFailed(UserException failure) {
    add(
        DOWN,
        Severity.ERROR,
        down(),
        "the down fails: " + words(failure),
        "correct the down, and run deed rehearse again",
        List.of());
  }

  /// @param problems of its text; empty where it can be run
  void downUnreadable(List<Finding> problems) {
    for (var problem : problems) {
      add(
          DOWN,
          Severity.ERROR,
          new Place(problem.file(), problem.span()),
          "the down cannot be run: " + problem.message(),
          problem.advice(),
          List.of());
    }
  }

  /// @param direction what ran: the down, or the second up
  void viewsEmptied(Direction direction, List<QualifiedName> views) {
    for (var view : views) {
      add(
          ROWS,
          Severity.ERROR,
          direction == Direction.DOWN ? down() : up(),
          "%s leaves materialized view %s without its rows: it cannot be queried"
              .formatted(direction == Direction.DOWN ? "the down" : "the second up", view.dotted()),
          "add to the %s: REFRESH MATERIALIZED VIEW %s"
              .formatted(direction == Direction.DOWN ? "down" : "up", view.quoted()),
          List.of());
    }
  }

  /// By the up, and still after the down.
  void viewsFilled(List<QualifiedName> views) {
    for (var view : views) {
      add(
          ROWS,
          Severity.WARNING,
          down(),
          "the down leaves rows in materialized view %s, which had none before the up"
              .formatted(view.dotted()),
          "add to the down: REFRESH MATERIALIZED VIEW %s WITH NO DATA".formatted(view.quoted()),
          List.of());
    }
  }

  void downEmpty(DriftReport difference) {
    add(
        DOWN,
        severity(difference),
        down(),
        "the down has no statement, so what the up has changed stays: " + words(difference),
        "write the down, and run deed rehearse again; if it cannot be undone: -- deed: irreversible \"why\"",
        subjects(difference));
  }

  void downDiffers(DriftReport difference) {
    add(
        DOWN,
        severity(difference),
        down(),
        "the down leaves another schema than there was before the up: " + words(difference),
        "correct the down, and run deed rehearse again; if it cannot be undone: -- deed: irreversible \"why\"",
        subjects(difference));
  }

  /// Besides the schema and the rows.
  void serverDiffers(List<ServerFacts.Change> differences) {
    if (!differences.isEmpty()) {
      add(
          DOWN,
          Severity.ERROR,
          down(),
          "the down does not bring back what the up has changed on the server: "
              + named(differences.stream().map(ServerFacts.Change::words).toList()),
          takenBack(ServerFacts.removals(differences))
              + "; if it cannot be undone: -- deed: irreversible \"why\"",
          List.of());
    }
  }

  private static String takenBack(List<String> removals) {
    return removals.isEmpty()
        ? "write the statement into the down that takes it back, such as ALTER ROLE, ALTER DATABASE or GRANT"
        : "add to the down: " + String.join("; ", removals);
  }

  void againFailed(UserException failure) {
    add(
        DOWN,
        Severity.ERROR,
        down(),
        "after the down, the up cannot be applied again: " + words(failure),
        "correct the down, and run deed rehearse again",
        List.of());
  }

  void againDiffers(DriftReport difference) {
    add(
        DOWN,
        severity(difference),
        down(),
        "after the down, the up leads to another schema than the first time: " + words(difference),
        "correct the down, and run deed rehearse again",
        subjects(difference));
  }

  /// What deed's own comparison did not see.
  void dumpDiffers(List<String> lines) {
    if (!lines.isEmpty()) {
      add(
          DUMP,
          Severity.WARNING,
          down(),
          "pg_dump sees a difference after the down that deed's own comparison does not: "
              + named(lines),
          "look at the down; if pg_dump is wrong: --cross-check never",
          List.of());
    }
  }

  void rowsDifferAgain(List<String> tables) {
    add(
        ROWS,
        Severity.WARNING,
        up(),
        "the second up leads to other rows than the first: " + String.join("; ", tables),
        "correct the down or the up, unless a time or a random number is the reason",
        List.of());
  }

  void noSuchRows(QualifiedName table) {
    add(
        ROWS,
        Severity.ERROR,
        up(),
        "expect-rows names table %s, which there is neither before nor after the up"
            .formatted(table.dotted()),
        "write the table's name, with its schema where that is not in the search path",
        List.of());
  }

  void rowsDiffer(List<String> tables, Severity severity) {
    add(
        ROWS,
        severity,
        down(),
        "the down does not bring back all rows as they were: " + String.join("; ", tables),
        "correct the down, or back up these tables before the up: deed backup --env <environment> --tables ...",
        List.of());
  }

  void otherServer(List<String> objects) {
    add(
        UP,
        Severity.ERROR,
        up(),
        "this was not tried, because it changes the whole server, which others use: "
            + String.join(", ", objects),
        "rehearse it on a server of its own: deed rehearse --on embedded",
        List.of());
  }

  /// What was done to other services' objects and could not be read in the text.
  void effects(OwnershipMap map, Direction direction, List<ObservedEffect> effects) {
    var script = foreseen.script(migration.version(), direction);
    if (script.isEmpty() || map.services().size() < 2) {
      return;
    }
    var database = migration.name().database();
    var check =
        new ObservationCheck(
            map, database, migration.version().text(), script.get(), foreseen.owners());
    for (var effect : effects) {
      check
          .check(EffectsComparison.observation(effect))
          .ifPresent(problem ->
              add(
                  EFFECTS,
                  Severity.ERROR,
                  direction == Direction.DOWN ? down() : up(),
                  "%s, in a %s of %s"
                      .formatted(
                          problem.message(),
                          direction == Direction.DOWN ? "down" : "migration",
                          migration.name().service()),
                  problem.advice(),
                  List.of(subject(effect.object()))));
    }
  }

  private Subject subject(ObjectName object) {
    var owner = foreseen.ownerOf(object);
    return new Subject(
        object.words(),
        owner == null ? null : owner.name().text(),
        owner == null ? null : owner.team(),
        owner == null ? null : owner.contact());
  }

  private List<Subject> subjects(DriftReport difference) {
    return difference.drifts().stream()
        .map(drift -> subject(drift.difference().object()))
        .distinct()
        .toList();
  }

  /// @param known what is reported already; null for nothing
  static boolean isWorse(DriftReport difference, @Nullable DriftReport known) {
    return known == null || severity(difference).compareTo(severity(known)) < 0;
  }

  private static Severity severity(DriftReport difference) {
    return difference.drifts().stream()
            .allMatch(drift -> drift.severity() == DriftSeverity.COSMETIC)
        ? Severity.WARNING
        : Severity.ERROR;
  }

  /// Without what stays of it: the copy is dropped.
  private static String words(UserException failure) {
    return words(failure, line -> true);
  }

  /// Without the place and the statement, which the finding shows.
  private String upWords(UserException failure) {
    var place = up(failure);
    var where =
        "%s:%d:%d: ".formatted(place.file().path(), place.span().line(), place.span().column());
    var words = words(failure, line -> !isExcerpt(line));
    return words.startsWith(where) ? words.substring(where.length()) : words(failure);
  }

  private static String words(UserException failure, Predicate<String> wanted) {
    return String.valueOf(failure.getMessage())
        .lines()
        .filter(line -> !line.startsWith("Rolled back:") && wanted.test(line))
        .map(String::strip)
        .collect(Collectors.joining("; "));
  }

  private static boolean isExcerpt(String line) {
    return line.startsWith("  ") && !SAID.matcher(line).lookingAt();
  }

  private static String words(DriftReport difference) {
    return named(difference.drifts().stream().map(drift -> words(drift.difference())).toList());
  }

  static String named(List<String> all) {
    var named = all.stream().limit(NAMED).collect(Collectors.joining("; "));
    return all.size() <= NAMED ? named : "%s; and %d more".formatted(named, all.size() - NAMED);
  }

  /// @param difference from what was expected to what was found
  static String words(Difference difference) {
    return switch (difference) {
      case Difference.Added added -> added.object().words() + " is left over";
      case Difference.Missing missing -> missing.object().words() + " is missing";
      case Difference.Renamed renamed ->
          "%s is named %s".formatted(renamed.from().name().words(), renamed.to().name().text());
      case Difference.Changed changed ->
          changed.object().words()
              + " differs in "
              + changed.changes().stream()
                  .map(change -> change.facet().words())
                  .collect(Collectors.joining(", "));
    };
  }

  private record Place(SourceFile file, Span span) {}

  private Place up() {
    return place(migration.up(), migration.file());
  }

  /// The statement that fails, where that is known.
  private Place up(UserException failure) {
    var first = up();
    return failure instanceof MigrationFailed failed && failed.span() != null
        ? new Place(first.file(), failed.span())
        : first;
  }

  private Place down() {
    return place(migration.down(), migration.downFile());
  }

  private static Place place(@Nullable Section section, SourceFile file) {
    if (section == null || section.script().statements().isEmpty()) {
      return new Place(file, Span.NONE);
    }
    return new Place(section.script().file(), section.script().statements().getFirst().span());
  }

  private void add(
      RuleName rule,
      Severity severity,
      Place place,
      String message,
      String advice,
      List<Subject> subjects) {
    findings.add(
        new Finding(rule, severity, place.file(), place.span(), message, advice, subjects));
  }
}
