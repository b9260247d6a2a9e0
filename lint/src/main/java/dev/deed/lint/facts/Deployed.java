package dev.deed.lint.facts;

/// What to say of code that runs while a migration does.
public final class Deployed {

  private Deployed() {}

  /// How an author says that deployed code does without something.
  public static String ignore(String rule, String gone) {
    return "-- deed: ignore %s until=<yyyy-mm-dd> reason=\"no deployed code uses %s\""
        .formatted(rule, gone.replace("\"", ""));
  }
}
