package dev.deed.lint.rule.failure;

import dev.deed.sql.QualifiedName;
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

  /// The columns of which no two rows may have the same values, for each statement on its own.
  ///
  /// @param table resolved
  static List<List<String>> certain(QualifiedName table, Known known) {
    var keys = new ArrayList<List<String>>();
    for (var constraint : known.catalog().constraints(table)) {
      var overlaps =
          switch (constraint.rule()) {
            case PrimaryKey key -> key.withoutOverlaps();
            case Unique unique -> unique.withoutOverlaps();
            default -> true;
          };
      if (!overlaps
          && !constraint.deferrability().deferrable()
          && known.catalog().isCertain(constraint.name())) {
        keys.add(columns(constraint.rule()));
      }
    }
    for (var index : known.catalog().indexes(table)) {
      if (index.unique()
          && index.where() == null
          && index.constraint() == null
          && known.catalog().isCertain(index.name())) {
        keys.add(columns(index));
      }
    }
    keys.removeIf(List::isEmpty);
    return keys;
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
