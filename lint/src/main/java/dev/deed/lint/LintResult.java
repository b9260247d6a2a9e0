package dev.deed.lint;

import dev.deed.lint.rule.LintFinding;
import dev.deed.sql.replay.ResolvedStatement;
import dev.deed.sql.script.Script;
import java.util.List;

/// The result of linting one script.
///
/// @param statements the numbers of the script's statements, counted over all scripts that the
///   reader has read
public record LintResult(
    Script script, List<ResolvedStatement> resolved, List<LintFinding> remarks, Range statements) {

  public LintResult {
    resolved = List.copyOf(resolved);
    remarks = List.copyOf(remarks);
  }

  /// What is kept of an up until its down is linted.
  public LintedUp asUp() {
    return new LintedUp(script.statements(), script.directives(), statements);
  }

  /// Statement numbers from `first` to `last`; empty if `last` is less than `first`.
  public record Range(int first, int last) {
    public boolean has(int number) {
      return number >= first && number <= last;
    }
  }
}
