package dev.deed.lint.facts;

import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint;
import java.util.List;
import java.util.Optional;

/// Makes a key out of a unique index that was built while everybody worked on.
///
/// @param words `UNIQUE`, `PRIMARY KEY`
/// @param trailer of the index: `INCLUDE (a)`, `NULLS NOT DISTINCT`
public record UniqueIndexFirst(
    AddedConstraint<?> added, String words, String name, List<String> columns, String trailer) {

  public static String include(List<String> columns) {
    return columns.isEmpty() ? "" : " INCLUDE " + SafeSql.list(columns);
  }

  /// The statements, those for the index only where there is none yet.
  public String sql() {
    var existing = existing();
    var use =
        added.alter(
            "ADD CONSTRAINT %s %s USING INDEX %s%s"
                .formatted(name, words, existing.orElse(name), timing(added.constraint())));
    var build =
        "CREATE UNIQUE INDEX CONCURRENTLY %s ON %s %s%s;\n-- in a later migration\n"
            .formatted(name, added.effect().table().quoted(), SafeSql.list(columns), trailer);
    return existing.isPresent() ? use : build + use;
  }

  /// A unique index over the same columns that stands behind no constraint.
  private Optional<String> existing() {
    return added.scene().catalog().indexes(added.table()).stream()
        .filter(i -> i.unique() && i.constraint() == null && i.where() == null)
        .filter(i -> trailer.isEmpty() && i.include().isEmpty() && i.method().equals("btree"))
        .filter(i -> i.elements().stream().map(e -> e.column()).toList().equals(columns))
        .filter(i -> i.elements().stream().noneMatch(e -> e.descending()))
        .map(i -> i.qualifiedName())
        .map(QualifiedName::name)
        .map(Identifier::quoted)
        .findFirst();
  }

  private static String timing(Constraint constraint) {
    return constraint.initiallyDeferred()
        ? " DEFERRABLE INITIALLY DEFERRED"
        : constraint.deferrable() ? " DEFERRABLE" : "";
  }
}
