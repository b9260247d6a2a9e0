package dev.deed.lint.facts;

/// The directive that confirms that no deployed code uses something.
public final class Deployed {

  private Deployed() {}

  /// The line to write above the statement, with a date and a reason.
  ///
  /// @param gone what the statement drops or renames
  public static String ignore(String rule, String gone) {
    return "-- deed: ignore %s until=<yyyy-mm-dd> reason=\"no deployed code uses %s\""
        .formatted(rule, gone.replace("\"", ""));
  }
}
