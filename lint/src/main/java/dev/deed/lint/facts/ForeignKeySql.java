package dev.deed.lint.facts;

import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Constraint.ForeignKey;
import java.util.Optional;

/// The SQL that adds a foreign key in a later migration, wherever the author wrote it.
///
/// @param table the table's name as written
public record ForeignKeySql(QualifiedName table, Constraint constraint, ForeignKey key) {

  public static Optional<ForeignKeySql> of(QualifiedName table, Constraint constraint) {
    return constraint.rule() instanceof ForeignKey key
        ? Optional.of(new ForeignKeySql(table, constraint, key))
        : Optional.empty();
  }

  String name() {
    var name = constraint.name();
    return name == null ? SafeSql.name(table, key.columns(), "fkey") : Identifier.quoted(name);
  }

  /// The SQL that adds the key as `NOT VALID` and validates it in a later migration: lines, each
  /// with its semicolon.
  public String later() {
    return String.join(
        "\n",
        SafeSql.alterTable(table, "ADD CONSTRAINT " + name() + " " + definition() + " NOT VALID;"),
        "-- in a later migration",
        SafeSql.alterTable(table, "VALIDATE CONSTRAINT " + name() + ";"));
  }

  private String definition() {
    var parentColumns =
        key.parentColumns().isEmpty() ? "" : " " + SafeSql.list(key.parentColumns());
    return "FOREIGN KEY "
        + SafeSql.list(key.columns())
        + " REFERENCES "
        + key.parent().quoted()
        + parentColumns
        + unless("simple", " MATCH ", key.match())
        + unless("no action", " ON UPDATE ", key.onUpdate())
        + unless("no action", " ON DELETE ", key.onDelete())
        + timing();
  }

  private String timing() {
    return constraint.initiallyDeferred()
        ? " DEFERRABLE INITIALLY DEFERRED"
        : constraint.deferrable() ? " DEFERRABLE" : "";
  }

  private static String unless(String usual, String words, String value) {
    return value.equals(usual) ? "" : words + value;
  }
}
