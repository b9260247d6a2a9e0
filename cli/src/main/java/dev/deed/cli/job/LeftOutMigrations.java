package dev.deed.cli.job;

import dev.deed.engine.Migration;
import dev.deed.engine.Migrations;
import dev.deed.ownership.Database;
import dev.deed.sql.Finding;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.RuleName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.replay.ResolvedStatement;
import dev.deed.sql.replay.SchemaReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Pending migrations of one database that a plan leaves out, and what those in the plan need of
/// them: `--service` may choose a service whose migrations use tables that another service's
/// pending ones create.
record LeftOutMigrations(Migrations migrations, Database database, PlanResult result) {

  static final RuleName RULE = new RuleName("left-out-migration");

  /// Those that are neither applied nor in the plan.
  List<Migration> all() {
    var plan = result.plan();
    if (plan == null || plan.moves().isEmpty()) {
      return List.of();
    }
    var planned = plan.moves().stream().map(move -> move.name().version()).toList();
    return migrations.of(database.name()).stream()
        .filter(migration -> !result.history().isDone(migration.version()))
        .filter(migration -> !planned.contains(migration.version()))
        .toList();
  }

  List<Finding> findings() {
    var leftOut = all();
    if (leftOut.isEmpty()) {
      return List.of();
    }
    var creators = new HashMap<QualifiedName, Migration>();
    var there = new HashSet<QualifiedName>();
    for (var migration : migrations.of(database.name())) {
      var created = created(migration);
      if (leftOut.contains(migration)) {
        created.forEach(table -> creators.putIfAbsent(table, migration));
      } else {
        there.addAll(created);
      }
    }
    creators.keySet().removeAll(there);
    var planned =
        Objects.requireNonNull(result.plan()).moves().stream().map(move -> move.file()).toList();
    var reader = new SchemaReader(database.searchPath(), database.postgres());
    var findings = new ArrayList<Finding>();
    for (var migration : migrations.of(database.name())) {
      var resolved = reader.read(migration.up().script());
      if (planned.contains(migration.file())) {
        findings.addAll(findings(migration.file(), resolved, creators));
      }
    }
    return findings;
  }

  private List<QualifiedName> created(Migration migration) {
    var path = database.searchPath();
    return migration.up().script().statements().stream()
        .flatMap(statement -> statement.effects().stream())
        .filter(CreatesTable.class::isInstance)
        .map(effect -> ((CreatesTable) effect).table())
        .map(name -> name.schema() == null && !path.isEmpty() ? name.in(path.getFirst()) : name)
        .toList();
  }

  private List<Finding> findings(
      SourceFile file, List<ResolvedStatement> statements, Map<QualifiedName, Migration> creators) {
    var findings = new LinkedHashMap<QualifiedName, Finding>();
    for (var resolved : statements) {
      var mayBeMissing =
          resolved.statement().effects().stream()
              .anyMatch(effect -> effect instanceof Drops drops && drops.ifExists());
      for (var touch : resolved.touches()) {
        var creator = creators.get(touch.object().name());
        if (creator != null && touch.object().kind().isRelation() && !mayBeMissing) {
          findings.putIfAbsent(touch.object().name(), finding(file, touch, creator));
        }
      }
    }
    return List.copyOf(findings.values());
  }

  private static Finding finding(SourceFile file, ObjectAccess touch, Migration creator) {
    var name = creator.name();
    return Finding.error(
            RULE,
            file,
            touch.span(),
            "this uses %s, which %s creates, and that is neither applied nor in this plan"
                .formatted(touch.object().words(), name.words()),
            "write `-- deed: requires %s/%s` into this file, and it comes along; or apply it first: --service %s"
                .formatted(name.database(), name.version(), name.service()))
        .with(
            List.of(
                new Finding.Subject(touch.object().words(), name.service().text(), null, null)));
  }
}
