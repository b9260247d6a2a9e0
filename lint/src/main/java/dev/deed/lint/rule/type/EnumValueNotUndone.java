package dev.deed.lint.rule.type;

import dev.deed.lint.rule.RuleCheck.ScriptCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TypeEffect.AddsEnumValue;

/// Finds downs that leave a value which their up added to an enum.
final class EnumValueNotUndone implements ScriptCheck {

  @Override
  public void check(RuleView view) {
    var statements = view.script().statements();
    if (statements.isEmpty()) {
      return;
    }
    for (var effect : view.undone()) {
      if (effect instanceof AddsEnumValue added && !added.ifNotExists() && stays(added, view)) {
        var type = view.catalog().object(ObjectName.of(ObjectKind.TYPE, added.type()));
        var label = SafeSql.literal(added.label());
        var message =
            "this down leaves the value %s of %s, so the migration cannot be applied again after a rollback"
                .formatted(label, type.name().dotted());
        var advice =
            "PostgreSQL cannot remove a value: use ADD VALUE IF NOT EXISTS in the up, or declare that there is no way back (-- deed: irreversible \"<reason>\")";
        view.report(statements.getFirst().span(), message, advice, type);
      }
    }
  }

  private static boolean stays(AddsEnumValue added, RuleView view) {
    return view.script().statements().stream()
        .flatMap(statement -> statement.effects().stream())
        .noneMatch(effect -> putsAway(effect, added));
  }

  /// Whether the effect drops the type, or renames it to replace it by another one.
  private static boolean putsAway(Effect effect, AddsEnumValue added) {
    return switch (effect) {
      case Drops drop ->
          (drop.cascade() && drop.object().kind() == ObjectKind.SCHEMA)
              || isType(drop.object(), added);
      case Renames rename -> isType(rename.object(), added);
      default -> false;
    };
  }

  private static boolean isType(ObjectName object, AddsEnumValue added) {
    return object.kind() == ObjectKind.TYPE && object.name().name().equals(added.type().name());
  }
}
