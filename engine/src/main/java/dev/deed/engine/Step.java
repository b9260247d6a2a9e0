package dev.deed.engine;

import dev.deed.sql.script.Statement;
import java.util.List;

/// A unit that is done and recorded at once.
public sealed interface Step {

  PlannedMigration move();

  /// Statements that share a transaction with their history record.
  ///
  /// @param first index of the first statement
  /// @param end index after the last statement
  record InTransaction(PlannedMigration move, int first, int end) implements Step {
    public List<Statement> statements() {
      return move.body().statements().subList(first, end);
    }
  }

  /// A statement that PostgreSQL runs only outside of transactions; it is recorded afterwards.
  record Alone(PlannedMigration move, int position) implements Step {
    public Statement statement() {
      return move.body().statements().get(position);
    }
  }

  /// Only the history is written; no statement is run.
  record Record(PlannedMigration move) implements Step {}
}
