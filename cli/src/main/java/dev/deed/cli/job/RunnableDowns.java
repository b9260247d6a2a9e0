package dev.deed.cli.job;

import dev.deed.engine.Migration;
import dev.deed.engine.MigrationName;
import dev.deed.engine.MigrationRules;
import dev.deed.engine.Migrations;
import dev.deed.engine.Planner;
import dev.deed.sql.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Migrations without the downs that cannot be run as they are written, such as one with a syntax
/// error. `apply` refuses such a migration as a whole; a rehearsal reports the down, and tries the
/// migrations after it.
final class RunnableDowns {

  private final Map<MigrationName, List<Finding>> problems = new HashMap<>();
  private final List<Migration> runnable = new ArrayList<>();
  private final Planner planner;

  /// @param isApplied those that are applied here: the others are not looked at
  RunnableDowns(Migrations migrations, Predicate<Migration> isApplied) {
    for (var migration : migrations.all()) {
      var found = isApplied.test(migration) ? MigrationRules.ofDown(migration) : List.<Finding>of();
      if (!found.isEmpty()) {
        problems.put(migration.name(), found);
      }
      runnable.add(found.isEmpty() ? migration : migration.withoutDown());
    }
    planner = new Planner(new Migrations(runnable, migrations.findings(), migrations.scopes()));
  }

  Planner planner() {
    return planner;
  }

  /// Empty where its down can be run.
  List<Finding> problems(Migration migration) {
    return problems.getOrDefault(migration.name(), List.of());
  }

  /// As the planner has it.
  Migration runnable(Migration migration) {
    return problems.containsKey(migration.name()) ? migration.withoutDown() : migration;
  }
}
