package dev.deed.cli.job;

import dev.deed.cli.report.RehearsedMigration;
import dev.deed.cli.report.RehearsedMigration.Leg;
import dev.deed.cli.report.RehearsedMigration.Legs;
import dev.deed.cli.report.RehearsedMigration.OwnedLock;
import dev.deed.cli.report.RehearsedMigration.Result;
import dev.deed.cli.report.RehearsedMigration.Seen;
import dev.deed.drift.DriftReport;
import dev.deed.drift.DumpLines;
import dev.deed.engine.Direction;
import dev.deed.engine.ExpectedRows;
import dev.deed.engine.Goal;
import dev.deed.engine.Migration;
import dev.deed.engine.Plan;
import dev.deed.engine.Planner;
import dev.deed.engine.Wish;
import dev.deed.engine.look.catalog.CatalogSchema;
import dev.deed.engine.protocol.AsWritten;
import dev.deed.engine.rehearsal.FilledViews;
import dev.deed.engine.rehearsal.SequenceValues;
import dev.deed.engine.rehearsal.ServerFacts;
import dev.deed.engine.run.MigrationFailed;
import dev.deed.engine.run.PlanSource;
import dev.deed.engine.scratch.TableRows;
import dev.deed.ownership.OwnershipMap;
import dev.deed.ownership.check.ObservationCheck;
import dev.deed.sql.Finding;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tries one migration on a copy: up, down, and up again, each compared with what it should be.
final class MigrationTrial {

  private final RehearsalStage stage;
  private final Planner planner;
  private final Migration migration;
  private final ForeseenScripts foreseen;
  private final OwnershipMap map;
  private final RehearsalFindings findings;

  /// Why the down cannot be run as it is written; empty where it can.
  private final List<Finding> unreadable;

  /// Tables that are touched in a way that may change their rows.
  private final Set<QualifiedName> changed;

  private final boolean isOpaque;

  /// Whether rows are written, so that triggers fire.
  private final boolean isWriting;

  private Seen up = Seen.NOTHING;
  private Seen down = Seen.NOTHING;
  private boolean isSound = true;

  /// @param downs plans a migration without its down where that cannot be run
  MigrationTrial(
      RehearsalStage stage,
      RunnableDowns downs,
      Migration migration,
      ForeseenScripts foreseen,
      OwnershipMap map) {
    this.stage = stage;
    this.planner = downs.planner();
    this.unreadable = downs.problems(migration);
    this.migration = migration;
    this.foreseen = foreseen;
    this.map = map;
    this.findings = new RehearsalFindings(migration, foreseen);
    this.changed = foreseen.changedTables(migration);
    this.isWriting = foreseen.writesRows(migration);
    this.isOpaque =
        Stream.of(Direction.UP, Direction.DOWN)
            .flatMap(direction -> foreseen.script(migration.version(), direction).stream())
            .anyMatch(ObservationCheck::isUnclear);
  }

  /// How the database is left.
  ///
  /// @param schema with the migration applied; null where its up has failed
  /// @param isSound the database is as if the migration had just been applied
  record After(RehearsedMigration migration, @Nullable CatalogSchema schema, boolean isSound) {}

  /// Not tried at all.
  static RehearsedMigration untried(Migration migration, String why) {
    return report(
        migration,
        new Legs(
            Leg.untried(Result.NOT_TRIED, why),
            Leg.untried(Result.NOT_TRIED, ""),
            Leg.untried(Result.NOT_TRIED, "")),
        Seen.NOTHING,
        Seen.NOTHING,
        List.of());
  }

  /// Not tried on a server that others use.
  RehearsedMigration refused(List<String> objects) {
    findings.otherServer(objects);
    var untried = untried(migration, "it changes the whole server");
    return report(migration, untried.legs(), Seen.NOTHING, Seen.NOTHING, findings.all());
  }

