package dev.deed.lint.rule.index;

import dev.deed.lint.facts.DropIndex;
import dev.deed.sql.effect.ObjectName;
import java.util.List;

/// Finds `DROP INDEX` without `CONCURRENTLY`.
final class DropIndexNotConcurrent implements DropIndex.Check {

  @Override
  public void check(DropIndex drop) {
    var view = drop.view();
    var drops = drop.drops();
    var isOfConstraint = drop.index().filter(i -> i.constraint() != null).isPresent();
    var isIdle = drop.table().filter(t -> !view.inUse(t)).isPresent();
    // An index that is attached to another cannot be dropped at all: will-fail finds that.
    var isAttached = drop.index().filter(i -> i.parent() != null).isPresent();
    if (drops.concurrently() || isOfConstraint || isIdle || isAttached) {
      return;
    }
    var name = drops.object().name();
    var table = drop.table().map(t -> t.dotted()).orElse("its table");
    var ifExists = drops.ifExists() ? "IF EXISTS " : "";
    view.report(
        drops.span(),
        "dropping %s waits for every transaction that uses %s, then blocks its reads and writes until the transaction ends"
            .formatted(name.dotted(), table),
        drop.isOnPartitioned()
            ? "PostgreSQL cannot drop an index of a partitioned table concurrently: make this the only statement of its migration"
            : "drop it concurrently, which does not block reads or writes; deed runs this outside a transaction\n"
                + "DROP INDEX CONCURRENTLY %s%s;".formatted(ifExists, name.quoted()),
        drop.table().map(ObjectName::table).map(List::of).orElse(List.of()));
  }
}
