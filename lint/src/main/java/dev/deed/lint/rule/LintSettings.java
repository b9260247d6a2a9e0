package dev.deed.lint.rule;

import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import java.util.Map;

/// The settings of a linter.
///
/// @param postgres the lowest major version of PostgreSQL that the statements will run on
/// @param declared false if it is a default: the statements may run on newer versions only
/// @param byEngine true if deed runs the scripts, with its own timeouts and transactions
/// @param inTransaction true if another program runs each script between its own `BEGIN` and
///   `COMMIT`
/// @param oneChange true if all scripts are applied together, so that what one of them creates is
///   new to the others
/// @param levels the severities of rules for which the ownership file sets one
public record LintSettings(
    int postgres,
    boolean declared,
    boolean byEngine,
    boolean inTransaction,
    boolean oneChange,
    Map<RuleName, Severity> levels) {

  public LintSettings {
    levels = Map.copyOf(levels);
  }

  public LintSettings(
      int postgres, boolean byEngine, boolean oneChange, Map<RuleName, Severity> levels) {
    this(postgres, true, byEngine, false, oneChange, levels);
  }

  /// The same with a declared version, or with a default.
  public LintSettings declared(boolean isDeclared) {
    return new LintSettings(postgres, isDeclared, byEngine, inTransaction, oneChange, levels);
  }

  /// The severity of a rule's findings.
  public Severity of(Rule rule) {
    return levels.getOrDefault(rule.name(), rule.severity());
  }
}
