package dev.deed.engine.lint;

import dev.deed.sql.effect.Effect;
import dev.deed.sql.schema.Resolved;

/// What a rule is called for: single effects, whole statements or whole scripts.
sealed interface Look {

  /// The rule is called for single effects of one kind, each before it changes the schema.
  record AtEffect<E extends Effect>(Class<E> kind, EffectLook<E> eye) implements Look {
    void look(Effect effect, Scene scene) {
      eye.look(kind.cast(effect), scene);
    }
  }

  /// The rule is called for each statement, with all that it reaches and locks, after it has
  /// changed the schema.
  record AtStatement(StatementLook eye) implements Look {}

  /// The rule is called once for the whole script, after its last statement.
  record AtScript(ScriptLook eye) implements Look {}

  static <E extends Effect> Look at(Class<E> kind, EffectLook<E> eye) {
    return new AtEffect<>(kind, eye);
  }

  static Look atStatement(StatementLook eye) {
    return new AtStatement(eye);
  }

  static Look atScript(ScriptLook eye) {
    return new AtScript(eye);
  }

  /// A rule that is called for effects.
  @FunctionalInterface
  interface EffectLook<E extends Effect> {
    void look(E effect, Scene scene);
  }

  /// A rule that is called for statements.
  @FunctionalInterface
  interface StatementLook {
    void look(Resolved statement, Scene scene);
  }

  /// A rule that is called for scripts.
  @FunctionalInterface
  interface ScriptLook {
    void look(Scene scene);
  }
}
