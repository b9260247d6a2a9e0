package dev.deed.sql;

/// How much a finding weighs: an `ERROR` makes the verdict "no".
public enum Severity {
  ERROR,
  WARNING,
  OFF
}
