package dev.deed.sql.schema;

import dev.deed.sql.Identifier;
import dev.deed.sql.effect.TriggerDefinition;
import dev.deed.sql.effect.TriggerEvent;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.schema.RelationPart.Trigger;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A trigger's definition in the spelling of `pg_get_triggerdef`, after the trigger's name.
final class TriggerText {

  private TriggerText() {}

  static String of(Trigger trigger, Function<ExpressionText, String> spelling) {
    var fires = trigger.fires();
    var text = new StringBuilder(fires.timing().sql()).append(' ');
    text.append(events(fires)).append(" ON ").append(trigger.relation().quoted());
    if (fires.fromTable() != null) {
      text.append(" FROM ").append(fires.fromTable().quoted());
    }
    text.append(fires.check().sql());
    transitionTables(text, fires);
    text.append(fires.forEachRow() ? " FOR EACH ROW" : " FOR EACH STATEMENT");
    if (fires.when() != null) {
      text.append(" WHEN (").append(spelling.apply(fires.when())).append(')');
    }
    var arguments =
        trigger.arguments().stream()
            .map(a -> "'" + a.replace("'", "''") + "'")
            .collect(Collectors.joining(", ", "(", ")"));
    return text.append(" EXECUTE FUNCTION ")
        .append(trigger.function().quoted())
        .append(arguments)
        .toString();
  }

  private static String events(TriggerDefinition fires) {
    return fires.events().stream()
        .map(e -> e == TriggerEvent.UPDATE ? update(fires) : e.name())
        .collect(Collectors.joining(" OR "));
  }

  private static String update(TriggerDefinition fires) {
    return fires.columns().isEmpty() ? "UPDATE" : "UPDATE OF " + Facets.quoted(fires.columns());
  }

  private static void transitionTables(StringBuilder text, TriggerDefinition fires) {
    if (fires.oldTable() == null && fires.newTable() == null) {
      return;
    }
    text.append(" REFERENCING");
    if (fires.oldTable() != null) {
      text.append(" OLD TABLE AS ").append(Identifier.quoted(fires.oldTable()));
    }
    if (fires.newTable() != null) {
      text.append(" NEW TABLE AS ").append(Identifier.quoted(fires.newTable()));
    }
  }
}
