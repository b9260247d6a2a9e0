package dev.deed.sql.schema;

import dev.deed.sql.Identifier;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.schema.RelationPart.Trigger;
import dev.deed.sql.schema.RelationPart.TriggerEvents;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A trigger's definition in the spelling of `pg_get_triggerdef`, after the trigger's name.
final class TriggerText {

  private TriggerText() {}

  static String of(Trigger trigger, Function<ExpressionText, String> spelling) {
    var fires = trigger.fires();
    var text = new StringBuilder(fires.timing().toUpperCase(Locale.ROOT)).append(' ');
    text.append(events(fires)).append(" ON ").append(trigger.relation().quoted());
    if (fires.fromTable() != null) {
      text.append(" FROM ").append(fires.fromTable().quoted());
    }
    if (fires.check().deferrable()) {
      text.append(" DEFERRABLE");
    }
    if (fires.check().initiallyDeferred()) {
      text.append(" INITIALLY DEFERRED");
    }
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

  /// In PostgreSQL's order, not the statement's.
  private static String events(TriggerEvents fires) {
    return Stream.of("insert", "delete", "update", "truncate")
        .filter(fires.events()::contains)
        .map(e -> e.equals("update") ? update(fires) : e.toUpperCase(Locale.ROOT))
        .collect(Collectors.joining(" OR "));
  }

  private static String update(TriggerEvents fires) {
    return fires.columns().isEmpty() ? "UPDATE" : "UPDATE OF " + Facets.quoted(fires.columns());
  }

  private static void transitionTables(StringBuilder text, TriggerEvents fires) {
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
