package dev.deed.lint.facts;

import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.ForeignKeyAction;
import dev.deed.sql.effect.ForeignKeyMatch;
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

  /// From this version on, a partitioned table may have a foreign key that is not validated yet.
  private static final int NOT_VALID_ON_PARTITIONED = 18;

  /// The SQL that adds the key as `NOT VALID` and validates it in a later migration: lines, each
  /// with its semicolon. A partitioned table takes it in one step only.
  public String later(RuleView view) {
    var isPartitioned =
        view.catalog().table(view.relation(table)).filter(t -> t.partitionBy() != null).isPresent();
    if (isPartitioned && view.postgres() < NOT_VALID_ON_PARTITIONED) {
      return SafeSql.alterTable(table, "ADD CONSTRAINT " + name() + " " + definition() + ";");
    }
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
        + (key.match() == ForeignKeyMatch.SIMPLE ? "" : " MATCH " + key.match().name())
        + action(" ON UPDATE ", key.onUpdate())
        + action(" ON DELETE ", key.onDelete().action())
        + (key.onDelete().columns().isEmpty() ? "" : " " + SafeSql.list(key.onDelete().columns()))
        + constraint.deferrability().sql();
  }

  private static String action(String words, ForeignKeyAction action) {
    return action == ForeignKeyAction.NO_ACTION ? "" : words + action.sql();
  }
}
