package dev.deed.expand;

/// Rows that were written after a contract, and that an old column or what hung on it cannot have.
///
/// @param rows what finds them, from the `FROM` on
record RowsAgainst(String rows) {

  static RowsAgainst of(TargetTable target, String condition) {
    return new RowsAgainst("FROM %s WHERE %s".formatted(target.quoted(), condition));
  }

  /// Refuses a way back while there are such rows, before it changes anything.
  ///
  /// @param message why they stand against it
  /// @param advice what to do with the rows: `change the rows`
  String refuse(String message, String advice) {
    return refuse(message, advice, "*");
  }

  /// @param shown what the query in the advice selects
  String refuse(String message, String advice, String shown) {
    return """
    DO $deed$
    BEGIN
        IF EXISTS (SELECT %1$s) THEN
            RAISE EXCEPTION USING
                MESSAGE = %2$s,
                HINT = %3$s;
        END IF;
    END
    $deed$\
    """
        .formatted(
            rows,
            StringConstant.of(message),
            StringConstant.of(
                "%s that this finds, then try again: SELECT %s %s".formatted(advice, shown, rows)));
  }
}
