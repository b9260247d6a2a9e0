package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.EvidenceReport;
import dev.deed.cli.report.Report;
import dev.deed.engine.Goal;
import dev.deed.engine.History;
import dev.deed.engine.Migration;
import dev.deed.engine.MigrationName;
import dev.deed.engine.Migrations;
import dev.deed.engine.Planner;
import dev.deed.engine.Version;
import dev.deed.engine.Wish;
import dev.deed.engine.look.Histories;
import dev.deed.engine.look.TableSizes;
import dev.deed.ownership.Environment;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.UserException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The boxes that migrations go through before they are applied in an environment: each answered by
/// what is known, else left to a person.
public record ChecklistRun(Project project, Surroundings surroundings, Asked wish) {

  /// What the command line says.
  ///
  /// @param names of migrations; empty for those since `base`, or that are pending
  /// @param base null where none is given
  /// @param environment null where none is asked
  /// @param database the only one; null for all
  public record Asked(
      List<String> names,
      @Nullable String base,
      @Nullable String environment,
      @Nullable String database) {
    public Asked {
      names = List.copyOf(names);
    }
  }

  /// One database of the environment.
  ///
  /// @param history null where it could not be read, or none is asked
  /// @param failure why; null where it could
  private record Place(
      DatabaseName database, @Nullable History history, @Nullable UserException failure) {

    String trouble() {
      return failure == null ? "" : failure.firstLine();
    }
  }

  public Report report() {
    var migrations = project.migrations();
    var targets =
        wish.environment() == null ? null : Targets.of(project, wish.environment(), surroundings);
    var places = new HashMap<DatabaseName, Place>();
    var failures = new ArrayList<Report.Failure>();
    if (targets != null) {
      for (var address : targets.addresses(wish.database())) {
        var reading = Histories.read(List.of(address), targets.patience()).getFirst();
        places.put(
            address.target().database(),
            new Place(address.target().database(), reading.history(), reading.failure()));
        Report.Failure.of(address.target().words(), reading.failure()).ifPresent(failures::add);
      }
    }
    var chosen = chosen(migrations, places);
    var lists = new ArrayList<EvidenceReport.MigrationBoxes>();
    if (!chosen.isEmpty()) {
      var environment = targets == null ? null : targets.environment();
      var demands =
          environment == null
              ? null
              : new EnvironmentDemands(project, migrations, surroundings, environment);
      var books =
          demands != null
              ? demands.books()
              : new EvidenceBooks(
                  new EvidencePlaces(project, surroundings, null),
                  migrations,
                  surroundings.clock());
      var findings = findings(migrations, chosen, places);
      byDatabase(chosen)
          .forEach((database, own) -> {
            var place = places.getOrDefault(database, new Place(database, null, null));
            var cases = cases(migrations, own, place, targets, findings);
            for (var one : cases) {
              var answers =
                  new ChecklistAnswers(project, surroundings, one, books.of(database), demands)
                      .all();
              lists.add(
                  new EvidenceReport.MigrationBoxes(
                      one.migration().name(), one.migration().file(), answers));
            }
          });
    }
    return new EvidenceReport.Checklists(
        targets == null ? null : targets.environment().name(), lists, failures);
  }

  private List<Migration> chosen(Migrations migrations, Map<DatabaseName, Place> places) {
    var named = new NamedMigration(project, migrations, surroundings, wish.database());
    var all = new LinkedHashSet<Migration>();
    wish.names().forEach(name -> all.addAll(named.all(name)));
    if (!wish.names().isEmpty()) {
      return List.copyOf(all);
    }
    if (wish.base() != null) {
      var scope = new ScopeReader(project, surroundings).scope(List.of(), wish.base());
      return migrations.all().stream().filter(scope::has).filter(this::isOfDatabase).toList();
    }
    if (wish.environment() == null) {
      throw new NotNamed();
    }
    return migrations.all().stream()
        .filter(migration -> isPending(migration, places.get(migration.name().database())))
        .toList();
  }

  private boolean isOfDatabase(Migration migration) {
    return wish.database() == null || migration.name().database().text().equals(wish.database());
  }

  /// Of a database whose history cannot be read, nothing is known to be pending.
  private boolean isPending(Migration migration, @Nullable Place place) {
    if (place == null || place.history() == null) {
      return false;
    }
    var plan = planned(place.database(), place.history());
    return plan.contains(migration.name());
  }

  private Set<MigrationName> planned(DatabaseName database, History history) {
    return new Planner(project.migrations())
        .status(database, history).stream()
            .filter(status -> status.isPending())
            .map(status -> status.name())
            .collect(Collectors.toSet());
  }

