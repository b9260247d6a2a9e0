package dev.deed.lint.rule.index;

import dev.deed.lint.facts.DropIndex;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectName;

/// `DROP INDEX` of one that stands behind a constraint.
final class DropIndexOfConstraint implements DropIndex.Eye {

  @Override
  public void look(DropIndex drop) {
    drop.index()
        .filter(i -> i.constraint() != null)
        .ifPresent(index -> {
          var constraint = Identifier.quoted(String.valueOf(index.constraint()));
          var change = "DROP CONSTRAINT " + constraint + ";";
          drop.scene()
              .report(
                  drop.drops().span(),
                  "PostgreSQL refuses to drop %s: the constraint %s of %s stands on it"
                      .formatted(
                          index.qualifiedName().dotted(), constraint, index.table().dotted()),
                  "drop the constraint, if that is meant; its index goes with it\n"
                      + SafeSql.alterTable(index.table(), change),
                  ObjectName.table(index.table()));
        });
  }
}
