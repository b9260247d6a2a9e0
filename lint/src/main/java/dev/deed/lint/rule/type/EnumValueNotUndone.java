package dev.deed.lint.rule.type;

import dev.deed.lint.rule.Look.ScriptLook;
import dev.deed.lint.rule.SafeSql;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TypeEffect.AddsEnumValue;

/// A down behind which a value stays that its up added to an enum.
final class EnumValueNotUndone implements ScriptLook {

  @Override
  public void look(Scene scene) {
    var statements = scene.script().statements();
    if (statements.isEmpty()) {
      return;
    }
    for (var effect : scene.undone()) {
      if (effect instanceof AddsEnumValue added && !added.ifNotExists() && stays(added, scene)) {
        var type = scene.catalog().object(ObjectName.of(ObjectKind.TYPE, added.type()));
        var label = SafeSql.literal(added.label());
        var message =
            "the value %s of %s stays behind, so that the migration cannot be applied again"
                .formatted(label, type.name().dotted());
        var advice =
            "PostgreSQL cannot take a value away: let the up pass over one that is there already, or"
                + " say that there is no way back (-- deed: irreversible \"<reason>\")";
        scene.report(statements.getFirst().span(), message, advice, type);
      }
    }
  }

  private static boolean stays(AddsEnumValue added, Scene scene) {
    return scene.script().statements().stream()
        .flatMap(statement -> statement.effects().stream())
        .noneMatch(effect -> putsAway(effect, added));
  }

  /// Drops the type, or renames it to put another in its place.
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
