package dev.deed.engine.look.checkup;

/// The result of one check.
///
/// @param check what was checked: `time zone`
/// @param advice what to do; empty if there is nothing to do
public record Diagnosis(String check, Level level, String message, String advice) {

  public enum Level {
    OK,
    WARNING,
    PROBLEM
  }

  public static Diagnosis ok(String check, String message) {
    return new Diagnosis(check, Level.OK, message, "");
  }

  public static Diagnosis warning(String check, String message, String advice) {
    return new Diagnosis(check, Level.WARNING, message, advice);
  }

  public static Diagnosis problem(String check, String message, String advice) {
    return new Diagnosis(check, Level.PROBLEM, message, advice);
  }
}
