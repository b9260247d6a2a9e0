package dev.deed.lint.rule;

import dev.deed.sql.effect.Effect;
import dev.deed.sql.replay.ResolvedStatement;

/// What a rule is called for: single effects, whole statements or whole scripts.
public sealed interface RuleCheck {

  /// The rule is called for single effects of one kind, each before it changes the schema.
  public record AtEffect<E extends Effect>(Class<E> kind, EffectCheck<E> check)
      implements RuleCheck {
    public void check(Effect effect, RuleView view) {
      check.check(kind.cast(effect), view);
    }

    public void checkWithout(RuleView view) {
      check.checkWithout(view);
    }
  }

  /// The rule is called for each statement, with all that it reaches and locks, after it has
  /// changed the schema.
  public record AtStatement(StatementCheck check) implements RuleCheck {}

  /// The rule is called once for the whole script, after its last statement.
  public record AtScript(ScriptCheck check) implements RuleCheck {}

  static <E extends Effect> RuleCheck at(Class<E> kind, EffectCheck<E> check) {
    return new AtEffect<>(kind, check);
  }

  static RuleCheck atStatement(StatementCheck check) {
    return new AtStatement(check);
  }

  static RuleCheck atScript(ScriptCheck check) {
    return new AtScript(check);
  }

  /// A rule that is called for effects.
  @FunctionalInterface
  public interface EffectCheck<E extends Effect> {
    void check(E effect, RuleView view);

    /// Called for a statement that has no effect at all.
    default void checkWithout(RuleView view) {}
  }

  /// A rule that is called for statements.
  @FunctionalInterface
  public interface StatementCheck {
    void check(ResolvedStatement statement, RuleView view);
  }

  /// A rule that is called for scripts.
  @FunctionalInterface
  public interface ScriptCheck {
    void check(RuleView view);
  }
}
