package dev.deed.lint.rule.failure;

import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.Constraint.Unique;
import dev.deed.sql.schema.Relation.Index;
import java.util.ArrayList;
import java.util.List;

/// The columns of unique constraints and indexes.
final class UniqueKeys {

  private UniqueKeys() {}

  static List<String> columns(Constraint.Rule rule) {
    return switch (rule) {
      case PrimaryKey primary -> primary.columns();
      case Unique unique -> unique.columns();
      case Constraint.Check _,
          Constraint.NotNull _,
          Constraint.ForeignKey _,
          Constraint.Exclude _ ->
          List.of();
    };
  }

  /// Empty if the index has an expression.
  static List<String> columns(Index index) {
    var columns = new ArrayList<String>();
    for (var element : index.elements()) {
      if (element.column() == null) {
        return List.of();
      }
      columns.add(element.column());
    }
    return columns;
  }
}
