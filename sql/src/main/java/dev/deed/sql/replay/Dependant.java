package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.Routine;
import dev.deed.sql.schema.Schema;
import dev.deed.sql.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/// An object affected by a change of a relation: a foreign key of another table, a view, a function
/// whose body names it, a partition.
///
/// @param access how it uses the relation
public record Dependant(SchemaObject object, Access access) {

  /// In the order of their names. Parts of the relation itself are not included.
  public static List<Dependant> of(Schema schema, QualifiedName relation) {
    return schema.objects().stream().flatMap(o -> of(o, relation).stream()).toList();
  }

  private static Optional<Dependant> of(SchemaObject object, QualifiedName relation) {
    var access =
        switch (object) {
          case TableConstraint constraint when constraint.local() || !constraint.inherited() ->
              access(constraint, relation);
          case View view -> access(view, relation);
          case Table table -> access(table, relation);
          case Routine routine -> access(routine, relation);
          default -> Optional.<Access>empty();
        };
    return access.map(a -> new Dependant(object, a));
  }

  private static Optional<Access> access(TableConstraint constraint, QualifiedName relation) {
    return constraint.rule() instanceof ForeignKey key
            && key.parent().equals(relation)
            && !constraint.relation().equals(relation)
        ? Optional.of(Access.REFERENCES)
        : Optional.empty();
  }

  private static Optional<Access> access(View view, QualifiedName relation) {
    return view.reads().stream().anyMatch(r -> r.kind().isRelation() && r.name().equals(relation))
        ? Optional.of(Access.READS)
        : Optional.empty();
  }

  private static Optional<Access> access(Table table, QualifiedName relation) {
    var partition = table.partition();
    var isChild =
        table.inherits().contains(relation)
            || (partition != null && partition.parent().equals(relation));
    return isChild ? Optional.of(Access.REFERENCES) : Optional.empty();
  }

  /// The strongest access.
  private static Optional<Access> access(Routine routine, QualifiedName relation) {
    return routine.body().effects().stream()
        .flatMap(e -> e.touches().stream())
        .filter(t -> t.object().kind().isRelation())
        .filter(t -> isNamed(t.object().name(), routine, relation))
        .map(t -> t.access())
        .min(Access::compareTo);
  }

  private static boolean isNamed(QualifiedName written, Routine routine, QualifiedName relation) {
    return written.schema() == null
        ? written.name().equals(relation.name()) && routine.searchPath().contains(relation.schema())
        : written.equals(relation);
  }
}
