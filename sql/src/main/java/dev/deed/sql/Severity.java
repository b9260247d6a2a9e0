package dev.deed.sql;

/// The severity of a finding: an `ERROR` makes the verdict "no".
public enum Severity {
  ERROR,
  WARNING,
  OFF
}
