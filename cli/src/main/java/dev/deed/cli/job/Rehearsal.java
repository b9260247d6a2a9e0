package dev.deed.cli.job;

import dev.deed.cli.report.RehearsedMigration;
import dev.deed.cli.report.Report;
import dev.deed.cli.scratch.CopyFailed;
import dev.deed.cli.scratch.CopySource;
import dev.deed.drift.PgDump;
import dev.deed.engine.Direction;
import dev.deed.engine.Goal;
import dev.deed.engine.History;
import dev.deed.engine.Migration;
import dev.deed.engine.MigrationName;
import dev.deed.engine.Migrations;
import dev.deed.engine.Plan;
import dev.deed.engine.Planner;
import dev.deed.engine.Wish;
import dev.deed.engine.run.Runner;
import dev.deed.project.RunPolicies;
import dev.deed.project.ScratchBuild;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.UserException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Walks through migrations on the copies of all databases, in order, and tries some of them.
final class Rehearsal implements AutoCloseable {

  private final Project project;
  private final CopySource copies;
  private final Migrations migrations;
  private final RunnableDowns downs;
  private final Map<DatabaseName, RehearsalStage> stages = new LinkedHashMap<>();
  private final Map<DatabaseName, ForeseenScripts> foreseen = new HashMap<>();
  private final Map<DatabaseName, String> broken = new HashMap<>();
  private final Set<String> roles = new HashSet<>();
  private final List<RehearsedMigration> tried = new ArrayList<>();
  private final List<Report.Failure> failures = new ArrayList<>();

  /// @param migrations those of the project, and what databases have that is not in the files
  /// @param done those that the copies have when they are made
  Rehearsal(Project project, CopySource copies, Migrations migrations, Set<MigrationName> done) {
    this.project = project;
    this.copies = copies;
    this.migrations = migrations;
    this.downs = new RunnableDowns(migrations, m -> !done.contains(m.name()));
  }

  List<RehearsedMigration> tried() {
    return tried;
  }

  List<Report.Failure> failures() {
    return failures;
  }

  /// Makes the copies.
  ///
  /// @param limit for each up and each down
  /// @param load works in the copies meanwhile; null for none
  /// @param pgDump compares schemas, too; null where it does not
  void open(
      List<DatabaseName> databases,
      Duration limit,
      RehearsalTerms.@Nullable LoadWish load,
      @Nullable PgDump pgDump) {
    var policy = RunPolicies.of(project.ownership());
    var ofCopies = copies.isPrivate() ? policy.withRoles(Map.of()) : policy;
    // What a trial has found is not found again when others come after it.
    var own = ofCopies.withBeforeCommit(new EffectsRecorder(false, true));
    var terms =
        new RehearsalTerms(
            own,
            limit,
            _ -> histories(),
            load,
            pgDump,
            this::createRole,
            roles,
            copies.isPrivate());
    for (var database : databases) {
      stages.put(database, new RehearsalStage(copies.make(database), terms));
    }
  }

  /// Writes the history of an environment into copies that have only its schema.
  void stamp(List<Migration> applied) {
    var known =
        new Planner(new Migrations(applied.stream().map(downs::runnable).toList(), List.of()));
    for (var stage : stages.values()) {
      var run =
          new Runner(stage.terms().policy(), _ -> {})
              .run(
                  List.of(stage.address()),
                  (database, history) -> known.stamp(database, history.ofCopy(), Wish.ALL))
              .getFirst();
      if (run.failure() != null) {
        throw run.failure();
      }
    }
  }

  Map<DatabaseName, History> histories() {
    var all = new HashMap<DatabaseName, History>();
    stages.forEach((name, stage) -> all.put(name, stage.history()));
    return all;
  }

  private boolean createRole(UserException failure) {
    var role = copies.isPrivate() ? ScratchBuild.missingRole(failure) : null;
    if (role == null || role.isEmpty() || !roles.add(role.get())) {
      return false;
    }
    copies.createRole(role.get());
    return true;
  }

  /// In the order in which they are to be applied.
  ///
  /// @param wanted those that are tried; the others are only applied
  void walk(List<Migration> order, Set<MigrationName> wanted) {
    var waiting = new HashSet<MigrationName>();
    for (var migration : order) {
      if (wanted.contains(migration.name())) {
        prepare(waiting);
        waiting.clear();
        tryOut(migration);
      } else if (isPreparable(migration)) {
        waiting.add(migration.name());
      }
    }
  }

  /// What is not tried does not change a server that others use, either.
  private boolean isPreparable(Migration migration) {
    var database = migration.name().database();
    var ofServer = ofServer(migration, EnumSet.of(Direction.UP));
    if (!ofServer.isEmpty() && stages.containsKey(database) && !broken.containsKey(database)) {
      breakOff(database, "a migration before it changes the whole server");
      var failure =
          new CopyFailed(
              "%s comes before the migrations to try, and changes the whole server, which others use: %s"
                  .formatted(migration.name().words(), String.join(", ", ofServer)),
              "rehearse them on a server of its own: deed rehearse --on embedded");
      Report.Failure.of(stages.get(database).address().target().words(), failure)
          .ifPresent(failures::add);
    }
    return ofServer.isEmpty();
  }

