package dev.deed.lint.rule.failure;

import dev.deed.sql.effect.Constraint;
import java.util.LinkedHashSet;
import java.util.Set;

/// The columns of its own table that a constraint names.
final class ConstraintColumns {

  private ConstraintColumns() {}

  static Set<String> of(Constraint constraint, String table) {
    var names = new LinkedHashSet<String>();
    switch (constraint.rule()) {
      case Constraint.Check check -> names.addAll(Columns.in(check.condition(), table));
      case Constraint.NotNull notNull -> names.add(notNull.column());
      case Constraint.Unique unique -> {
        names.addAll(unique.columns());
        names.addAll(unique.include());
      }
      case Constraint.PrimaryKey key -> {
        names.addAll(key.columns());
        names.addAll(key.include());
      }
      case Constraint.ForeignKey key -> {
        names.addAll(key.columns());
        names.addAll(key.onDelete().columns());
      }
      case Constraint.Exclude exclude -> {
        exclude.elements().forEach(e -> names.addAll(MissingColumns.of(e.element(), table)));
        names.addAll(exclude.include());
        names.addAll(Columns.in(exclude.where(), table));
      }
    }
    return names;
  }
}
