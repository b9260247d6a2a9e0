package dev.deed.lint.rule.transaction;

import static java.util.stream.Collectors.joining;

import dev.deed.lint.rule.HeldLocks;
import dev.deed.lint.rule.RuleCheck.StatementLook;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.replay.ResolvedStatement;
import java.util.ArrayList;
import java.util.HashSet;

/// Finds transactions in which several statements lock one table after another.
final class SeveralTablesLocked implements StatementLook {

  @Override
  public void look(ResolvedStatement statement, RuleView scene) {
    var held = scene.held();
    // Reported once, at the second statement that locks another table.
    if (held.statements() != 1) {
      return;
    }
    var before = new HashSet<QualifiedName>();
    held.locks().keySet().forEach(t -> before.add(root(t.name(), scene)));
    var added =
        HeldLocks.ofOthers(statement, scene).stream()
            .filter(t -> t.access() == Access.DEFINES && !t.implied())
            .map(t -> t.object())
            .filter(t -> !before.contains(root(t.name(), scene)))
            .distinct()
            .toList();
    if (added.isEmpty()) {
      return;
    }
    var tables = new ArrayList<ObjectName>(held.locks().keySet());
    var message =
        "this locks %s while the transaction still holds a lock on %s: both are blocked until it ends, and a program that locks them in the other order deadlocks with it"
            .formatted(names(added), names(tables));
    var advice =
        "change one table in each migration, so that each lock is released before the next is acquired";
    tables.addAll(added);
    scene.report(statement.statement().span(), message, advice, tables);
  }

  private static String names(Iterable<ObjectName> tables) {
    var names = new ArrayList<String>();
    tables.forEach(t -> names.add(t.name().dotted()));
    return names.stream().collect(joining(", "));
  }

  /// The topmost parent of a partition, or the table itself: partitions are locked together with
  /// their parent.
  private static QualifiedName root(QualifiedName table, RuleView scene) {
    var name = table;
    for (var depth = 0; depth < 8; depth++) {
      var partition = scene.catalog().table(name).map(t -> t.partition()).orElse(null);
      if (partition == null) {
        return name;
      }
      name = partition.parent();
    }
    return name;
  }
}
