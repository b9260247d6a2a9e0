package dev.deed.lint.rule.index;

import dev.deed.lint.facts.DropIndex;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectName;

/// Finds `DROP INDEX` of an index that belongs to a constraint.
final class DropIndexOfConstraint implements DropIndex.Check {

  @Override
  public void check(DropIndex drop) {
    drop.index()
        .filter(i -> i.constraint() != null)
        .ifPresent(index -> {
          var constraint = Identifier.quoted(String.valueOf(index.constraint()));
          var change = "DROP CONSTRAINT " + constraint + ";";
          drop.view()
              .report(
                  drop.drops().span(),
                  "PostgreSQL refuses to drop index %s: constraint %s of %s uses it"
                      .formatted(
                          index.qualifiedName().dotted(), constraint, index.table().dotted()),
                  "to remove both, drop the constraint\n"
                      + SafeSql.alterTable(index.table(), change),
                  ObjectName.table(index.table()));
        });
  }
}
