package dev.deed.lint.rule.type;

import dev.deed.lint.facts.ColumnUses;
import dev.deed.lint.facts.TypeChange;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import java.util.List;
import java.util.stream.Collectors;

/// Finds `ALTER COLUMN ... TYPE` that rewrites no row, but checks every row or rebuilds indexes.
final class TypeScansTable implements TypeChange.Check {

  @Override
  public void check(TypeChange change) {
    if (TypeRewrite.isRewritten(change)) {
      return;
    }
    var checks = ColumnUses.checks(change);
    var indexes =
        change.step().reordered() ? ColumnUses.indexes(change) : ColumnUses.computed(change);
    if (!indexes.isEmpty()) {
      report(change, rebuilt(change, indexes), ColumnUses.withoutIndexes(change, indexes));
    } else if (!checks.isEmpty() && !change.isSame()) {
      report(change, checked(change, checks), withoutChecks(change, checks));
    }
  }

  private static void report(TypeChange change, String message, String advice) {
    change.view().report(change.effect().span(), message, advice, ObjectName.table(change.table()));
  }

  private static String rebuilt(TypeChange change, List<Index> indexes) {
    return "no row is rewritten, but %s %s rebuilt while reads and writes of %s wait"
        .formatted(
            ColumnUses.names(indexes), indexes.size() == 1 ? "is" : "are", change.table().dotted());
  }

  private static String checked(TypeChange change, List<TableConstraint> checks) {
    return "no row is rewritten, but every row is checked against %s while reads and writes of %s wait"
        .formatted(
            checks.stream().map(c -> Identifier.quoted(c.part())).collect(Collectors.joining(", ")),
            change.table().dotted());
  }

  private static String withoutChecks(TypeChange change, List<TableConstraint> checks) {
    var table = change.effect().table();
    var sql =
        new StringBuilder(
            "drop the check before the change, add it again as NOT VALID, and validate it later");
    for (var check : checks) {
      sql.append('\n').append(SafeSql.alterTable(table, "DROP CONSTRAINT " + name(check) + ";"));
    }
    sql.append('\n').append(change.statement());
    for (var check : checks) {
      var again = "ADD CONSTRAINT " + name(check) + " " + check.definition() + " NOT VALID;";
      sql.append('\n').append(SafeSql.alterTable(table, again));
    }
    sql.append("\n-- in a later migration");
    for (var check : checks) {
      var validated = "VALIDATE CONSTRAINT " + name(check) + ";";
      sql.append('\n').append(SafeSql.alterTable(table, validated));
    }
    return sql.toString();
  }

  private static String name(TableConstraint check) {
    return Identifier.quoted(check.part());
  }
}
