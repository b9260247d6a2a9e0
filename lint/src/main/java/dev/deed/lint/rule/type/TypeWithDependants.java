package dev.deed.lint.rule.type;

import dev.deed.lint.facts.TypeChange;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.RelationPart.Policy;
import dev.deed.sql.schema.RelationPart.Rule;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.Trigger;
import dev.deed.sql.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Finds `ALTER COLUMN ... TYPE` that PostgreSQL refuses because other objects use the column.
final class TypeWithDependants implements TypeChange.Check {

  @Override
  public void check(TypeChange change) {
    var table = change.table();
    var column = ObjectName.column(table, change.effect().column());
    var holding =
        change.view().catalog().dependants(column).stream()
            .filter(TypeWithDependants::holds)
            .map(SchemaObject::name)
            .toList();
    if (holding.isEmpty()) {
      return;
    }
    var names = holding.stream().map(ObjectName::words).collect(Collectors.joining(", "));
    var message =
        "this fails: the type of %s cannot be changed while it is used by %s"
            .formatted(change.columnText(), names);
    var advice =
        "drop what uses the column before the change and create it again afterwards, in the same migration; or keep the column and add one of the new type";
    var about = new ArrayList<>(List.of(ObjectName.table(table)));
    about.addAll(holding);
    change.view().report(change.effect().span(), message, advice, about);
  }

  private static boolean holds(SchemaObject dependant) {
    return switch (dependant) {
      case View _, Rule _, Policy _ -> true;
      case Trigger trigger ->
          !trigger.fires().columns().isEmpty() || trigger.fires().when() != null;
      case TableColumn column -> column.generated() != null;
      default -> false;
    };
  }
}
