package dev.deed.lint.rule.type;

import dev.deed.lint.rule.RuleCheck.StatementCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.MaintenanceEffect;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectEffect.Comments;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import dev.deed.sql.effect.TypeEffect.AddsEnumValue;
import dev.deed.sql.effect.TypeEffect.CreatesEnum;
import dev.deed.sql.replay.ResolvedStatement;
import java.util.List;

/// Finds uses of a new enum value in the transaction that adds it.
final class EnumValueUsedAtOnce implements StatementCheck {

  /// From this version on, new values can be used if the same transaction creates the enum.
  private static final int KNOWS_OWN = 17;

  @Override
  public void check(ResolvedStatement statement, RuleView view) {
    var effects = statement.statement().effects();
    if (!view.has(AddsEnumValue.class)
        || effects.stream().anyMatch(EnumValueUsedAtOnce::isHarmless)) {
      return;
    }
    var before = view.earlier().stream().flatMap(r -> r.statement().effects().stream()).toList();
    for (var effect : before) {
      if (effect instanceof AddsEnumValue added
          && uses(statement, added, view)
          && !(view.postgres() >= KNOWS_OWN && isCreated(added, before))) {
        report(statement, added, view);
        return;
      }
    }
  }

  private static boolean isHarmless(Effect effect) {
    return effect instanceof AddsEnumValue
        || effect instanceof Comments
        || effect instanceof CreatesRoutine
        || effect instanceof MaintenanceEffect;
  }

  private static boolean isCreated(AddsEnumValue added, List<Effect> before) {
    return before.stream()
        .anyMatch(e -> e instanceof CreatesEnum created && created.type().equals(added.type()));
  }

  /// Whether the statement contains the value as a string and uses the type, or a table that may
  /// have a column of it.
  private static boolean uses(ResolvedStatement statement, AddsEnumValue added, RuleView view) {
    var text = view.text(statement.statement().span());
    return text.contains("'" + added.label().replace("'", "''") + "'")
        && (text.contains(added.type().name())
            || statement.touches().stream().anyMatch(t -> mayHold(t, added, view)));
  }

  private static boolean mayHold(ObjectAccess touch, AddsEnumValue added, RuleView view) {
    var kind = touch.object().kind();
    if (kind != ObjectKind.TABLE && kind != ObjectKind.RELATION) {
      return false;
    }
    var columns = view.catalog().columns(touch.object().name());
    return columns.isEmpty()
        || columns.stream().anyMatch(c -> isType(c.type().name(), added.type()));
  }

  private static boolean isType(QualifiedName resolved, QualifiedName written) {
    return resolved.name().equals(written.name())
        && (written.schema() == null || written.schema().equals(resolved.schema()));
  }

  private static void report(ResolvedStatement statement, AddsEnumValue added, RuleView view) {
    var span = statement.statement().span();
    var type = view.catalog().object(ObjectName.of(ObjectKind.TYPE, added.type()));
    var message =
        "this fails: the value '%s' of %s can be used only after the transaction that adds it has ended"
            .formatted(added.label(), type.name().dotted());
    var advice =
        "move the statement to a migration of its own\n-- in the next migration\n"
            + SafeSql.oneLine(view.text(span))
            + ";";
    view.report(span, message, advice, type);
  }
}
