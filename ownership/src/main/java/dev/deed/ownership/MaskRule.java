package dev.deed.ownership;

import dev.deed.sql.QualifiedName;
import org.jspecify.annotations.Nullable;

/// What replaces the values of some columns in a copy with rows. Names are as PostgreSQL stores
/// them; `*` matches any text. A part that is left out matches everything, so that a rule never
/// masks less than it seems to.
///
/// @param text as it is written in the file: `public.users.email`
/// @param schema null for every schema
/// @param table null for every table
/// @param expression SQL, with the columns of the row
public record MaskRule(
    String text, @Nullable Glob schema, @Nullable Glob table, Glob column, String expression) {

  public boolean matches(QualifiedName name, String columnName) {
    var in = name.schema();
    return column.matches(columnName)
        && (table == null || table.matches(name.name()))
        && (schema == null || (in != null && schema.matches(in)));
  }

  /// More of two rules that match the same column: the more exact parts, the column's first, then
  /// the more letters.
  public int rank() {
    return rank(column) * 4 + rank(table) * 2 + rank(schema);
  }

  private static int rank(@Nullable Glob part) {
    if (part == null) {
      return 0;
    }
    return part.isExact() ? 1 << 12 : Math.min(part.literalLength(), (1 << 12) - 1);
  }

  @Override
  public String toString() {
    return text;
  }
}