  After run() {
    findings.downUnreadable(unreadable);
    stage.secure();
    var before =
        new State(
            stage.knownSchema(),
            rows(),
            stage.sequences(),
            serverFacts(),
            stage.filledViews(),
            stage.dumped().orElse(null));
    var strict = stage.run(upPlan(), isCompared(Direction.UP), false);
    var first = isOtherwise(strict) ? asPostgresDoes(strict) : strict;
    up = seen(first, Direction.UP);
    if (!first.isDone()) {
      return new After(failedUp(first), null, false);
    }
    findings.effects(map, Direction.UP, first.effects());
    var after = stage.schema();
    var expected = rows(this::isExpected);
    refuseUnknown(before.rows(), expected);
    var reached = new Reached(after, expected, stage.filledViews());
    var legs =
        back(
            before,
            reached,
            strict.isDone() ? Leg.of(Result.DONE, first.run().took()) : failed(strict));
    return new After(report(migration, legs, up, down, findings.all()), after, isSound);
  }

  /// Whether `apply` has refused what PostgreSQL passes over: `IF NOT EXISTS` has found something
  /// else.
  private static boolean isOtherwise(RehearsalStage.Ran ran) {
    return ran.run().failure() instanceof MigrationFailed failed
        && failed.sqlState().equals(AsWritten.OTHERWISE);
  }

  /// The down, and the migrations after it, can be tried all the same.
  private RehearsalStage.Ran asPostgresDoes(RehearsalStage.Ran refused) {
    findings.upFailed(Objects.requireNonNull(refused.run().failure()));
    return stage.run(upPlan(), isCompared(Direction.UP), true);
  }

  /// A state that is to be reached again.
  ///
  /// @param dumped what `pg_dump` says of the schema; null where it is not asked
  private record State(
      CatalogSchema schema,
      Map<QualifiedName, TableRows> rows,
      SequenceValues sequences,
      ServerFacts server,
      FilledViews views,
      @Nullable DumpLines dumped) {}

  /// By the first up.
  private record Reached(
      CatalogSchema schema, Map<QualifiedName, TableRows> rows, FilledViews views) {}

  /// Where there is one service only and all can be read, there is nothing to compare.
  private boolean isCompared(Direction direction) {
    return map.services().size() > 1
        || foreseen
            .script(migration.version(), direction)
            .filter(ObservationCheck::isUnclear)
            .isPresent();
  }

  private RehearsedMigration failedUp(RehearsalStage.Ran first) {
    var failure = Objects.requireNonNull(first.run().failure());
    if (first.isTooLong()) {
      findings.tooLong(Direction.UP, stage.terms().limit());
    } else {
      findings.upFailed(failure);
    }
    return report(
        migration,
        new Legs(
            failed(first), Leg.untried(Result.NOT_TRIED, ""), Leg.untried(Result.NOT_TRIED, "")),
        up,
        down,
        findings.all());
  }

  private Legs back(State before, Reached after, Leg up) {
    if (!unreadable.isEmpty()) {
      var failed = new Leg(Result.FAILED, null, unreadable.getFirst().message(), null);
      return new Legs(up, failed, Leg.untried(Result.NOT_TRIED, ""));
    }
    var irreversible = migration.irreversible();
    if (irreversible.isPresent() || !migration.hasDown()) {
      if (irreversible.isEmpty() && migration.down() != null) {
        judgeEmpty(before, after);
      }
      var none =
          irreversible
              .map(reason -> Leg.untried(Result.IRREVERSIBLE, reason))
              .orElse(Leg.untried(Result.NO_DOWN, ""));
      return new Legs(up, none, Leg.untried(Result.NOT_TRIED, ""));
    }
    var second = stage.run(downPlan(), isCompared(Direction.DOWN), false);
    down = seen(second, Direction.DOWN);
    if (!second.isDone()) {
      isSound = false;
      if (second.isTooLong()) {
        findings.tooLong(Direction.DOWN, stage.terms().limit());
      } else {
        findings.downFailed(Objects.requireNonNull(second.run().failure()));
      }
      return new Legs(up, failed(second), Leg.untried(Result.NOT_TRIED, ""));
    }
    findings.effects(map, Direction.DOWN, second.effects());
    var dumped = before.dumped();
    var difference = difference(before.schema());
    if (difference != null) {
      isSound = false;
      findings.downDiffers(difference);
    } else if (dumped != null) {
      findings.dumpDiffers(dumped.differences(stage.dumped().orElse(dumped)));
    }
    var left = new ArrayList<>(compareServer(before.server()));
    if (compareRows(before.rows())) {
      left.add("rows");
    }
    if (report(before.sequences().back(stage.sequences()), Severity.WARNING)) {
      left.add("sequences");
    }
    if (compareViews(Direction.DOWN, before.views())) {
      left.add("materialized views");
    }
    return new Legs(up, partly(compared(second, difference), left), again(after, difference));
  }

