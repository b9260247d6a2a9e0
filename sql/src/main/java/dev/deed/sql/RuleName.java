package dev.deed.sql;

/// The name of what a finding broke, in kebab case: `not-owner`, `syntax-error`.
public record RuleName(String text) {

  @Override
  public String toString() {
    return text;
  }
}
