package dev.deed.cli.report;

import dev.deed.sql.Hazard;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import java.util.List;
import java.util.Set;

/// Descriptions of rules.
public sealed interface RuleReport extends Report {

  @Override
  default Verdict verdict() {
    return Verdict.YES;
  }

  /// All rules.
  record RuleList(List<ExplainedRule> rules) implements RuleReport {
    public RuleList {
      rules = List.copyOf(rules);
    }
  }

  /// One rule.
  record Explained(ExplainedRule rule) implements RuleReport {}

  /// @param severity the default severity, which the ownership file can change
  /// @param summary one line
  /// @param page in Markdown
  record ExplainedRule(
      RuleName name,
      Family family,
      Severity severity,
      Set<Hazard> hazards,
      String summary,
      String page) {

    public ExplainedRule {
      hazards = Set.copyOf(hazards);
    }

    /// What the rule checks.
    public enum Family {
      OWNERSHIP("ownership"),
      FILES("migration files"),
      LINT("statements"),
      HISTORY("databases"),
      ENVIRONMENT("environments"),
      REHEARSAL("rehearsals");

      private final String words;

      Family(String words) {
        this.words = words;
      }

      public String words() {
        return words;
      }
    }
  }
}