  /// A down without a statement is right only where the up has changed nothing.
  private void judgeEmpty(State before, Reached after) {
    findings.serverDiffers(before.server().differences(serverFacts(), stage.terms().made()));
    var difference = stage.difference(before.schema(), after.schema(), foreseen.owners()::ownerOf);
    if (difference != null) {
      findings.downEmpty(difference);
    } else {
      var rows = problems(before.rows(), rows());
      if (!rows.isEmpty()) {
        findings.rowsDiffer(rows, Severity.WARNING);
      }
      var back = before.sequences().back(stage.sequences());
      if (!back.isEmpty()) {
        findings.rowsDiffer(back, Severity.WARNING);
      }
      findings.viewsEmptied(Direction.DOWN, before.views().emptied(after.views()));
      findings.viewsFilled(before.views().filledSince(after.views()));
    }
  }

  /// @param left what the down has left; null where that is right. Where the second up then runs,
  ///   and leaves another schema, too, that is not another finding, unless it is a worse one
  private Leg again(Reached after, @Nullable DriftReport left) {
    var third = stage.runAgain(upPlan());
    if (!third.isDone()) {
      isSound = false;
      findings.againFailed(Objects.requireNonNull(third.run().failure()));
      return failed(third);
    }
    var difference = difference(after.schema());
    if (difference != null) {
      isSound = false;
      if (RehearsalFindings.isWorse(difference, left)) {
        findings.againDiffers(difference);
      }
    } else {
      var rows = problems(after.rows(), rows(this::isExpected));
      if (!rows.isEmpty()) {
        findings.rowsDifferAgain(rows);
      }
    }
    compareViews(Direction.UP, after.views());
    return compared(third, difference);
  }

  private @Nullable DriftReport difference(CatalogSchema expected) {
    return stage.difference(expected, stage.schema(), foreseen.owners()::ownerOf);
  }

  private static Leg compared(RehearsalStage.Ran ran, @Nullable DriftReport difference) {
    return new Leg(
        difference == null ? Result.SAME : Result.DIFFERENT, ran.run().took(), "", difference);
  }

  /// @param left what is not as it was besides the schema
  private static Leg partly(Leg down, List<String> left) {
    return down.result() == Result.SAME && !left.isEmpty()
        ? new Leg(Result.SCHEMA_ONLY, down.took(), RehearsalFindings.named(left), null)
        : down;
  }

  private static Leg failed(RehearsalStage.Ran ran) {
    return new Leg(
        Result.FAILED,
        ran.run().took(),
        String.valueOf(Objects.requireNonNull(ran.run().failure()).getMessage()),
        null);
  }

  /// @return whether they differ, as in the other comparisons
  private boolean compareRows(Map<QualifiedName, TableRows> then) {
    if (then.isEmpty()) {
      return false;
    }
    var now = rows();
    var expected = new HashMap<>(then);
    expected.keySet().removeIf(table -> !isExpected(table));
    var others = new HashMap<>(then);
    others.keySet().removeIf(this::isExpected);
    return report(problems(expected, now), Severity.ERROR)
        | report(problems(others, now), Severity.WARNING);
  }

  /// @param direction what ran: the down, or the second up
  private boolean compareViews(Direction direction, FilledViews then) {
    var now = stage.filledViews();
    var emptied = then.emptied(now);
    findings.viewsEmptied(direction, emptied);
    var filled = direction == Direction.DOWN ? then.filledSince(now) : List.<QualifiedName>of();
    findings.viewsFilled(filled);
    var isSame = emptied.isEmpty() && filled.isEmpty();
    isSound &= isSame;
    return !isSame;
  }

  private boolean report(List<String> problems, Severity severity) {
    if (problems.isEmpty()) {
      return false;
    }
    isSound = false;
    findings.rowsDiffer(problems, severity);
    return true;
  }

