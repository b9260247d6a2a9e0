package dev.deed.engine;

import dev.deed.sql.script.CommandTag;
import dev.deed.sql.script.Statement;
import java.util.ArrayList;
import java.util.List;

/// A unit that is done and recorded at once.
public sealed interface Step {

  PlannedMigration move();

  /// Neighbours that may share a transaction do, so that as little as possible can be left
  /// half-way.
  static List<Step> of(PlannedMigration move) {
    var statements = move.body().statements();
    if (!move.direction().sendsStatements() || move.done() >= statements.size()) {
      return List.of(new Record(move));
    }
    var steps = new ArrayList<Step>();
    for (var i = move.done(); i < statements.size(); ) {
      var end = i + 1;
      if (mustStandAlone(move, i)) {
        steps.add(new Alone(move, i));
      } else {
        while (!move.body().alone() && end < statements.size() && !mustStandAlone(move, end)) {
          end++;
        }
        steps.add(new InTransaction(move, i, end));
      }
      i = end;
    }
    return List.copyOf(steps);
  }

  /// The whole of it, history included, is one transaction.
  static boolean isOneTransaction(PlannedMigration move) {
    var steps = of(move);
    return steps.size() == 1 && steps.getFirst() instanceof InTransaction;
  }

  /// Blocks and procedures may commit by themselves, which only works outside of a transaction; so
  /// that is where they run when the file asks for none.
  private static boolean mustStandAlone(PlannedMigration move, int position) {
    var statement = move.body().statements().get(position);
    return statement.runsAlone()
        || move.body().backfillAt(position).isPresent()
        || (move.body().alone()
            && (statement.command() == CommandTag.DO || statement.command() == CommandTag.CALL));
  }

  /// Statements that share a transaction with their history record.
  ///
  /// @param first index of the first statement
  /// @param end index after the last statement
  record InTransaction(PlannedMigration move, int first, int end) implements Step {
    public List<Statement> statements() {
      return move.body().statements().subList(first, end);
    }
  }

  /// A statement that PostgreSQL runs only outside of transactions, or that runs in batches; it is
  /// recorded afterwards.
  record Alone(PlannedMigration move, int position) implements Step {
    public Statement statement() {
      return move.body().statements().get(position);
    }
  }

  /// Only the history is written; no statement is run.
  record Record(PlannedMigration move) implements Step {}
}
