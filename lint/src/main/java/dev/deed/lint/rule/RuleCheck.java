package dev.deed.lint.rule;

import dev.deed.sql.effect.Effect;
import dev.deed.sql.replay.ResolvedStatement;

/// What a rule is called for: single effects, whole statements or whole scripts.
public sealed interface RuleCheck {

  /// The rule is called for single effects of one kind, each before it changes the schema.
  public record AtEffect<E extends Effect>(Class<E> kind, EffectLook<E> eye) implements RuleCheck {
    public void look(Effect effect, RuleView scene) {
      eye.look(kind.cast(effect), scene);
    }
  }

  /// The rule is called for each statement, with all that it reaches and locks, after it has
  /// changed the schema.
  public record AtStatement(StatementLook eye) implements RuleCheck {}

  /// The rule is called once for the whole script, after its last statement.
  public record AtScript(ScriptLook eye) implements RuleCheck {}

  static <E extends Effect> RuleCheck at(Class<E> kind, EffectLook<E> eye) {
    return new AtEffect<>(kind, eye);
  }

  static RuleCheck atStatement(StatementLook eye) {
    return new AtStatement(eye);
  }

  static RuleCheck atScript(ScriptLook eye) {
    return new AtScript(eye);
  }

  /// A rule that is called for effects.
  @FunctionalInterface
  public interface EffectLook<E extends Effect> {
    void look(E effect, RuleView scene);
  }

  /// A rule that is called for statements.
  @FunctionalInterface
  public interface StatementLook {
    void look(ResolvedStatement statement, RuleView scene);
  }

  /// A rule that is called for scripts.
  @FunctionalInterface
  public interface ScriptLook {
    void look(RuleView scene);
  }
}
