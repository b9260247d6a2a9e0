package dev.deed.sql.expression;

import dev.deed.sql.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A type as a statement writes it, under PostgreSQL's own name: `int4` and `int` are both
/// `integer`, `timestamptz` is `timestamp with time zone`, `serial` stays `serial`.
///
/// @param name the canonical name; built-in types have no schema
/// @param modifiers the texts in parentheses: `255`, `10`, `2`
/// @param columnOf the column in `table.column%TYPE`, else null
public record TypeName(
    QualifiedName name,
    List<String> modifiers,
    int arrayDimensions,
    boolean setOf,
    @Nullable QualifiedName columnOf) {

  public TypeName {
    modifiers = List.copyOf(modifiers);
  }

  public static TypeName of(String name, String... modifiers) {
    return new TypeName(QualifiedName.of(name), List.of(modifiers), 0, false, null);
  }

  public boolean isBuiltIn(String canonicalName) {
    return name.schema() == null && name.name().equals(canonicalName) && arrayDimensions == 0;
  }

  /// As PostgreSQL's `format_type` prints it: `character varying(255)[]`.
  public String text() {
    return TypeText.of(this);
  }

  @Override
  public String toString() {
    return text();
  }
}
