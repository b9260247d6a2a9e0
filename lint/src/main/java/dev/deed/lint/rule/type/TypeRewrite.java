package dev.deed.lint.rule.type;

import dev.deed.lint.facts.KeyColumn;
import dev.deed.lint.facts.NewColumn;
import dev.deed.lint.facts.TypeChange;
import dev.deed.lint.facts.TypeStep.Rows;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.Severity;
import dev.deed.sql.effect.ObjectName;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Finds `ALTER COLUMN ... TYPE` that rewrites the table, except of columns of foreign keys, which
/// `TypeOfKey` finds.
final class TypeRewrite implements TypeChange.Check {

  /// Names of time zones that are equal to UTC.
  private static final Set<String> UTC = Set.of("utc", "etc/utc", "gmt", "etc/gmt", "zulu", "uct");

  /// Types to which most changes only widen a column.
  private static final Set<String> WIDE = Set.of("text", "character varying", "numeric");

  @Override
  public void check(TypeChange change) {
    if (!isRewritten(change) || KeyColumn.of(change).isKey()) {
      return;
    }
    var view = change.view();
    view.report(
        severity(change),
        change.effect().span(),
        message(change),
        advice(change),
        List.of(ObjectName.table(change.table())));
  }

  static boolean isRewritten(TypeChange change) {
    return switch (change.step().rows()) {
      case KEPT -> false;
      case KEPT_IN_UTC -> !isUtc(change.view());
      case REWRITTEN -> true;
    };
  }

  private static boolean isUtc(RuleView view) {
    return view.catalog()
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
        "this rewrites %s and its indexes while reads and writes of it wait"
            .formatted(change.table().dotted());
    if (!change.isKnown()) {
      return "the type of %s is not known to deed: unless its values are stored like %s, %s"
          .formatted(column, change.next().text(), waits);
    }
    return switch (change.step().rows()) {
      case KEPT_IN_UTC ->
          "%s is converted with the session's time zone: unless that is UTC, %s"
              .formatted(column, waits);
      case KEPT, REWRITTEN -> "every value of %s is converted: %s".formatted(column, waits);
    };
  }

  private static String advice(TypeChange change) {
    if (change.step().rows() == Rows.KEPT_IN_UTC) {
      return "if the column holds times in UTC, set the time zone to UTC, which avoids the rewrite\n"
          + "SET LOCAL timezone = 'UTC';\n"
          + change.statement();
    }
    return NewColumn.instead(change);
  }
}
