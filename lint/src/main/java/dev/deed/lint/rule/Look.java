package dev.deed.lint.rule;

import dev.deed.sql.effect.Effect;
import dev.deed.sql.replay.ResolvedStatement;

/// What a rule is called for: single effects, whole statements or whole scripts.
public sealed interface Look {

  /// The rule is called for single effects of one kind, each before it changes the schema.
  public record AtEffect<E extends Effect>(Class<E> kind, EffectLook<E> eye) implements Look {
    public void look(Effect effect, Scene scene) {
      eye.look(kind.cast(effect), scene);
    }
  }

  /// The rule is called for each statement, with all that it reaches and locks, after it has
  /// changed the schema.
  public record AtStatement(StatementLook eye) implements Look {}

  /// The rule is called once for the whole script, after its last statement.
  public record AtScript(ScriptLook eye) implements Look {}

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
  public interface EffectLook<E extends Effect> {
    void look(E effect, Scene scene);
  }

  /// A rule that is called for statements.
  @FunctionalInterface
  public interface StatementLook {
    void look(ResolvedStatement statement, Scene scene);
  }

  /// A rule that is called for scripts.
  @FunctionalInterface
  public interface ScriptLook {
    void look(Scene scene);
  }
}
