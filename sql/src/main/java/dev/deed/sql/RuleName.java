package dev.deed.sql;

/// The name of a rule that a finding reports, in kebab case: `not-owner`, `syntax-error`.
public record RuleName(String text) {

  @Override
  public String toString() {
    return text;
  }
}
