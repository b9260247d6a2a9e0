package dev.deed.lint.rule.transaction;

import static java.util.stream.Collectors.joining;

import dev.deed.lint.rule.HeldLocks;
import dev.deed.lint.rule.RuleCheck.StatementCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.replay.ResolvedStatement;
import java.util.ArrayList;
import java.util.HashSet;

/// Finds transactions in which several statements lock one table after another.
final class SeveralTablesLocked implements StatementCheck {

  @Override
  public void check(ResolvedStatement statement, RuleView view) {
    var held = view.held();
    // Reported once, at the second statement that locks another table.
    if (held.statements() != 1 || view.isPartOf("switch") || view.waitsForGates()) {
      return;
    }
    var before = new HashSet<QualifiedName>();
    held.locks().keySet().forEach(t -> before.add(root(t.name(), view)));
    var added =
        HeldLocks.ofOthers(statement, view).stream()
            .filter(t -> t.access() == Access.DEFINES && !t.implied())
            .map(t -> t.object())
            .filter(t -> !before.contains(root(t.name(), view)))
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
    view.report(statement.statement().span(), message, advice, tables);
  }

  private static String names(Iterable<ObjectName> tables) {
    var names = new ArrayList<String>();
    tables.forEach(t -> names.add(t.name().dotted()));
    return names.stream().collect(joining(", "));
  }

  /// The topmost parent of a partition, or the table itself: partitions are locked together with
  /// their parent.
  private static QualifiedName root(QualifiedName table, RuleView view) {
    var name = table;
    for (var depth = 0; depth < 8; depth++) {
      var partition = view.catalog().table(name).map(t -> t.partition()).orElse(null);
      if (partition == null) {
        return name;
      }
      name = partition.parent();
    }
    return name;
  }
}
