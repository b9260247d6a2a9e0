package dev.deed.lint.rule;

import dev.deed.sql.Hazard;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import java.util.Set;

/// Something that the linter looks for. Its page says what it finds, why it matters, and what to do
/// instead.
///
/// @param severity the severity if the ownership file sets none; `OFF` for matters of taste
/// @param summary what the rule finds, in one line
/// @param look what the rule is called for
public record Rule(
    RuleName name, Severity severity, Set<Hazard> hazards, String summary, RuleCheck check) {

  public Rule {
    hazards = Set.copyOf(hazards);
  }

  public static Rule error(String name, String summary, RuleCheck check, Hazard... hazards) {
    return new Rule(new RuleName(name), Severity.ERROR, Set.of(hazards), summary, check);
  }

  public static Rule warning(String name, String summary, RuleCheck check, Hazard... hazards) {
    return new Rule(new RuleName(name), Severity.WARNING, Set.of(hazards), summary, check);
  }

  /// A rule that is off unless the ownership file turns it on.
  public static Rule optional(String name, String summary, RuleCheck check, Hazard... hazards) {
    return new Rule(new RuleName(name), Severity.OFF, Set.of(hazards), summary, check);
  }
}
