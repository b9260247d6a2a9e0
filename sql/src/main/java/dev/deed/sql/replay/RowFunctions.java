package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.DataType.CompositeType;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.Routine;
import dev.deed.sql.schema.SchemaObject;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// The functions that `row.name` calls where the row has no column of that name.
final class RowFunctions {

  private static final Set<String> SYSTEM_COLUMNS =
      Set.of("tableoid", "ctid", "xmin", "xmax", "cmin", "cmax");

  /// Columns of rows that PostgreSQL's own functions return, such as `jsonb_each`, but for those
  /// whose names begin with `pg_`.
  private static final Set<String> OF_BUILT_INS =
      Set.of(
          "alias",
          "description",
          "dictionaries",
          "dictionary",
          "grantee",
          "grantor",
          "is_grantable",
          "key",
          "lexeme",
          "lexemes",
          "ndoc",
          "nentry",
          "ordinality",
          "positions",
          "privilege_type",
          "token",
          "tokid",
          "value",
          "weights",
          "word");

  private static final Set<String> ANY_ROW =
      Set.of(
          "record", "anyelement", "anynonarray", "anycompatible", "anycompatiblenonarray", "any");

  /// A row whose relation or type the text does not show.
  private static final QualifiedName ANY = QualifiedName.of("record");

  private RowFunctions() {}

  /// @param field its relation or composite type as written, and its name
  static List<ObjectName> called(SchemaState state, ObjectName field, NameResolution names) {
    var routines = state.routines(names.function(QualifiedName.of(field.own())));
    return routines.isEmpty()
        ? List.of()
        : called(state, routines, row(state, field.name(), names));
  }

  /// In an expression that belongs to a relation, of a row of any type.
  static List<ObjectName> called(SchemaState state, String schema, String field) {
    return called(state, state.routines(QualifiedName.of(schema, field)), ANY);
  }

  /// In an expression that belongs to a relation. It was resolved before, so that the function is
  /// looked for where the relation is.
  static List<ObjectName> called(SchemaState state, QualifiedName relation, String field) {
    var function = QualifiedName.of(relation.schema(), field);
    return called(state, state.routines(function), relation);
  }

  private static List<ObjectName> called(
      SchemaState state, Collection<ObjectName> routines, QualifiedName row) {
    return routines.stream()
        .filter(r -> r.kind() == ObjectKind.FUNCTION)
        .filter(r -> state.get(r) instanceof Routine routine && takes(state, routine, row))
        .filter(r -> isCertainlyWithout(state, row, r.name().name()))
        .toList();
  }

  /// A relation, else a type of that name.
  private static QualifiedName row(SchemaState state, QualifiedName written, NameResolution names) {
    var relation = names.relation(written);
    return state.relation(relation) != null ? relation : names.type(written);
  }

  private static boolean isCertainlyWithout(SchemaState state, QualifiedName row, String column) {
    if (SYSTEM_COLUMNS.contains(column)) {
      return false;
    }
    if (row.equals(ANY)) {
      return !OF_BUILT_INS.contains(column)
          && state.objects().stream().noneMatch(o -> perhapsHas(o, column));
    }
    var name = state.relation(row) == null ? state.type(row) : state.relation(row);
    return switch (name == null ? null : state.get(name)) {
      case Table table -> isWithout(table.columns(), column);
      case View view -> isWithout(view.columns(), column);
      case CompositeType type -> type.fields().stream().noneMatch(f -> f.name().equals(column));
      case null, default -> false;
    };
  }

  /// Of a row of any type, what is a column of any relation is taken for a column.
  private static boolean perhapsHas(SchemaObject object, String column) {
    return switch (object) {
      case Table table -> table.columns().contains(column);
      case View view -> view.columns().contains(column);
      case CompositeType type -> type.fields().stream().anyMatch(f -> f.name().equals(column));
      case Routine routine ->
          routine.arguments().stream()
              .anyMatch(a -> !a.mode().equals("in") && column.equals(a.name()));
      default -> false;
    };
  }

  private static boolean isWithout(List<String> columns, String column) {
    return !columns.contains(column) && !columns.contains("*") && !columns.contains("");
  }

  private static boolean takes(SchemaState state, Routine routine, QualifiedName row) {
    return RoutineReplay.fits(routine, 1)
        && routine.arguments().stream()
            .filter(a -> !a.mode().equals("out"))
            .limit(1)
            .anyMatch(a -> takes(state, a.type(), a.mode().equals("variadic") ? 1 : 0, row));
  }

  private static boolean takes(
      SchemaState state, TypeName type, int dimensions, QualifiedName row) {
    return type.arrayDimensions() == dimensions
        && (type.name().equals(row)
            || (row.equals(ANY) && isRow(state, type.name()))
            || (type.name().schema() == null && ANY_ROW.contains(type.name().name()))
            || inherits(state, row, type.name()));
  }

  private static boolean isRow(SchemaState state, QualifiedName type) {
    var name = state.type(type);
    return state.relation(type) != null
        || (name != null && state.get(name) instanceof CompositeType);
  }

  /// A row of a child is taken for one of its parent.
  private static boolean inherits(SchemaState state, QualifiedName child, QualifiedName parent) {
    var table = state.table(child);
    return table != null
        && table.inherits().stream().anyMatch(p -> p.equals(parent) || inherits(state, p, parent));
  }
}
