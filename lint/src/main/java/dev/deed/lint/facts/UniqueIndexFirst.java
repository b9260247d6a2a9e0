package dev.deed.lint.facts;

import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/// The SQL that builds a unique index concurrently, then adds a key with it.
///
/// @param words `UNIQUE`, `PRIMARY KEY`
/// @param name the name of the key and of its index, quoted where needed
/// @param trailer the end of the index's definition: `INCLUDE (a)`, `NULLS NOT DISTINCT`
public record UniqueIndexFirst(
    AddedConstraint<?> added, String words, String name, List<String> columns, String trailer) {

  public static String include(List<String> columns) {
    return columns.isEmpty() ? "" : " INCLUDE " + SafeSql.list(columns);
  }

  /// The statements; those that build the index only if a suitable one does not exist.
  public String sql() {
    var existing = existing();
    var use =
        added.alter(
            "ADD CONSTRAINT %s %s USING INDEX %s%s"
                .formatted(
                    name, words, existing.orElse(name), added.constraint().deferrability().sql()));
    var build =
        "CREATE UNIQUE INDEX CONCURRENTLY %s ON %s %s%s;\n-- in a later migration\n"
            .formatted(name, added.effect().table().quoted(), SafeSql.list(columns), trailer);
    return existing.isPresent() ? use : build + use;
  }

  /// A unique index over the same columns that does not belong to a constraint.
  private Optional<String> existing() {
    return added.view().catalog().indexes(added.table()).stream()
        .filter(i -> i.unique() && i.constraint() == null && i.where() == null)
        .filter(i -> trailer.isEmpty() && i.include().isEmpty() && i.method().equals("btree"))
        .filter(i -> i.elements().stream().map(e -> e.column()).toList().equals(columns))
        .filter(i -> i.elements().stream().noneMatch(e -> e.descending()))
        .map(i -> i.qualifiedName())
        .map(QualifiedName::name)
        .map(Identifier::quoted)
        .findFirst();
  }
}
