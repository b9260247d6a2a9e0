package dev.deed.sql.replay;

import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.DataType;
import dev.deed.sql.schema.Relation;
import dev.deed.sql.schema.RelationPart;
import dev.deed.sql.schema.Routine;
import dev.deed.sql.schema.SchemaObject;
import java.util.List;

/// Tells the dependencies that a type name or an expression makes from those that a clause names
/// for itself, as `REFERENCES` and `INHERITS` do.
final class Uses {

  private Uses() {}

  static boolean isUse(SchemaObject object, Dependency dependency) {
    if (dependency.strength() != Dependency.Strength.NORMAL) {
      return false;
    }
    var kind = dependency.on().kind();
    return switch (object) {
      case RelationPart.TableConstraint constraint when constraint.rule() instanceof ForeignKey ->
          false;
      case Relation.Table _ -> isTypeOrRoutine(kind);
      case Relation.Index _,
          RelationPart.TableColumn _,
          RelationPart.TableConstraint _,
          RelationPart.Trigger _,
          DataType _ ->
          isTypeOrRoutine(kind) || kind.isRelation();
      case Routine routine ->
          isTypeOrRoutine(kind) || (kind.isRelation() && !routine.body().atomic());
      // Relations in queries are read, unless they are named as types.
      case RelationPart.Policy policy -> isTypeOrRow(dependency.on(), policy.uses());
      case RelationPart.Rule rule -> isTypeOrRow(dependency.on(), rule.uses());
      case Relation.View view -> isTypeOrRow(dependency.on(), view.reads());
      default -> false;
    };
  }

  private static boolean isTypeOrRow(ObjectName used, List<ObjectName> named) {
    return isTypeOrRoutine(used.kind())
        || (used.kind().isRelation() && named.contains(NamedObjects.rowType(used.name())));
  }

  private static boolean isTypeOrRoutine(ObjectKind kind) {
    return kind == ObjectKind.TYPE
        || kind == ObjectKind.DOMAIN
        || kind == ObjectKind.COLLATION
        || kind == ObjectKind.OPERATOR
        || kind.isRoutine();
  }
}
