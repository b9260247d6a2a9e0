package dev.deed.lint.rule;

import dev.deed.sql.Hazard;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import java.util.Set;

/// Something that the linter looks for. Its page says why, and what to do instead.
///
/// @param severity unless the ownership file says otherwise; `OFF` for a matter of taste
/// @param summary one line
public record Rule(
    RuleName name, Severity severity, Set<Hazard> hazards, String summary, Look look) {

  public Rule {
    hazards = Set.copyOf(hazards);
  }

  public static Rule error(String name, String summary, Look look, Hazard... hazards) {
    return new Rule(new RuleName(name), Severity.ERROR, Set.of(hazards), summary, look);
  }

  public static Rule warning(String name, String summary, Look look, Hazard... hazards) {
    return new Rule(new RuleName(name), Severity.WARNING, Set.of(hazards), summary, look);
  }

  /// Only where the ownership file asks for it.
  public static Rule optional(String name, String summary, Look look, Hazard... hazards) {
    return new Rule(new RuleName(name), Severity.OFF, Set.of(hazards), summary, look);
  }
}