  private static Map<DatabaseName, List<Migration>> byDatabase(List<Migration> chosen) {
    return chosen.stream()
        .collect(
            Collectors.groupingBy(
                migration -> migration.name().database(), TreeMap::new, Collectors.toList()));
  }

  /// What `check` says of their files, as it says it of pending ones.
  private List<Finding> findings(
      Migrations migrations, List<Migration> chosen, Map<DatabaseName, Place> places) {
    var files = chosen.stream().map(Migration::file).collect(Collectors.toSet());
    var applied = new HashMap<DatabaseName, Set<Version>>();
    places.forEach((name, place) -> {
      if (place.history() != null) {
        applied.put(
            name,
            place.history().rows().stream()
                .filter(row -> row.isDone())
                .map(row -> row.version())
                .filter(version ->
                    chosen.stream()
                        .noneMatch(
                            m -> m.name().database().equals(name) && m.version().equals(version)))
                .collect(Collectors.toSet()));
      }
    });
    return new Gate(project, migrations, surroundings)
        .check(Scope.pending(files, applied))
        .findings();
  }

  private List<ChecklistCase> cases(
      Migrations migrations,
      List<Migration> own,
      Place place,
      @Nullable Targets targets,
      List<Finding> findings) {
    var dangers = new HashMap<MigrationName, MigrationDanger>();
    var trouble = place.trouble();
    try {
      dangers.putAll(dangers(migrations, own, place));
    } catch (UserException failure) {
      trouble = failure.firstLine();
    }
    var environment = targets == null ? null : targets.environment();
    Map<QualifiedName, Long> sizes = Map.of();
    if (targets != null && place.history() != null) {
      try {
        sizes =
            TableSizes.of(
                targets.address(place.database().text()), targets.patience(), tables(dangers));
      } catch (UserException failure) {
        trouble = failure.firstLine();
      }
    }
    var live = new ChecklistCase.Live(environment, place.history(), trouble, sizes);
    var elsewhere = elsewhere(targets, environment, place.database());
    return own.stream()
        .map(migration ->
            new ChecklistCase(
                migration, dangers.get(migration.name()), of(migration, findings), live, elsewhere))
        .toList();
  }

  private static List<Finding> of(Migration migration, List<Finding> findings) {
    var files = new LinkedHashSet<SourceFile>(List.of(migration.file(), migration.downFile()));
    return findings.stream().filter(finding -> files.contains(finding.file())).toList();
  }

  private static Set<QualifiedName> tables(Map<MigrationName, MigrationDanger> dangers) {
    return dangers.values().stream()
        .flatMap(danger -> DangerAnswers.tables(danger.remarks()).stream())
        .collect(Collectors.toSet());
  }

  /// On top of what the environment has, where all of them are pending there; else as if all before
  /// the first of them were applied, and nothing after.
  private Map<MigrationName, MigrationDanger> dangers(
      Migrations migrations, List<Migration> own, Place place) {
    var planner = new Planner(migrations);
    var declared = project.ownership().map().databaseNamed(place.database()).orElseThrow();
    var history = place.history();
    var isPending =
        history != null && own.stream().noneMatch(migration -> history.isDone(migration.version()));
    var start = isPending ? Objects.requireNonNull(history) : before(migrations, own, place);
    var plan = planner.apply(place.database(), start, new Wish(Goal.HEAD, null, true));
    var dangers = new HashMap<MigrationName, MigrationDanger>();
    MigrationDanger.of(declared, plan, start)
        .forEach((move, danger) -> dangers.put(move.name(), danger));
    return dangers;
  }

  private static History before(Migrations migrations, List<Migration> own, Place place) {
    var all = migrations.of(place.database());
    var first = all.indexOf(own.getFirst());
    var planner = new Planner(migrations);
    return planner.assumed(
        place.database(),
        first <= 0 ? Goal.BASE : new Goal.At(all.get(first - 1).version().text()));
  }

  private ChecklistCase.@Nullable Elsewhere elsewhere(
      @Nullable Targets targets, @Nullable Environment environment, DatabaseName database) {
    var from = environment == null ? null : environment.promoteFrom();
    if (targets == null || from == null) {
      return null;
    }
    try {
      var there = targets.in(from);
      var history = Histories.read(there.address(database.text()), targets.patience());
      return new ChecklistCase.Elsewhere(from, history, "");
    } catch (UserException failure) {
      return new ChecklistCase.Elsewhere(from, null, failure.firstLine());
    }
  }

  /// Nothing says which migrations are meant.
  static final class NotNamed extends UserException {

    private static final long serialVersionUID = 1L;

    NotNamed() {
      super(
          "nothing says which migrations are to be looked at",
          "name them, or those of a change: --base origin/main; or what is pending: --env production");
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
