package dev.deed.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A name of up to three parts, folded as in PostgreSQL; `schema` is null if the text gives none.
public record QualifiedName(@Nullable String catalog, @Nullable String schema, String name)
    implements Comparable<QualifiedName> {

  public static QualifiedName of(String name) {
    return new QualifiedName(null, null, name);
  }

  public static QualifiedName of(@Nullable String schema, String name) {
    return new QualifiedName(null, schema, name);
  }

  public boolean isQualified() {
    return schema != null;
  }

  public QualifiedName in(String newSchema) {
    return new QualifiedName(catalog, newSchema, name);
  }

  public QualifiedName renamed(String newName) {
    return new QualifiedName(catalog, schema, newName);
  }

  /// The parts with dots and without quotes: `public.users`.
  public String dotted() {
    return String.join(".", parts());
  }

  /// As SQL, each part quoted where needed.
  public String quoted() {
    return String.join(".", parts().stream().map(Identifier::quoted).toList());
  }

  @Override
  public int compareTo(QualifiedName other) {
    var bySchema = compare(schema, other.schema);
    var byName = bySchema != 0 ? bySchema : name.compareTo(other.name);
    return byName != 0 ? byName : compare(catalog, other.catalog);
  }

  private static int compare(@Nullable String first, @Nullable String second) {
    if (first == null || second == null) {
      return Boolean.compare(first != null, second != null);
    }
    return first.compareTo(second);
  }

  /// Names are keys of most maps: the generated methods of a record would take several times as
  /// long.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof QualifiedName(var otherCatalog, var otherSchema, var otherName)
            && name.equals(otherName)
            && Objects.equals(schema, otherSchema)
            && Objects.equals(catalog, otherCatalog));
  }

  @Override
  public int hashCode() {
    return (schema == null ? 0 : schema.hashCode()) * 31 + name.hashCode();
  }

  @Override
  public String toString() {
    return quoted();
  }

  private List<String> parts() {
    var parts = new ArrayList<String>(3);
    if (catalog != null) {
      parts.add(catalog);
    }
    if (schema != null) {
      parts.add(schema);
    }
    parts.add(name);
    return parts;
  }
}
