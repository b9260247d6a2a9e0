package dev.deed.cli.job;

import dev.deed.cli.report.DatabasePlan.Lock;
import dev.deed.cli.report.DatabasePlan.PlannedStatement;
import dev.deed.cli.report.DatabasePlan.Use;
import dev.deed.engine.PlanPreview.Foreseen;
import dev.deed.engine.Step;
import dev.deed.ownership.Database;
import dev.deed.ownership.Owner;
import dev.deed.ownership.OwnershipMap;
import dev.deed.sql.Finding;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.replay.ResolvedStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Planned statements with their locks, the services affected, and the linter's findings.
///
/// @param remarks the linter's findings on all of the statements
record PlannedStatements(OwnershipMap map, Database database, List<Finding> remarks) {

  List<PlannedStatement> of(Foreseen foreseen) {
    var planned = new ArrayList<PlannedStatement>();
    var statements = foreseen.statements().iterator();
    var number = 0;
    for (var step : Step.of(foreseen.move())) {
      number++;
      for (var i = 0; i < size(step) && statements.hasNext(); i++) {
        var resolved = statements.next();
        planned.add(
            new PlannedStatement(
                resolved,
                number,
                step instanceof Step.Alone,
                locks(foreseen, resolved),
                remarks(foreseen, resolved)));
      }
    }
    return planned;
  }

  private static int size(Step step) {
    return switch (step) {
      case Step.InTransaction together -> together.end() - together.first();
      case Step.Alone _ -> 1;
      case Step.Record _ -> 0;
    };
  }

  private List<Finding> remarks(Foreseen foreseen, ResolvedStatement resolved) {
    var span = resolved.statement().span();
    return remarks.stream()
        .filter(r -> r.file().equals(foreseen.move().file()))
        .filter(r -> r.span().start() >= span.start() && r.span().start() < span.end())
        .toList();
  }

  /// The strongest lock on each object.
  private List<Lock> locks(Foreseen foreseen, ResolvedStatement resolved) {
    var modes = new LinkedHashMap<ObjectName, LockMode>();
    for (var touch : resolved.touches()) {
      var mode = touch.lock();
      if (mode != null) {
        modes.merge(touch.object(), mode, LockMode::strongest);
      }
    }
    var locks = new ArrayList<Lock>();
    modes.forEach((object, mode) ->
        locks.add(
            new Lock(
                object, mode, owner(object), uses(object), foreseen.created().contains(object))));
    return locks;
  }

  private @Nullable ServiceName owner(ObjectName object) {
    return isOfTable(object)
            && map.ownerOf(database.name(), object.name()) instanceof Owner.OwnedBy owned
        ? owned.service()
        : null;
  }

  private List<Use> uses(ObjectName object) {
    return isOfTable(object) ? uses(object.name()) : List.of();
  }

  private List<Use> uses(QualifiedName table) {
    return map.consumersOf(database.name(), table).stream()
        .map(consumer -> new Use(consumer.service(), consumer.access()))
        .distinct()
        .toList();
  }

  /// Whether the object is a table or a part of one, which is named with its table.
  private static boolean isOfTable(ObjectName object) {
    return switch (object.kind()) {
      case TABLE, FOREIGN_TABLE, COLUMN, CONSTRAINT, TRIGGER, POLICY -> true;
      default -> false;
    };
  }
}
