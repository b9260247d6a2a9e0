package dev.deed.lint.rule.constraint;

import dev.deed.lint.rule.NotNull;
import dev.deed.lint.rule.RuleCheck.EffectCheck;
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
final class SetNotNull implements EffectCheck<Altering> {

  @Override
  public void check(Altering effect, RuleView view) {
    switch (effect) {
      case SetsNotNull sets -> check(sets, sets.column(), view);
      case AddsConstraint adds
          when adds.constraint().rule() instanceof Constraint.NotNull(var column)
              && !adds.constraint().notValid()
              && !adds.constraint().inline() ->
          check(adds, column, view);
      default -> {}
    }
  }

  private static void check(Altering effect, String column, RuleView view) {
    var table = view.relation(effect.table());
    if (!view.hasRows(effect.table())) {
      return;
    }
    var proof = NotNull.proof(view, table, column);
    var drops = proof.filter(p -> isDropped(p, view));
    if (drops.isEmpty() && NotNull.isKnown(view, table, column)) {
      return;
    }
    var quoted = Identifier.quoted(column);
    view.report(
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
                    + NotNull.later(view, effect.table(), column)),
        ObjectName.table(table));
  }

  /// Whether the same statement drops the constraint: PostgreSQL drops it first, whatever the order
  /// in the text.
  private static boolean isDropped(String constraint, RuleView view) {
    return view.statement().effects().stream()
        .anyMatch(e -> e instanceof DropsConstraint d && d.constraint().equals(constraint));
  }
}
