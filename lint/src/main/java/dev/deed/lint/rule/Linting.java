package dev.deed.lint.rule;

import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import java.util.Map;

/// How to look.
///
/// @param postgres the lowest major version that the statements will run on
/// @param byEngine deed runs them: its time-outs are set, and its transactions are around them
/// @param oneChange all scripts come to a database together, so that what one of them creates is
///   new to the others
/// @param levels of rules whose weight was changed
public record Linting(
    int postgres, boolean byEngine, boolean oneChange, Map<RuleName, Severity> levels) {

  public Linting {
    levels = Map.copyOf(levels);
  }

  public Severity of(Rule rule) {
    return levels.getOrDefault(rule.name(), rule.severity());
  }
}