  private List<String> ofServer(Migration migration, Set<Direction> directions) {
    return copies.isPrivate()
        ? List.of()
        : foreseen
            .computeIfAbsent(migration.name().database(), this::scripts)
            .ofServer(migration, directions);
  }

  /// Applies what is not tried but comes before.
  private void prepare(Set<MigrationName> names) {
    var own =
        stages.values().stream()
            .filter(stage -> !broken.containsKey(stage.database()))
            .filter(stage -> names.stream().anyMatch(n -> n.database().equals(stage.database())))
            .toList();
    if (own.isEmpty()) {
      return;
    }
    own.forEach(stage -> stage.changed(names));
    var wish = new Wish(Goal.HEAD, null, true);
    var isMended = true;
    while (isMended) {
      isMended = false;
      var runs =
          new Runner(own.getFirst().terms().policy(), _ -> {})
              .run(
                  own.stream().map(RehearsalStage::address).toList(),
                  (database, history) ->
                      only(downs.planner().apply(database, history.ofCopy(), wish), names),
                  _ -> histories());
      for (var run : runs) {
        var failure = run.failure();
        if (failure != null && createRole(failure)) {
          isMended = true;
        } else if (failure != null && !isMended) {
          breakOff(run.target().database(), "a migration before it has failed");
          Report.Failure.of(run.target().words(), failure).ifPresent(failures::add);
        }
      }
    }
  }

  private static Plan only(Plan plan, Set<MigrationName> names) {
    return new Plan(
        plan.database(),
        plan.moves().stream().filter(move -> names.contains(move.name())).toList(),
        List.of());
  }

  private void breakOff(DatabaseName database, String why) {
    broken.put(database, why);
  }

  private void tryOut(Migration migration) {
    var database = migration.name().database();
    var stage = stages.get(database);
    if (stage == null || broken.containsKey(database)) {
      tried.add(MigrationTrial.untried(migration, broken.getOrDefault(database, "it has no copy")));
      return;
    }
    var scripts = foreseen.computeIfAbsent(database, this::scripts);
    var trial = new MigrationTrial(stage, downs, migration, scripts, project.ownership().map());
    var ofServer = ofServer(migration, EnumSet.allOf(Direction.class));
    if (!ofServer.isEmpty()) {
      tried.add(trial.refused(ofServer));
      breakOff(database, migration.name().words() + " was not tried");
      return;
    }
    try {
      carryOut(trial, stage, migration.name());
    } catch (UserException failure) {
      // What was tried before is reported all the same.
      var words = stage.address().target().words();
      Report.Failure.of(words, failure).ifPresent(failures::add);
      breakOff(database, "its copy could not be used any longer");
      if (tried.stream().noneMatch(done -> done.name().equals(migration.name()))) {
        tried.add(MigrationTrial.untried(migration, "its copy could not be used any longer"));
      }
    }
  }

  private void carryOut(MigrationTrial trial, RehearsalStage stage, MigrationName migration) {
    var after = trial.run();
    tried.add(after.migration());
    var schema = after.schema();
    if (schema == null) {
      breakOff(stage.database(), migration.words() + " has failed");
    } else if (after.isSound()) {
      stage.applied(migration, schema);
    } else {
      bringBack(stage, migration);
    }
  }

  /// To where the migration is applied, and nothing has been done after it.
  private void bringBack(RehearsalStage stage, MigrationName migration) {
    var removals = copies.isPrivate() ? stage.removals() : List.<String>of();
    var again = stage.goBack();
    if (!removals.isEmpty()) {
      copies.remove(removals);
    }
    if (again.isEmpty()) {
      breakOff(
          stage.database(),
          "the copy cannot be brought back to where it was before the down of "
              + migration.words());
      return;
    }
    var names = new HashSet<>(again.get());
    names.add(migration);
    prepare(names);
  }

  private ForeseenScripts scripts(DatabaseName database) {
    var declared = project.ownership().map().databaseNamed(database).orElseThrow();
    return new ForeseenScripts(project, migrations, declared);
  }

  /// The files of those that were tried.
  static Set<MigrationName> names(List<Migration> migrations) {
    return migrations.stream().map(Migration::name).collect(Collectors.toSet());
  }

  /// What `pg_dump` was asked, in words.
  List<String> crossChecked(PgDump program) {
    var newer =
        stages.values().stream()
            .filter(stage -> !program.isFitFor(stage.knownSchema().postgres()))
            .findFirst();
    return List.of(
        newer.isEmpty()
            ? "schemas were compared by pg_dump %s, too".formatted(program.version())
            : "schemas were not compared by pg_dump %s, which is older than PostgreSQL %d"
                .formatted(program.version(), newer.get().knownSchema().postgres()));
  }

  /// Leaves the copies to the user.
  ///
  /// @return what each of them is called, and how it is dropped
  List<String> keep(String name, Instant until) {
    return stages.values().stream().map(stage -> stage.keep(name, until)).toList();
  }

  /// A copy that cannot be dropped keeps no other from being dropped.
  @Override
  public void close() {
    var failures = new ArrayList<UserException>();
    for (var stage : stages.values()) {
      try {
        stage.close();
      } catch (UserException failure) {
        failures.add(failure);
      }
    }
    stages.clear();
    if (!failures.isEmpty()) {
      failures.stream().skip(1).forEach(failures.getFirst()::addSuppressed);
      throw failures.getFirst();
    }
  }
}
