package dev.deed.lint.rule.index;

import dev.deed.lint.facts.DropIndex;
import dev.deed.sql.effect.ObjectName;
import java.util.List;

/// `DROP INDEX` without `CONCURRENTLY`.
final class DropIndexNotConcurrent implements DropIndex.Eye {

  @Override
  public void look(DropIndex drop) {
    var scene = drop.scene();
    var drops = drop.drops();
    var isOfConstraint = drop.index().filter(i -> i.constraint() != null).isPresent();
    var isIdle = drop.table().filter(t -> !scene.inUse(t)).isPresent();
    if (drops.concurrently() || isOfConstraint || isIdle) {
      return;
    }
    var name = drops.object().name();
    var table = drop.table().map(t -> t.dotted()).orElse("its table");
    var ifExists = drops.ifExists() ? "IF EXISTS " : "";
    scene.report(
        drops.span(),
        "dropping %s blocks reads and writes of %s until the transaction ends, after waiting for everybody who uses it"
            .formatted(name.dotted(), table),
        drop.isOnPartitioned()
            ? "PostgreSQL cannot drop an index of a partitioned table in another way: let it be the only statement of its migration"
            : "drop it while everybody works on; deed runs it outside a transaction by itself\n"
                + "DROP INDEX CONCURRENTLY %s%s;".formatted(ifExists, name.quoted()),
        drop.table().map(ObjectName::table).map(List::of).orElse(List.of()));
  }
}
