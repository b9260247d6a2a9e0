package dev.deed.expand;

import dev.deed.sql.Identifier;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.Constraint.Unique;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import java.util.ArrayList;
import java.util.List;

/// The unique constraints and the primary key of a copied column: which of the two columns has
/// them.
record CopiedKeys(ColumnCopy copy) {

  /// Unique constraints, and the primary key if it is asked for.
  List<TableConstraint> of(boolean withPrimary) {
    return copy.target().constraintsOn(copy.original()).stream()
        .filter(c -> c.rule() instanceof Unique || (withPrimary && c.rule() instanceof PrimaryKey))
        .toList();
  }

  /// In one statement, so that the table is never without a key.
  List<String> exchange(TableConstraint key) {
    return add(
        key, copy.others().getOrDefault(key.part(), key.part()), Identifier.quoted(key.part()));
  }

  /// @param index that the constraint takes
  /// @param dropped the constraint that goes in the same statement, quoted
  List<String> add(TableConstraint key, String index, String dropped) {
    var statements = new ArrayList<String>();
    statements.add(
        "ALTER TABLE %s DROP CONSTRAINT %s, %s"
            .formatted(copy.table(), dropped, added(key, index)));
    comment(key, statements);
    return statements;
  }

  /// Where the table has none of them.
  List<String> addAgain(TableConstraint key) {
    var statements = new ArrayList<String>();
    statements.add("ALTER TABLE %s %s".formatted(copy.table(), added(key, key.part())));
    comment(key, statements);
    return statements;
  }

  private static String added(TableConstraint key, String index) {
    return "ADD CONSTRAINT %s %s USING INDEX %s%s"
        .formatted(
            Identifier.quoted(key.part()),
            key.rule() instanceof PrimaryKey ? "PRIMARY KEY" : "UNIQUE",
            Identifier.quoted(index),
            key.deferrability().sql());
  }

  private void comment(TableConstraint key, List<String> statements) {
    ColumnCopy.comment(
        key,
        "CONSTRAINT %s ON %s".formatted(Identifier.quoted(key.part()), copy.table()),
        statements);
  }

  /// The original takes the place of its copy.
  List<String> giveBack(TableConstraint key) {
    return add(key, key.part(), copy.of(key.part()));
  }

  String rename(TableConstraint key) {
    return "ALTER TABLE %s RENAME CONSTRAINT %s TO %s"
        .formatted(copy.table(), Identifier.quoted(key.part()), copy.of(key.part()));
  }
}
