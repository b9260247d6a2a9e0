package dev.deed.sql.parse;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.expression.TypeName;
import java.util.List;
import java.util.Map;

/// PostgreSQL's internal names of types, and the names it displays.
final class BuiltInTypes {

  private static final Map<String, String> SHOWN =
      Map.ofEntries(
          Map.entry("int2", "smallint"),
          Map.entry("int4", "integer"),
          Map.entry("int8", "bigint"),
          Map.entry("float4", "real"),
          Map.entry("float8", "double precision"),
          Map.entry("bool", "boolean"),
          Map.entry("varchar", "character varying"),
          Map.entry("varbit", "bit varying"),
          Map.entry("time", "time without time zone"),
          Map.entry("timetz", "time with time zone"),
          Map.entry("timestamp", "timestamp without time zone"),
          Map.entry("timestamptz", "timestamp with time zone"),
          Map.entry("serial2", "smallserial"),
          Map.entry("serial4", "serial"),
          Map.entry("serial8", "bigserial"));

  private BuiltInTypes() {}

  static TypeName named(QualifiedName written, boolean quoted, List<String> modifiers) {
    var schema = written.schema();
    if (schema != null && !schema.equals("pg_catalog")) {
      return new TypeName(written, modifiers, 0, false, null);
    }
    var name = written.name();
    if (name.equals("bpchar") && !modifiers.isEmpty()) {
      return new TypeName(QualifiedName.of("character"), modifiers, 0, false, null);
    }
    // Quoted, "serial" is the name of a type, not an abbreviation.
    var shown = quoted && name.startsWith("serial") ? name : SHOWN.getOrDefault(name, name);
    return new TypeName(QualifiedName.of(shown), modifiers, 0, false, null);
  }
}
