package dev.deed.cli.job;

import dev.deed.cli.report.OwnerReport.Column;
import dev.deed.cli.report.OwnerReport.Details;
import dev.deed.cli.report.OwnerReport.ForeignLock;
import dev.deed.ownership.Service;
import dev.deed.ownership.check.ServiceScript;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Columns, foreign keys, migrations and locks of all tables of a database, from one pass.
final class OwnerDetails {

  private final Map<ObjectName, List<Column>> columns = new HashMap<>();
  private final Map<ObjectName, Set<ObjectName>> references = new HashMap<>();
  private final Map<ObjectName, Set<SourceFile>> migrations = new HashMap<>();
  private final Map<ObjectName, Set<ForeignLock>> locks = new HashMap<>();

  private OwnerDetails() {}

  static OwnerDetails of(MigrationReplay replay) {
    var details = new OwnerDetails();
    var types = new HashMap<String, String>();
    for (var object : replay.schema().unordered()) {
      if (object instanceof TableColumn column) {
        types.put(column.name().text(), column.type().text());
      }
    }
    for (var object : replay.schema().unordered()) {
      if (object instanceof Table table) {
        details.columns.put(
            table.name(),
            table.columns().stream()
                .map(name ->
                    new Column(
                        name,
                        types.getOrDefault(
                            ObjectName.column(table.qualifiedName(), name).text(), "")))
                .toList());
      } else if (object instanceof TableConstraint constraint
          && constraint.rule() instanceof Constraint.ForeignKey key) {
        details
            .references
            .computeIfAbsent(ObjectName.table(constraint.relation()), _ -> new TreeSet<>())
            .add(ObjectName.table(key.parent()));
      }
    }
    replay.ups().forEach(script -> details.add(replay, script));
    return details;
  }

  private void add(MigrationReplay replay, ServiceScript script) {
    var file = script.script().file();
    for (var statement : script.resolved()) {
      for (var touch : statement.touches()) {
        var object = touch.object();
        if (touch.access() == Access.DEFINES) {
          migrations.computeIfAbsent(object, _ -> new LinkedHashSet<>()).add(file);
        }
        var lock = touch.lock();
        if (lock != null && lock.blocksWrites() && !statement.fresh().contains(object)) {
          replay
              .owners()
              .ownerOf(object)
              .map(Service::name)
              .filter(owner -> !owner.equals(script.service()))
              .ifPresent(_ ->
                  locks
                      .computeIfAbsent(object, _ -> new LinkedHashSet<>())
                      .add(new ForeignLock(script.service(), lock, file)));
        }
      }
    }
  }

  Details of(ObjectName relation) {
    return new Details(
        columns.getOrDefault(relation, List.of()),
        List.copyOf(references.getOrDefault(relation, Set.of())),
        List.copyOf(migrations.getOrDefault(relation, Set.of())),
        new ArrayList<>(locks.getOrDefault(relation, Set.of())),
        null);
  }
}
