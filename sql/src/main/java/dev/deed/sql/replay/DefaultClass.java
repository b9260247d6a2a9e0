package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.IndexElement;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.DataType.EnumType;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Operator classes that PostgreSQL takes where none is written, and does not print.
final class DefaultClass {

  private static final Set<String> SCALARS = Set.of("btree", "hash");

  /// Of most types, the class has the internal name of the type.
  private static final Map<String, String> INTERNAL =
      Map.ofEntries(
          Map.entry("smallint", "int2"),
          Map.entry("integer", "int4"),
          Map.entry("bigint", "int8"),
          Map.entry("real", "float4"),
          Map.entry("double precision", "float8"),
          Map.entry("boolean", "bool"),
          Map.entry("character varying", "text"),
          Map.entry("character", "bpchar"),
          Map.entry("bit varying", "varbit"),
          Map.entry("cidr", "inet"),
          Map.entry("polygon", "poly"),
          Map.entry("time without time zone", "time"),
          Map.entry("time with time zone", "timetz"),
          Map.entry("timestamp without time zone", "timestamp"),
          Map.entry("timestamp with time zone", "timestamptz"));

  private DefaultClass() {}

  /// The class that counts: null if it is the default of the column's type.
  static @Nullable QualifiedName of(
      IndexElement element, String method, QualifiedName table, SchemaState state) {
    var written = element.operatorClass();
    var column = element.column() == null ? null : state.column(table, element.column());
    if (written == null || column == null || !element.operatorClassOptions().isEmpty()) {
      return written;
    }
    var isOwn = written.schema() == null || written.schema().equals("pg_catalog");
    return isOwn && written.name().equals(name(method, column.type(), state)) ? null : written;
  }

  private static String name(String method, TypeName written, SchemaState state) {
    var type = BaseType.of(state, written);
    var name = type.name().name();
    if (type.arrayDimensions() > 0) {
      return SCALARS.contains(method) || method.equals("gin") ? "array_ops" : "";
    }
    if (type.name().schema() != null) {
      var known = state.type(type.name());
      var isEnum = known != null && state.get(known) instanceof EnumType;
      return isEnum && SCALARS.contains(method) ? "enum_ops" : "";
    }
    if (name.endsWith("multirange")) {
      return SCALARS.contains(method) || method.equals("gist") ? "multirange_ops" : "";
    }
    if (name.endsWith("range")) {
      return method.equals("brin")
          ? "range_inclusion_ops"
          : method.equals("gin") ? "" : "range_ops";
    }
    var internal = INTERNAL.getOrDefault(name, name);
    return switch (method) {
      case "btree", "hash" -> internal + "_ops";
      case "gin" -> Set.of("jsonb", "tsvector").contains(name) ? name + "_ops" : "";
      case "gist" ->
          Set.of("box", "point", "poly", "circle", "tsvector", "tsquery").contains(internal)
              ? internal + "_ops"
              : "";
      case "spgist" ->
          switch (internal) {
            case "point" -> "quad_point_ops";
            case "box", "poly", "text", "inet" -> internal + "_ops";
            default -> "";
          };
      case "brin" ->
          switch (internal) {
            case "box", "inet" -> internal + "_inclusion_ops";
            default -> internal + "_minmax_ops";
          };
      default -> "";
    };
  }
}
