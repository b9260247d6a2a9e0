package dev.deed.cli.render;

/// What a report comes to; it decides the exit code.
public enum Verdict {
  YES,
  NO,
  TRY_AGAIN,
  STOPPED
}
