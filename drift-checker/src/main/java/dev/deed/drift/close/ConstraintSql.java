package dev.deed.drift.close;

import dev.deed.sql.Identifier;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.Constraint.Exclude;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Constraint.NotNull;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.Constraint.Unique;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import org.jspecify.annotations.Nullable;

/// Adds a constraint to a table that may have rows, under locks that are held only briefly.
///
/// @param index of a key, or of an exclusion constraint
/// @param onPartitioned the table is partitioned: it has no rows of its own
/// @param onNewTable the table was only just created
record ConstraintSql(
    TableConstraint constraint,
    @Nullable Index index,
    boolean onPartitioned,
    boolean onNewTable,
    int postgres) {

  private static final int NOT_VALID_ON_PARTITIONED = 18;

  static String validate(TableConstraint constraint) {
    return "ALTER TABLE %s VALIDATE CONSTRAINT %s"
        .formatted(constraint.relation().quoted(), Identifier.quoted(constraint.part()));
  }

  Lines lines() {
    return switch (constraint.rule()) {
      case Check _ -> checked(true);
      case NotNull _ -> checked(true);
      case ForeignKey _ -> checked(!onPartitioned || postgres >= NOT_VALID_ON_PARTITIONED);
      case Unique unique -> unique.withoutOverlaps() ? plain() : key("UNIQUE");
      case PrimaryKey key -> key.withoutOverlaps() ? plain() : key("PRIMARY KEY");
      case Exclude _ -> plain();
    };
  }

  private String add(boolean only) {
    return "ALTER TABLE %s%s ADD CONSTRAINT %s "
        .formatted(
            only ? "ONLY " : "",
            constraint.relation().quoted(),
            Identifier.quoted(constraint.part()));
  }

  private Lines checked(boolean notValid) {
    if (!constraint.validated()) {
      return Lines.of(add(false) + constraint.definition() + " NOT VALID");
    }
    if (!notValid || onNewTable || !constraint.enforced()) {
      return Lines.of(add(false) + constraint.definition());
    }
    return Lines.of(add(false) + constraint.definition() + " NOT VALID").add(validate(constraint));
  }

  private Lines plain() {
    return Lines.of(add(onPartitioned) + constraint.definition());
  }

  /// The index is built while the table is in use.
  private Lines key(String words) {
    if (onPartitioned || onNewTable || index == null || !index.unique()) {
      return plain();
    }
    var name = Identifier.quoted(constraint.part());
    return new Lines()
        .alone(IndexExchange.concurrently(index))
        .add(add(false) + words + " USING INDEX " + name + constraint.deferrability().sql());
  }
}
