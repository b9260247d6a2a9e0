package dev.deed.cli.job;

import dev.deed.cli.host.Person;
import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.RehearsedMigration;
import dev.deed.cli.report.RehearsedMigration.Result;
import dev.deed.cli.report.RehearsedMigration.Seen;
import dev.deed.cli.report.Report;
import dev.deed.engine.Migrations;
import dev.deed.engine.evidence.Evidence;
import dev.deed.engine.evidence.Evidence.Kind;
import dev.deed.engine.evidence.Evidence.Outcome;
import dev.deed.engine.rehearsal.Sighting;
import dev.deed.ownership.CopyProvider;
import dev.deed.ownership.Demand.Need;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.UserException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Keeps what a rehearsal has shown. Where neither the command line nor the ownership file says
/// where, only an environment that requires rehearsals gets it.
///
/// @param targets the environment that is rehearsed; null for none
record RehearsalEvidence(
    Project project, Surroundings surroundings, @Nullable Targets targets, CopyProvider provider) {

  private static final int MOST = 10;
  private static final Set<Result> NOT_WALKED = EnumSet.of(Result.FAILED, Result.NOT_TRIED);
  private static final Set<RuleName> OF_DOWN =
      Set.of(RehearsalFindings.DOWN, RehearsalFindings.ROWS, RehearsalFindings.DUMP);

  /// @param words where it is kept, or why it is not; empty where it is not to be kept
  record Kept(String words, List<Report.Failure> failures) {}

  /// @param basis what the migrations were tried on, in words
  /// @param hasRows the copies have rows of the environment
  Kept keep(List<RehearsedMigration> tried, String basis, boolean hasRows) {
    var places = new EvidencePlaces(project, surroundings, targets);
    var files = project.migrations();
    var all = new TreeMap<DatabaseName, List<Evidence>>();
    for (var migration : tried) {
      var evidence = all.computeIfAbsent(migration.name().database(), _ -> new ArrayList<>());
      evidence.addAll(of(migration, files, basis, hasRows));
    }
    all.values().removeIf(List::isEmpty);
    if (all.isEmpty() || (!places.isNamed() && !isRequired())) {
      return new Kept("", List.of());
    }
    var kept = new ArrayList<String>();
    var failures = new ArrayList<Report.Failure>();
    all.forEach((database, evidence) -> {
      try {
        places
            .of(database)
            .ifPresent(store -> {
              store.keep(evidence);
              kept.add("kept in " + store.words());
            });
      } catch (UserException failure) {
        kept.add("not kept: %s; %s".formatted(failure.getMessage(), failure.advice()));
        if (places.isNamed()) {
          failures.add(new Report.Failure(database.text(), failure));
        }
      }
    });
    return new Kept(kept.stream().distinct().collect(Collectors.joining("; ")), failures);
  }

  private boolean isRequired() {
    return targets != null
        && (targets.environment().policies().demand(Need.REHEARSED).isPresent()
            || targets.environment().policies().demand(Need.DOWN_TESTED).isPresent());
  }

  private List<Evidence> of(
      RehearsedMigration migration, Migrations files, String basis, boolean hasRows) {
    var file =
        files
            .find(migration.name().database(), migration.name().version())
            .filter(found -> found.checksum().equals(migration.checksum()));
    var legs = migration.legs();
    if (file.isEmpty() || legs.up().result() == Result.NOT_TRIED) {
      return List.of();
    }
    var subject = Evidence.Subject.of(file.get());
    var up = hasError(migration, false) || legs.up().result() != Result.DONE;
    var all = new ArrayList<Evidence>();
    var details = details(migration.up(), legs.up().took());
    details.put("rows", hasRows ? "copied" : "none");
    all.add(evidence(Kind.REHEARSED, subject, basis, up, details));
    var isTried =
        legs.up().result() == Result.DONE
            && legs.down().result() != Result.NO_DOWN
            && legs.down().result() != Result.IRREVERSIBLE;
    if (isTried) {
      var down = details(migration.down(), legs.down().took());
      down.put("rows", hasRows ? "copied" : "none");
      if (migration.findings().stream().anyMatch(f -> f.rule().equals(RehearsalFindings.ROWS))) {
        down.put("lost", "rows or values that the up changes do not come back");
      }
      if (legs.down().result() == Result.DIFFERENT || legs.again().result() == Result.DIFFERENT) {
        down.put(
            "differs", "the schema is not the same to the letter: the order of columns, comments");
      }
      var isWrong =
          hasError(migration, true)
              || NOT_WALKED.contains(legs.down().result())
              || NOT_WALKED.contains(legs.again().result());
      all.add(evidence(Kind.DOWN_TESTED, subject, basis, isWrong, down));
    }
    return all;
  }

  private static boolean hasError(RehearsedMigration migration, boolean isOfDown) {
    return migration.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .anyMatch(finding -> OF_DOWN.contains(finding.rule()) == isOfDown);
  }

  private Evidence evidence(
      Kind kind,
      Evidence.Subject subject,
      String basis,
      boolean hasFailed,
      Map<String, String> details) {
    return new Evidence(
        kind,
        subject,
        new Evidence.Place(
            targets == null ? null : targets.environment().name(), provider.word(), basis),
        hasFailed ? Outcome.FAILED : Outcome.PASSED,
        new Evidence.Word(Person.of(surroundings), null, surroundings.clock().instant(), null),
        details);
  }

  private static Map<String, String> details(Seen seen, @Nullable Duration took) {
    var details = new TreeMap<String, String>();
    if (took != null) {
      details.put("milliseconds", String.valueOf(took.toMillis()));
    }
    var locks =
        seen.locks().stream()
            .map(RehearsedMigration.OwnedLock::lock)
            .filter(lock -> lock.mode().blocksWrites())
            .sorted(Comparator.comparing(Sighting.Lock::held).reversed())
            .toList();
    if (!locks.isEmpty()) {
      details.put("longest_lock_milliseconds", String.valueOf(locks.getFirst().held().toMillis()));
      details.put(
          "locks",
          locks.stream()
              .limit(MOST)
              .map(lock ->
                  "%s on %s for %d ms"
                      .formatted(
                          lock.mode().words(), lock.relation().words(), lock.held().toMillis()))
              .collect(Collectors.joining("; ")));
    }
    var work =
        seen.sighting().work().stream()
            .limit(MOST)
            .map(one -> one.kind().words() + " " + one.relation().words())
            .collect(Collectors.joining("; "));
    if (!work.isEmpty()) {
      details.put("work", work);
    }
    return details;
  }
}
