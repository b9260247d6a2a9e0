package dev.deed.lint.rule.definition;

import dev.deed.lint.rule.RuleCheck.ScriptCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.replay.ResolvedStatement;
import dev.deed.sql.schema.Relation.Table;
import java.util.Optional;

/// Finds tables that have no primary key at the end of the script that creates them.
final class TableWithoutPrimaryKey implements ScriptCheck {

  @Override
  public void check(RuleView view) {
    for (var resolved : view.read()) {
      for (var effect : resolved.statement().effects()) {
        if (effect instanceof CreatesTable creates && creates.kind() == ObjectKind.TABLE) {
          created(creates, resolved, view)
              .filter(table -> isBare(table, view))
              .ifPresent(table -> report(creates, table, view));
        }
      }
    }
  }

  private static Optional<Table> created(
      CreatesTable creates, ResolvedStatement resolved, RuleView view) {
    return resolved.touches().stream()
        .filter(t -> t.access() == Access.DEFINES && t.span().equals(creates.span()))
        .map(t -> view.now(resolved, t.object()))
        .filter(view::isNew)
        .map(table -> view.catalog().table(table.name()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// Whether the table lacks a key that it should have. Partitions have their parent's key, and
  /// tables that inherit are left to their owner.
  private static boolean isBare(Table table, RuleView view) {
    return table.persistence() != Persistence.TEMPORARY
        && table.partition() == null
        && table.inherits().isEmpty()
        && view.catalog().constraints(table.qualifiedName()).stream()
            .noneMatch(c -> c.rule() instanceof PrimaryKey);
  }

  private static void report(CreatesTable creates, Table table, RuleView view) {
    var name = table.qualifiedName();
    var message =
        "%s has no primary key: equal rows cannot be distinguished, and logical replication refuses to update or delete rows"
            .formatted(name.dotted());
    var column = view.catalog().column(name, "id").isPresent();
    var advice =
        column
            ? "add one: id bigint PRIMARY KEY"
            : "add one: id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY";
    view.report(creates.span(), message, advice, ObjectName.table(name));
  }
}
