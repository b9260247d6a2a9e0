package dev.deed.lint.rule.failure;

import static dev.deed.lint.rule.Rule.error;
import static dev.deed.lint.rule.Rule.warning;
import static dev.deed.lint.rule.RuleCheck.at;
import static dev.deed.lint.rule.RuleCheck.atScript;

import dev.deed.lint.rule.Rule;
import dev.deed.sql.effect.Effect;
import java.util.List;

/// The rules about what PostgreSQL is bound to refuse, or to leave undone.
public final class FailureRules {

  public static final List<Rule> ALL =
      List.of(
          error(
              "will-fail",
              "PostgreSQL is bound to refuse a statement",
              at(Effect.class, new WillFail())),
          error(
              "exists-differently",
              "IF NOT EXISTS passes over an object that is different",
              at(Effect.class, new ExistsDifferently())),
          warning(
              "fails-when-run",
              "a function names a table or column that does not exist",
              atScript(new BodyNames())));

  private FailureRules() {}
}
