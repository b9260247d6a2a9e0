package dev.deed.cli.job;

import dev.deed.engine.Migrations;
import dev.deed.engine.Plan;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.catalog.ObservedEffect;
import dev.deed.engine.catalog.ObservedEffect.Happening;
import dev.deed.engine.protocol.BeforeCommit;
import dev.deed.ownership.Environment;
import dev.deed.ownership.check.ObjectOwners;
import dev.deed.ownership.check.Observation;
import dev.deed.ownership.check.ObservationCheck;
import dev.deed.ownership.check.ServiceScript;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.ObjectKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares what the server has done for a migration with what the gate has seen in it and what the
/// owners allow, before the commit. The scripts of a database are read once, before its first
/// migration begins.
final class EffectsComparison implements BeforeCommit {

  private final Project project;
  private final boolean ofAll;
  private final Function<DatabaseName, Scripts> reading;
  private final Map<DatabaseName, Map<SourceFile, Compared>> compared = new HashMap<>();

  /// @param scripts in the order in which they run
  /// @param owners after all of them
  record Scripts(List<ServiceScript> scripts, ObjectOwners owners) {}

  private record Compared(ServiceScript script, ObjectOwners owners, boolean isUnclear) {}

  private EffectsComparison(
      Project project, boolean ofAll, Function<DatabaseName, Scripts> reading) {
    this.project = project;
    this.ofAll = ofAll;
    this.reading = reading;
  }

  /// Nothing is compared where the gate's errors stop nothing, or where there is one service only.
  ///
  /// @param reading reads the scripts that are about to run, with those before them
  static BeforeCommit of(
      Project project, @Nullable Environment environment, Function<DatabaseName, Scripts> reading) {
    var isAlone = project.ownership().map().services().size() < 2;
    return isAlone || Gate.isLenient(project, environment)
        ? BeforeCommit.NOTHING
        : new EffectsComparison(project, isOfAll(project, environment), reading);
  }

  /// SQL that is run by hand, without a review, is compared in any case.
  static BeforeCommit always(
      Project project, Environment environment, Function<DatabaseName, Scripts> reading) {
    var comparison = of(project, environment, reading);
    return comparison instanceof EffectsComparison
        ? new EffectsComparison(project, true, reading)
        : comparison;
  }

  /// The migrations of a plan that are compared, in words; empty for none.
  ///
  /// @param environment null where none is asked
  static Optional<String> looked(
      Project project, @Nullable Environment environment, Migrations migrations, Plan plan) {
    if (plan.moves().isEmpty()) {
      return Optional.empty();
    }
    var comparison = of(project, environment, name -> scripts(project, migrations, name));
    var all = plan.moves().stream().filter(comparison::looksAt).toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        all.size() == plan.moves().size() && all.size() > 1
            ? "each of these migrations"
            : all.stream().map(move -> move.name().words()).collect(Collectors.joining(", ")));
  }

  /// From the files.
  static Scripts scripts(Project project, Migrations migrations, DatabaseName name) {
    var map = project.ownership().map();
    return MigrationReplay.of(migrations, map, map.databaseNamed(name).orElseThrow()).scripts();
  }

  /// Whether every migration is compared, also one that can be read.
  private static boolean isOfAll(Project project, @Nullable Environment environment) {
    var policy = project.ownership().policies().compareEffects();
    return switch (policy) {
      case ALWAYS -> true;
      case PROTECTED -> environment != null && environment.isProtected();
      case OPAQUE -> false;
    };
  }

  @Override
  public boolean looksAt(PlannedMigration move) {
    return ofAll || isUnclear(move);
  }

  @Override
  public boolean isUnclear(PlannedMigration move) {
    return compared(move).isUnclear();
  }

  @Override
  public Optional<Objection> to(PlannedMigration move, List<ObservedEffect> happened) {
    var own = compared(move);
    var check =
        new ObservationCheck(
            project.ownership().map(),
            move.name().database(),
            move.name().version().text(),
            own.script(),
            own.owners());
    var problems =
        happened.stream()
            .map(EffectsComparison::observation)
            .flatMap(seen -> check.check(seen).stream())
            .distinct()
            .toList();
    return problems.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Objection(
                problems.stream().map(ObservationCheck.Problem::message).distinct().toList(),
                problems.stream()
                    .map(ObservationCheck.Problem::advice)
                    .distinct()
                    .collect(Collectors.joining("\n"))));
  }

  static Observation observation(ObservedEffect effect) {
    return new Observation(
        effect.object(),
        effect.wholes(),
        effect.happening().access(),
        effect.lock(),
        effect.happening() == Happening.CREATED,
        effect.happening() == Happening.LOCKED,
        words(effect));
  }

  /// With the number of rows where the server has counted them.
  private static String words(ObservedEffect effect) {
    var verb = "this also " + effect.happening().words();
    if (effect.happening() == Happening.LOCKED && effect.lock() != null) {
      return "%s %s".formatted(verb, effect.lock().words());
    }
    return effect.happening() == Happening.WROTE
            && effect.rows() > 0
            && effect.object().kind() != ObjectKind.SEQUENCE
        ? "%s %d %s of".formatted(verb, effect.rows(), effect.rows() == 1 ? "row" : "rows")
        : verb;
  }

  private synchronized Compared compared(PlannedMigration move) {
    var known = compared.computeIfAbsent(move.name().database(), this::read);
    var file = move.body().script().file();
    var own = known.get(file);
    if (own == null) {
      throw new IllegalStateException(file + " was not read");
    }
    return own;
  }

  private Map<SourceFile, Compared> read(DatabaseName database) {
    var scripts = reading.apply(database);
    var all = new HashMap<SourceFile, Compared>();
    for (var script : scripts.scripts()) {
      all.put(
          script.script().file(),
          new Compared(script, scripts.owners(), ObservationCheck.isUnclear(script)));
    }
    return all;
  }
}