  private static List<String> problems(
      Map<QualifiedName, TableRows> then, Map<QualifiedName, TableRows> now) {
    var problems = new ArrayList<String>();
    new TreeMap<>(then)
        .forEach((table, rows) -> {
          var left = now.get(table);
          if (left == null) {
            return; // a difference of the schema
          }
          if (left.count() != rows.count()) {
            problems.add(
                "%s had %s and has %s now".formatted(table.dotted(), rows.count(), left.count()));
          } else if (!rows.differing(left).isEmpty()) {
            problems.add(
                "%s has other values in %s"
                    .formatted(table.dotted(), String.join(", ", rows.differing(left))));
          } else if (rows.isShuffled(left)) {
            problems.add("%s has its values in other rows".formatted(table.dotted()));
          }
        });
    return problems;
  }

  private boolean isExpected(QualifiedName table) {
    return migration.expectedRows().tables().stream()
        .anyMatch(name -> ExpectedRows.isNamed(name, table, foreseen.searchPath()));
  }

  /// A table that is neither there before the up nor after it is a slip of the pen.
  private void refuseUnknown(
      Map<QualifiedName, TableRows> before, Map<QualifiedName, TableRows> after) {
    for (var name : migration.expectedRows().tables()) {
      var isThere =
          Stream.concat(before.keySet().stream(), after.keySet().stream())
              .anyMatch(table -> ExpectedRows.isNamed(name, table, foreseen.searchPath()));
      if (!isThere) {
        findings.noSuchRows(name);
      }
    }
  }

  /// Of all tables where it cannot be read which ones it writes.
  private Map<QualifiedName, TableRows> rows() {
    if (isOpaque) {
      return stage.rows(_ -> true, false);
    }
    return rows(table -> changed.contains(table) || isExpected(table));
  }

  private Map<QualifiedName, TableRows> rows(Predicate<QualifiedName> wanted) {
    return changed.isEmpty() && migration.expectedRows().tables().isEmpty()
        ? Map.of()
        : stage.rows(wanted, isWriting);
  }

  /// Others may change a server that they use, too: its roles are looked at only where a script
  /// cannot be read.
  private ServerFacts serverFacts() {
    var all = stage.serverFacts();
    return stage.terms().isPrivate() || isOpaque ? all : all.ofDatabase();
  }

  /// @return what differs, without how
  private List<String> compareServer(ServerFacts then) {
    var differences = then.differences(serverFacts(), stage.terms().made());
    findings.serverDiffers(differences);
    isSound &= differences.isEmpty();
    return differences.stream().map(change -> change.subject().words()).toList();
  }

  private PlanSource upPlan() {
    var wish = new Wish(new Goal.At(migration.version().text()), null, true);
    return (name, history) -> {
      var plan = planner.apply(name, history.ofCopy(), wish);
      return new Plan(
          name,
          plan.moves().stream()
              .filter(move -> move.name().version().equals(migration.version()))
              .toList(),
          plan.notices());
    };
  }

  private PlanSource downPlan() {
    return (name, history) ->
        planner.rollback(name, history.ofCopy(), Set.of(migration.version()), Map.of());
  }

  private Seen seen(RehearsalStage.Ran ran, Direction direction) {
    var locks = owned(ran, direction, foreseen);
    if (direction == Direction.DOWN && !locks.stream().allMatch(OwnedLock::isForeseen)) {
      locks = owned(ran, direction, foreseen.until(migration));
    }
    return new Seen(ran.seen(), locks, ran.waits());
  }

  private List<OwnedLock> owned(
      RehearsalStage.Ran ran, Direction direction, ForeseenScripts scripts) {
    return ran.seen().locks().stream()
        .map(lock ->
            new OwnedLock(
                lock,
                scripts.ownerOf(lock.relation()),
                scripts.lock(migration.version(), direction, lock.relation())))
        .toList();
  }

  private static RehearsedMigration report(
      Migration migration, Legs legs, Seen up, Seen down, List<Finding> findings) {
    return new RehearsedMigration(
        migration.name(), migration.file(), migration.checksum(), legs, up, down, findings);
  }
}
