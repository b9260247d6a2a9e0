package dev.deed.lint.rule.type;

import dev.deed.lint.facts.KeyColumn;
import dev.deed.lint.facts.NewColumn;
import dev.deed.lint.facts.TypeChange;
import dev.deed.lint.facts.TypeStep.Rows;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.Severity;
import dev.deed.sql.effect.ObjectName;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// `ALTER COLUMN ... TYPE` for which every row is written anew, but for columns of foreign keys.
final class TypeRewrite implements TypeChange.Eye {

  /// What PostgreSQL takes for a zone that is no hours away from UTC.
  private static final Set<String> UTC = Set.of("utc", "etc/utc", "gmt", "etc/gmt", "zulu", "uct");

  /// Types that most of the statements that name them only widen.
  private static final Set<String> WIDE = Set.of("text", "character varying", "numeric");

  @Override
  public void look(TypeChange change) {
    if (!isRewritten(change) || KeyColumn.of(change).isKey()) {
      return;
    }
    var scene = change.scene();
    scene.report(
        severity(change),
        change.effect().span(),
        message(change),
        advice(change),
        List.of(ObjectName.table(change.table())));
  }

  static boolean isRewritten(TypeChange change) {
    return switch (change.step().rows()) {
      case KEPT -> false;
      case KEPT_IN_UTC -> !isUtc(change.scene());
      case REWRITTEN -> true;
    };
  }

  private static boolean isUtc(Scene scene) {
    return scene
        .catalog()
        .setting("timezone")
        .filter(zone -> UTC.contains(zone.toLowerCase(Locale.ROOT)))
        .isPresent();
  }

  private static Severity severity(TypeChange change) {
    var next = change.next();
    var isWidest = WIDE.stream().anyMatch(next::isBuiltIn) && next.modifiers().isEmpty();
    return !change.isKnown() && isWidest && change.effect().using() == null
        ? Severity.WARNING
        : Severity.ERROR;
  }

  private static String message(TypeChange change) {
    var column = change.columnText();
    var waits =
        "%s is rewritten with its indexes, while reads and writes of it wait"
            .formatted(change.table().dotted());
    if (!change.isKnown()) {
      return "nothing is known of %s: unless its values are stored as %s is, %s"
          .formatted(column, change.next().text(), waits);
    }
    return switch (change.step().rows()) {
      case KEPT_IN_UTC ->
          "%s is taken for a time in the session's time zone: unless that is UTC, %s"
              .formatted(column, waits);
      case KEPT, REWRITTEN -> "every value of %s is converted: %s".formatted(column, waits);
    };
  }

  private static String advice(TypeChange change) {
    if (change.step().rows() == Rows.KEPT_IN_UTC) {
      return "where the column holds times in UTC, say so: then no row is written\n"
          + "SET LOCAL timezone = 'UTC';\n"
          + change.statement();
    }
    return NewColumn.instead(change);
  }
}
