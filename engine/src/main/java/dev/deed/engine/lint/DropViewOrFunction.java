package dev.deed.engine.lint;

import dev.deed.engine.lint.Look.EffectLook;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.schema.Routine;
import java.util.Locale;

/// `DROP VIEW`, `DROP FUNCTION` and the like, unless it is created again at once.
final class DropViewOrFunction implements EffectLook<Drops> {

  @Override
  public void look(Drops drop, Scene scene) {
    var object = scene.catalog().object(drop.object());
    if (!isCode(object.kind())
        || isForTriggers(object, scene)
        || !scene.isMissed(object)
        || Recreation.follows(drop.object(), scene)) {
      return;
    }
    var advice =
        String.join(
            "\n",
            "deploy code that no longer uses it; then drop it in a later migration that says so",
            Deployed.ignore("drop-view-or-function", drop.object().name().dotted()),
            "DROP %s %s;"
                .formatted(
                    drop.object().kind().words().toUpperCase(Locale.ROOT), drop.object().text()));
    scene.report(drop.span(), "code that still uses " + object.words() + " fails", advice, object);
  }

  private static boolean isCode(ObjectKind kind) {
    return kind == ObjectKind.VIEW || kind == ObjectKind.MATERIALIZED_VIEW || kind.isRoutine();
  }

  /// Called by triggers, and by no code.
  private static boolean isForTriggers(ObjectName object, Scene scene) {
    return scene
        .catalog()
        .find(object)
        .filter(o ->
            o instanceof Routine routine
                && routine.returns() != null
                && routine.returns().isBuiltIn("trigger"))
        .isPresent();
  }
}
