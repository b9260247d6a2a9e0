package dev.deed.lint.rule.constraint;

import dev.deed.lint.facts.Deployed;
import dev.deed.lint.rule.EffectIndex.Placed;
import dev.deed.lint.rule.Look.EffectLook;
import dev.deed.lint.rule.NotNull;
import dev.deed.lint.rule.SafeSql;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Constraint.Rule;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.DropsConstraint;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import java.util.Optional;

/// `DROP CONSTRAINT`, but for primary keys.
final class DropConstraint implements EffectLook<DropsConstraint> {

  @Override
  public void look(DropsConstraint drop, Scene scene) {
    var table = scene.relation(drop.table());
    var known = scene.catalog().constraint(table, drop.constraint());
    var constraint = new ObjectName(ObjectKind.CONSTRAINT, table, drop.constraint());
    var isElsewhere = known.isEmpty() && scene.catalog().relationNamed(table).isPresent();
    if (isElsewhere
        || DropPrimaryKey.isKey(drop, scene)
        || !scene.inUse(drop.table())
        || !scene.isMissed(constraint)
        || known.filter(c -> isSpare(c, table, scene)).isPresent()
        || scene.unknownTables().isWayToNotNull(table, drop.constraint())
        || isReplaced(drop, known, scene)) {
      return;
    }
    scene.report(
        drop.span(),
        "%s of %s from now on, and to add the constraint again every row has to be read"
            .formatted(
                known.map(c -> loss(c.rule())).orElse("what it kept out becomes part"),
                table.dotted()),
        String.join(
            "\n",
            "deploy code that does without it; then drop it in a later migration that says so",
            Deployed.ignore("drop-constraint", drop.constraint()),
            SafeSql.alterTable(
                drop.table(), "DROP CONSTRAINT " + Identifier.quoted(drop.constraint()) + ";")),
        ObjectName.table(table));
  }

  private static String loss(Rule rule) {
    return switch (rule) {
      case Constraint.Check _ -> "rows that the check kept out become rows";
      case Constraint.NotNull(var column) -> "nulls in " + column + " become values";
      case Constraint.Unique _ -> "duplicates become rows";
      case Constraint.PrimaryKey _ -> "duplicates become rows";
      case Constraint.Exclude _ -> "rows that exclude each other become rows";
      case Constraint.ForeignKey key ->
          "rows that point to nothing in %s become rows".formatted(key.parent().dotted());
    };
  }

  /// Another constraint says the same, or it was only the way to `NOT NULL`.
  private static boolean isSpare(TableConstraint dropped, QualifiedName table, Scene scene) {
    var isTwice =
        scene.catalog().constraints(table).stream()
            .anyMatch(c -> !c.name().equals(dropped.name()) && c.rule().equals(dropped.rule()));
    return isTwice || isWayToNotNull(dropped, table, scene);
  }

  private static boolean isWayToNotNull(TableConstraint dropped, QualifiedName table, Scene scene) {
    return dropped.rule() instanceof Constraint.Check check
        && scene.catalog().columns(table).stream()
            .anyMatch(c -> c.notNull() && NotNull.excludes(check.condition().tree(), c.part()));
  }

  /// A constraint of the same name or the same kind comes in its place.
  private static boolean isReplaced(
      DropsConstraint drop, Optional<TableConstraint> known, Scene scene) {
    return scene
        .constraintsAround(scene.relation(drop.table()).name())
        .map(Placed::effect)
        .filter(AddsConstraint.class::isInstance)
        .map(AddsConstraint.class::cast)
        .filter(a -> scene.relation(a.table()).equals(scene.relation(drop.table())))
        .anyMatch(a ->
            drop.constraint().equals(a.constraint().name())
                || known
                    .filter(k -> k.rule().getClass() == a.constraint().rule().getClass())
                    .isPresent());
  }
}
