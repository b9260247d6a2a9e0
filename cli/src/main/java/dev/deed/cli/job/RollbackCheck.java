package dev.deed.cli.job;

import dev.deed.engine.AppliedScript;
import dev.deed.engine.Ignores;
import dev.deed.engine.Migrations;
import dev.deed.engine.PlannedMigration;
import dev.deed.ownership.Database;
import dev.deed.ownership.OwnershipRules;
import dev.deed.ownership.check.ObjectOwners;
import dev.deed.ownership.check.OwnershipCheck;
import dev.deed.ownership.check.OwnershipWatcher;
import dev.deed.ownership.check.ServiceScript;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.SourceFile;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.script.Script;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The rules of ownership on the downs of a rollback, as they were kept: they may be older than the
/// ownership file, or of files that are gone.
record RollbackCheck(Project project, Migrations migrations, PlanResult result, LocalDate today) {

  Set<SourceFile> files() {
    return moves().stream()
        .map(PlannedMigration::place)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// Of the downs as they were kept.
  Map<SourceFile, String> texts() {
    return moves().stream()
        .collect(
            Collectors.toMap(
                PlannedMigration::place, move -> move.body().script().text(), (a, _) -> a));
  }

  private List<PlannedMigration> moves() {
    var plan = result.plan();
    return plan == null ? List.of() : plan.moves();
  }

  List<Finding> findings() {
    if (moves().isEmpty()) {
      return List.of();
    }
    var map = project.ownership().map();
    var consent = new OwnerConsent(map, migrations);
    moves().forEach(move -> consent.add(move.place(), move.name()));
    var database = database();
    var read = scripts();
    var owners = owners(database, read.owners());
    var files = files();
    var found =
        new OwnershipCheck(map, owners)
            .check(database.name(), read.scripts()).stream()
                .filter(finding -> files.contains(finding.file()))
                .toList();
    return weighed(found, consent);
  }

  /// @param live asked where a down names a column that is said to be gone
  List<Finding> ofColumns(LiveNames live) {
    if (moves().isEmpty()) {
      return List.of();
    }
    var name = database().name();
    return new ColumnsGoneSince(
            database(),
            result.history(),
            moves(),
            () -> live.of(Set.of(name)).getOrDefault(name, Set.of()))
        .findings();
  }

  private Database database() {
    return project.ownership().map().databaseNamed(result.premise().database()).orElseThrow();
  }

  /// The ups that are applied, then the downs, with the owners in between.
  EffectsComparison.Scripts scripts() {
    var map = project.ownership().map();
    var database = database();
    var reader = new SchemaReader(database.searchPath(), database.postgres());
    var watcher = new OwnershipWatcher(map, database.name(), reader.catalog());
    var scripts = new ArrayList<ServiceScript>();
    for (var applied : AppliedScript.of(result.history())) {
      var script = elsewhere(applied.script());
      var service = applied.row().name().service();
      scripts.add(watcher.read(service, script, watch -> reader.read(script, watch)));
    }
    var owners = watcher.owners(reader.objects());
    for (var move : moves()) {
      var script = move.body().script();
      scripts.add(watcher.read(move.name().service(), script, watch -> reader.read(script, watch)));
    }
    return new EffectsComparison.Scripts(scripts, owners);
  }

  /// The same under a name that no file has: what the ups do is not asked again.
  private static Script elsewhere(Script script) {
    var name = new SourceFile("history of " + script.file());
    return new Script(
        name, script.text(), script.statements(), script.directives(), script.problems());
  }

  private Map<DatabaseName, ObjectOwners> owners(Database own, ObjectOwners ofOwn) {
    var map = project.ownership().map();
    var owners = new HashMap<DatabaseName, ObjectOwners>();
    for (var database : map.databases()) {
      owners.put(
          database.name(),
          database.equals(own) ? ofOwn : MigrationReplay.of(migrations, map, database).owners());
    }
    return owners;
  }

  private List<Finding> weighed(List<Finding> found, OwnerConsent consent) {
    var levels = new RuleLevels(project.ownership());
    var scripts = moves().stream().map(move -> move.body().script()).toList();
    var ignores = Ignores.of(scripts, RuleLevels.CHANGEABLE, today, consent::refusal);
    return ignores.apply(consent.without(levels.apply(found))).stream()
        .filter(finding -> OwnerConsent.RULES.contains(finding.rule()) || isRefused(finding))
        .distinct()
        .toList();
  }

  private static boolean isRefused(Finding finding) {
    return finding.rule().equals(OwnershipRules.OWNER_DECIDES);
  }
}
