package dev.deed.lint.rule;

import dev.deed.sql.effect.Effect;
import dev.deed.sql.replay.ResolvedStatement;

/// What a rule looks at.
public sealed interface Look {

  /// Single effects, each before it changes the schema.
  public record AtEffect<E extends Effect>(Class<E> kind, EffectLook<E> eye) implements Look {
    public void look(Effect effect, Scene scene) {
      eye.look(kind.cast(effect), scene);
    }
  }

  /// Statements with all that they reach and lock, after they changed the schema.
  public record AtStatement(StatementLook eye) implements Look {}

  /// The whole script, behind its last statement.
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

  @FunctionalInterface
  public interface EffectLook<E extends Effect> {
    void look(E effect, Scene scene);
  }

  @FunctionalInterface
  public interface StatementLook {
    void look(ResolvedStatement statement, Scene scene);
  }

  @FunctionalInterface
  public interface ScriptLook {
    void look(Scene scene);
  }
}
