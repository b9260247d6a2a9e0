package dev.deed.engine.rows;

import dev.deed.sql.UserException;
import java.util.List;

/// Rows are not copied: what was asked for cannot be done without an unmasked value or a missing
/// row in the copy.
public final class RowsRefused extends UserException {

  private static final long serialVersionUID = 1L;

  private static final int MOST = 20;

  /// @param target whose rows they are
  /// @param problems sentences without an end
  public RowsRefused(String target, List<String> problems) {
    super(
        "no rows of %s were copied: %s%s"
            .formatted(
                target,
                problems.size() == 1 ? "" : "\n- ",
                String.join("\n- ", problems.stream().limit(MOST).toList())
                    + (problems.size() > MOST
                        ? "\n- and %d more".formatted(problems.size() - MOST)
                        : "")),
        "correct copy of the environment in the ownership file, or the rights of its role; without"
            + " rows: leave out tables and sample");
  }

  @Override
  public Outcome outcome() {
    return Outcome.UNREADABLE;
  }
}
