package dev.deed.expand;

import dev.deed.sql.Identifier;
import dev.deed.sql.schema.RelationPart.TableColumn;

/// Rows that were written after a contract and give no value for an old column that is NOT NULL.
///
/// @param condition that holds for them
record RowsWithout(TargetTable target, TableColumn column, String condition) {

  /// Refuses a way back while there are such rows, before it changes anything.
  ///
  /// @param reason a clause: `some rows have none`
  /// @param advice what to do with the rows
  String refuse(String reason, String advice) {
    var rows = "FROM %s WHERE %s".formatted(target.quoted(), condition);
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
            StringConstant.of(
                "%s is NOT NULL, and %s".formatted(Identifier.quoted(column.part()), reason)),
            StringConstant.of(
                "%s of the rows that this finds, then try again: SELECT * %s"
                    .formatted(advice, rows)));
  }
}
