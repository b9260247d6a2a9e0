package dev.deed.ownership;

import dev.deed.sql.QualifiedName;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table name, or `schema.table`, in which `*` matches any text. Names are as PostgreSQL stores
/// them (upper and lower case differ); a part in double quotes is literal: `public."a.b"`.
///
/// @param schema null for a pattern without one: it matches tables in the schemas of the database's
///   search path only
public record TablePattern(@Nullable Glob schema, Glob table) {

  /// The most specific last. The table's name decides first: a name without `*` beats one with,
  /// more letters beat fewer, fewer `*` beat more. Then the schema: a schema without `*` beats
  /// none, none beats one with `*`, and among those more letters beat fewer.
  public static final Comparator<TablePattern> BY_SPECIFICITY =
      Comparator.<TablePattern, Boolean>comparing(p -> p.table.isExact())
          .thenComparing(p -> p.table.literalLength())
          .thenComparing(p -> -p.table.stars())
          .thenComparing(p -> p.schema == null ? 1 : p.schema.isExact() ? 2 : 0)
          .thenComparing(
              p -> p.schema == null || p.schema.isExact() ? 0 : p.schema.literalLength());

  /// @param searchPath of the database; a name without a schema is assumed to be in it
  public boolean matches(QualifiedName name, List<String> searchPath) {
    var in = name.schema() == null && !searchPath.isEmpty() ? searchPath.getFirst() : name.schema();
    if (!table.matches(name.name())) {
      return false;
    }
    if (in == null) {
      return schema == null;
    }
    return schema == null ? searchPath.contains(in) : schema.matches(in);
  }

  /// True if the pattern can match one table only.
  public boolean isExact() {
    return table.isExact() && (schema == null || schema.isExact());
  }

  /// True if the pattern matches every table of this schema.
  boolean coversSchema(String name, List<String> searchPath) {
    return table.isAnything() && matches(QualifiedName.of(name, "x"), searchPath);
  }

  public boolean overlaps(TablePattern other, List<String> searchPath) {
    return table.overlaps(other.table) && schemasOverlap(other, searchPath);
  }

  private boolean schemasOverlap(TablePattern other, List<String> searchPath) {
    if (schema == null && other.schema == null) {
      return true;
    }
    if (schema != null && other.schema != null) {
      return schema.overlaps(other.schema);
    }
    var named = schema == null ? other : this;
    return searchPath.stream().anyMatch(s -> named.schema != null && named.schema.matches(s));
  }

  @Override
  public String toString() {
    return schema == null ? table.toString() : schema + "." + table;
  }
}
