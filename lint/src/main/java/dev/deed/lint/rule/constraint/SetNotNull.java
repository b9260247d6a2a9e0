package dev.deed.lint.rule.constraint;

import dev.deed.lint.rule.NotNull;
import dev.deed.lint.rule.RuleCheck.EffectLook;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.Altering;
import dev.deed.sql.effect.TableEffect.DropsConstraint;
import dev.deed.sql.effect.TableEffect.SetsNotNull;

/// Finds `SET NOT NULL` that scans the table for nulls.
final class SetNotNull implements EffectLook<Altering> {

  @Override
  public void look(Altering effect, RuleView scene) {
    switch (effect) {
      case SetsNotNull sets -> look(sets, sets.column(), scene);
      case AddsConstraint adds
          when adds.constraint().rule() instanceof Constraint.NotNull(var column)
              && !adds.constraint().notValid()
              && !adds.constraint().inline() ->
          look(adds, column, scene);
      default -> {}
    }
  }

  private static void look(Altering effect, String column, RuleView scene) {
    var table = scene.relation(effect.table());
    if (!scene.hasRows(effect.table())) {
      return;
    }
    var proof = NotNull.proof(scene, table, column);
    var drops = proof.filter(p -> isDropped(p, scene));
    if (drops.isEmpty() && NotNull.isKnown(scene, table, column)) {
      return;
    }
    var quoted = Identifier.quoted(column);
    scene.report(
        effect.span(),
        "this blocks reads and writes of %s while the table is scanned for nulls in %s"
            .formatted(table.dotted(), quoted),
        drops
            .map(p ->
                "drop the constraint that avoids the scan in a later statement\n"
                    + SafeSql.alterTable(
                        effect.table(), "ALTER COLUMN " + quoted + " SET NOT NULL;\n")
                    + SafeSql.alterTable(
                        effect.table(), "DROP CONSTRAINT " + Identifier.quoted(p) + ";"))
            .orElseGet(() ->
                "prove with a constraint first that there are no nulls, in steps that do not block reads or writes\n"
                    + NotNull.later(scene, effect.table(), column)),
        ObjectName.table(table));
  }

  /// Whether the same statement drops the constraint: PostgreSQL drops it first, whatever the order
  /// in the text.
  private static boolean isDropped(String constraint, RuleView scene) {
    return scene.statement().effects().stream()
        .anyMatch(e -> e instanceof DropsConstraint d && d.constraint().equals(constraint));
  }
}
