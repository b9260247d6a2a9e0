package dev.deed.lint.rule.constraint;

import dev.deed.lint.facts.Deployed;
import dev.deed.lint.rule.EffectIndex.Placed;
import dev.deed.lint.rule.NotNull;
import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Constraint.Rule;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.DropsConstraint;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import java.util.Optional;

/// Finds `DROP CONSTRAINT` of anything but a primary key, which `DropPrimaryKey` finds.
final class DropConstraint implements EffectCheck<DropsConstraint> {

  @Override
  public void check(DropsConstraint drop, RuleView view) {
    var table = view.relation(drop.table());
    var known = view.catalog().constraint(table, drop.constraint());
    var constraint = ObjectName.constraint(table, drop.constraint());
    var isElsewhere = known.isEmpty() && view.catalog().relationNamed(table).isPresent();
    if (isElsewhere
        || DropPrimaryKey.isKey(drop, view)
        || !view.inUse(drop.table())
        || !view.isMissed(constraint)
        || known.filter(c -> isSpare(c, table, view)).isPresent()
        || view.unknownTables().isWayToNotNull(table, drop.constraint())
        || known.filter(c -> isFollowed(c, view)).isPresent()
        || isReplaced(drop, known, view)) {
      return;
    }
    view.report(
        drop.span(),
        "%s %s, and adding the constraint again scans the whole table"
            .formatted(
                known
                    .map(c -> loss(c.rule()))
                    .orElse("this allows rows that violate the constraint in"),
                table.dotted()),
        String.join(
            "\n",
            "deploy code that does not need it, then drop it in a later migration with this directive",
            Deployed.ignore("drop-constraint", drop.constraint()),
            SafeSql.alterTable(
                drop.table(), "DROP CONSTRAINT " + Identifier.quoted(drop.constraint()) + ";")),
        ObjectName.table(table));
  }

  private static String loss(Rule rule) {
    return switch (rule) {
      case Constraint.Check _ -> "this allows rows that violate the check in";
      case Constraint.NotNull(var column) -> "this allows nulls in column " + column + " of";
      case Constraint.Unique _ -> "this allows duplicate rows in";
      case Constraint.PrimaryKey _ -> "this allows duplicate rows in";
      case Constraint.Exclude _ -> "this allows rows that exclude each other in";
      case Constraint.ForeignKey key ->
          "this allows rows that reference no row of %s in".formatted(key.parent().dotted());
    };
  }

  /// Whether the constraint is not needed: another one is equal to it, or it was only a step on the
  /// way to `NOT NULL`.
  private static boolean isSpare(TableConstraint dropped, QualifiedName table, RuleView view) {
    var isTwice =
        view.catalog().constraints(table).stream()
            .anyMatch(c -> !c.name().equals(dropped.name()) && c.rule().equals(dropped.rule()));
    return isTwice || isWayToNotNull(dropped, table, view);
  }

  /// Whether, in a changeover, another foreign key of the table points at the same parent: the one
  /// follows the other to the new column.
  private static boolean isFollowed(TableConstraint dropped, RuleView view) {
    return (view.isPartOf("switch") || view.waitsForGates())
        && dropped.rule() instanceof Constraint.ForeignKey key
        && view.catalog().constraints(dropped.relation()).stream()
            .anyMatch(c ->
                !c.name().equals(dropped.name())
                    && c.rule() instanceof Constraint.ForeignKey other
                    && other.parent().equals(key.parent())
                    && other.columns().size() == key.columns().size());
  }

  private static boolean isWayToNotNull(
      TableConstraint dropped, QualifiedName table, RuleView view) {
    return dropped.rule() instanceof Constraint.Check check
        && view.catalog().columns(table).stream()
            .anyMatch(c -> c.notNull() && NotNull.excludes(check.condition().tree(), c.part()));
  }

  /// Whether the script adds a constraint of the same name or the same kind to the table.
  private static boolean isReplaced(
      DropsConstraint drop, Optional<TableConstraint> known, RuleView view) {
    return view.constraintsAround(view.relation(drop.table()).name())
        .map(Placed::effect)
        .filter(AddsConstraint.class::isInstance)
        .map(AddsConstraint.class::cast)
        .filter(a -> view.relation(a.table()).equals(view.relation(drop.table())))
        .anyMatch(a ->
            drop.constraint().equals(a.constraint().name())
                || known
                    .filter(k -> k.rule().getClass() == a.constraint().rule().getClass())
                    .isPresent());
  }
}
