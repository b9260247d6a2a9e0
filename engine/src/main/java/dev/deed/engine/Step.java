package dev.deed.engine;

import dev.deed.sql.script.Statement;
import java.util.List;

/// What is done at once, and recorded at once.
public sealed interface Step {

  PlannedMigration move();

  /// Statements that share a transaction, with the record of it.
  ///
  /// @param first index of the first
  /// @param end index behind the last
  record InTransaction(PlannedMigration move, int first, int end) implements Step {
    public List<Statement> statements() {
      return move.body().statements().subList(first, end);
    }
  }

  /// A statement that PostgreSQL runs outside of transactions only; it is recorded afterwards.
  record Alone(PlannedMigration move, int position) implements Step {
    public Statement statement() {
      return move.body().statements().get(position);
    }
  }

  /// Nothing is run.
  record Record(PlannedMigration move) implements Step {}
}
