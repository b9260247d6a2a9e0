package dev.deed.cli.job;

import dev.deed.engine.History;
import dev.deed.engine.Plan;
import dev.deed.engine.PlanPreview;
import dev.deed.engine.PlanPreview.Foreseen;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.evidence.Evidence;
import dev.deed.lint.Linter;
import dev.deed.lint.rule.LintFinding;
import dev.deed.lint.rule.LintSettings;
import dev.deed.ownership.Database;
import dev.deed.ownership.Demand.Danger;
import dev.deed.sql.Finding;
import dev.deed.sql.Hazard;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import dev.deed.sql.effect.RowsEffect.Writing;
import dev.deed.sql.replay.ReachedEffect;
import dev.deed.sql.replay.ReplayWatcher;
import dev.deed.sql.replay.ResolvedStatement;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How dangerous a planned migration is, by what the linter says of it with all rules as they are
/// by default: neither `rules` nor an `ignore` makes a migration less dangerous.
///
/// @param place of the statement that makes it so
/// @param why in words, empty where nothing does
/// @param remarks the linter's findings
/// @param losses tables that lose rows or values; null where that is not known of all
record MigrationDanger(
    Danger level,
    Span place,
    String why,
    List<LintFinding> remarks,
    @Nullable Set<QualifiedName> losses) {

  MigrationDanger {
    remarks = List.copyOf(remarks);
    losses = losses == null ? null : Set.copyOf(losses);
  }

  /// Why a backup does not bring back what is lost; empty where it does.
  String lackOf(Evidence backup) {
    var saved = backup.detail(BackupEvidence.TABLES);
    if (level != Danger.LOSES || saved.isEmpty() || saved.equals("all")) {
      return "";
    }
    if (losses == null) {
      return "it has the rows of some tables only, and which ones are lost is not known";
    }
    var names = Set.of(backup.detail(BackupEvidence.SAVED).split(", "));
    return losses.stream()
        .map(QualifiedName::dotted)
        .filter(table -> !names.contains(table))
        .sorted()
        .findFirst()
        .map("it does not have the rows of "::concat)
        .orElse("");
  }

  /// What one script does.
  private record Reading(
      List<LintFinding> remarks, List<ResolvedStatement> resolved, List<Deletion> deletions) {}

  private record Deletion(@Nullable ObjectName table, Span place) {}

  /// @return of each move that sends an up
  static Map<PlannedMigration, MigrationDanger> of(Database database, Plan plan, History history) {
    var reader = new SchemaReader(database.searchPath(), database.postgres());
    var linter =
        new Linter(
            reader,
            new LintSettings(database.postgres(), true, true, Map.of())
                .declared(database.isPostgresDeclared()));
    var readings = new ArrayDeque<Reading>();
    var foreseen =
        PlanPreview.of(
            plan,
            history,
            reader,
            (script, alone) -> {
              var deletions = new Deletions(script);
              var linted = linter.lint(script, alone, deletions);
              readings.add(new Reading(linted.remarks(), linted.resolved(), deletions.found));
              return linted.resolved();
            });
    var dangers = new LinkedHashMap<PlannedMigration, MigrationDanger>();
    for (var one : foreseen) {
      if (one.move().direction().sendsStatements()) {
        dangers.put(one.move(), of(one, Objects.requireNonNull(readings.poll())));
      }
    }
    return dangers;
  }

  private static MigrationDanger of(Foreseen foreseen, Reading reading) {
    var found = new ArrayList<MigrationDanger>();
    var remarks = reading.remarks();
    remarks.forEach(remark -> found.add(of(remark.finding(), remarks)));
    for (var deletion : reading.deletions()) {
      if (deletion.table() == null || !foreseen.created().contains(deletion.table())) {
        var table = deletion.table() == null ? "a table" : deletion.table().words();
        found.add(
            new MigrationDanger(
                Danger.LOSES, deletion.place(), "it deletes rows of " + table, remarks, Set.of()));
      }
    }
    for (var statement : foreseen.statements()) {
      for (var opaque : statement.opaque()) {
        found.add(
            new MigrationDanger(
                Danger.LOSES,
                statement.statement().span(),
                "it may lose rows, since deed cannot read it: " + opaque.reason(),
                remarks,
                Set.of()));
      }
    }
    var worst =
        found.stream()
            .reduce((one, other) -> other.level.compareTo(one.level) > 0 ? other : one)
            .orElse(new MigrationDanger(Danger.ANY, Span.NONE, "", remarks, Set.of()));
    return new MigrationDanger(
        worst.level(), worst.place(), worst.why(), remarks, losses(foreseen, reading));
  }

  private static @Nullable Set<QualifiedName> losses(Foreseen foreseen, Reading reading) {
    if (foreseen.statements().stream().anyMatch(statement -> !statement.opaque().isEmpty())) {
      return null;
    }
    var lost = new HashSet<QualifiedName>();
    for (var deletion : reading.deletions()) {
      if (deletion.table() == null) {
        return null;
      }
      if (!foreseen.created().contains(deletion.table())) {
        lost.add(deletion.table().name());
      }
    }
    for (var remark : reading.remarks()) {
      if (remark.finding().hazards().contains(Hazard.LOSES_DATA)) {
        if (remark.objects().isEmpty()) {
          return null;
        }
        for (var object : remark.objects()) {
          if (!object.kind().isRelation() && !object.kind().isPartOfRelation()) {
            return null; // a schema, a role's objects
          }
          lost.add(object.name());
        }
      }
    }
    return lost;
  }

  private static MigrationDanger of(Finding remark, List<LintFinding> remarks) {
    var level = level(remark.hazards());
    var why =
        switch (level) {
          case LOSES -> "it loses rows or values: " + remark.message();
          case BREAKS -> "it breaks running code: " + remark.message();
          case BLOCKS -> "other sessions wait for it: " + remark.message();
          case ANY -> "";
        };
    return new MigrationDanger(level, remark.span(), why, remarks, Set.of());
  }

  private static Danger level(Set<Hazard> hazards) {
    if (hazards.contains(Hazard.LOSES_DATA)) {
      return Danger.LOSES;
    }
    if (hazards.contains(Hazard.BREAKS_RUNNING_CODE)) {
      return Danger.BREAKS;
    }
    return hazards.contains(Hazard.BLOCKS_READS)
            || hazards.contains(Hazard.BLOCKS_WRITES)
            || hazards.contains(Hazard.REWRITES_TABLE)
        ? Danger.BLOCKS
        : Danger.ANY;
  }

  /// Rows that a statement deletes, also in the body of a block.
  private static final class Deletions implements ReplayWatcher {

    private final Script script;
    private final List<Deletion> found = new ArrayList<>();
    private Span place = Span.NONE;

    Deletions(Script script) {
      this.script = script;
    }

    @Override
    public void before(Effect effect, Statement statement) {
      place = statement.span();
    }

    @Override
    public void reached(ReachedEffect reached) {
      if (reached.effect() instanceof WritesRows writes && isDeletion(writes.writing())) {
        found.add(new Deletion(reached.subject(), place));
      }
    }

    private boolean isDeletion(Writing writing) {
      return switch (writing) {
        case DELETE -> true;
        case MERGE ->
            script
                .text()
                .substring(place.start(), place.end())
                .toUpperCase(Locale.ROOT)
                .contains("DELETE");
        case INSERT, UPDATE, COPY -> false;
      };
    }
  }
}
