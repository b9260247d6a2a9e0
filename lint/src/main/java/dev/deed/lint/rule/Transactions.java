package dev.deed.lint.rule;

import dev.deed.sql.effect.SessionEffect.ControlsTransaction;
import dev.deed.sql.effect.SessionEffect.Transaction;
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which statements of a script share a transaction. The script's own `BEGIN` and `COMMIT` decide;
/// without them, all statements share one, as deed and most other tools run a script, except those
/// that cannot run in a transaction.
public final class Transactions {

  private final Map<Statement, Integer> transactions = new IdentityHashMap<>();
  private final Map<Integer, List<Statement>> statements = new HashMap<>();
  private final Set<Integer> begun = new HashSet<>();
  private final boolean isExplicit;
  private boolean isOpen;
  private int number;

  private Transactions(boolean isExplicit) {
    this.isExplicit = isExplicit;
  }

  /// @param alone true if each statement runs in a transaction of its own
  /// @param byEngine true if deed runs the script: then a `backfill` has transactions of its own
  public static Transactions of(Script script, boolean alone, boolean byEngine) {
    var isExplicit = script.statements().stream().anyMatch(s -> is(s, Transaction.BEGIN));
    var transactions = new Transactions(isExplicit);
    var batched = byEngine ? RuleView.batched(script) : Set.<Integer>of();
    for (var i = 0; i < script.statements().size(); i++) {
      transactions.add(script.statements().get(i), alone || batched.contains(i));
    }
    return transactions;
  }

  /// As though `BEGIN` and `COMMIT` stood around the script.
  public static Transactions wrapped(Script script) {
    var transactions = new Transactions(true);
    transactions.start(true);
    for (var statement : script.statements()) {
      transactions.add(statement, false);
    }
    transactions.isOpen = false;
    return transactions;
  }

  private void add(Statement statement, boolean alone) {
    var control = control(statement);
    if (control.isPresent()) {
      switch (control.get()) {
        // In a transaction, a second one does nothing.
        case BEGIN -> {
          if (!isOpen) {
            start(true);
          }
        }
        case COMMIT, ROLLBACK, PREPARE -> start(false);
        case SAVEPOINT,
            RELEASE,
            ROLLBACK_TO,
            COMMIT_PREPARED,
            ROLLBACK_PREPARED,
            CHARACTERISTICS -> {}
      }
      return;
    }
    if (!isOpen && (alone || isExplicit || statement.runsAlone())) {
      number++;
      put(statement, number);
      number++;
    } else {
      put(statement, number);
    }
  }

  private void put(Statement statement, int transaction) {
    transactions.put(statement, transaction);
    statements.computeIfAbsent(transaction, _ -> new ArrayList<>()).add(statement);
  }

  private void start(boolean open) {
    number++;
    isOpen = open;
    if (open) {
      begun.add(number);
    }
  }

  /// A number that is the same for statements of the same transaction.
  public int of(Statement statement) {
    return transactions.getOrDefault(statement, -1);
  }

  /// The statements of the transaction with that number.
  public List<Statement> statements(int transaction) {
    return statements.getOrDefault(transaction, List.of());
  }

  /// Whether the script has a `BEGIN` of its own.
  public boolean isExplicit() {
    return isExplicit;
  }

  /// Whether the statement is in a transaction that the script itself began.
  public boolean isExplicit(Statement statement) {
    return begun.contains(of(statement));
  }

  /// Whether the script began a transaction and did not end it.
  public boolean isLeftOpen() {
    return isOpen;
  }

  private static boolean is(Statement statement, Transaction transaction) {
    return control(statement).filter(transaction::equals).isPresent();
  }

  private static Optional<Transaction> control(Statement statement) {
    return statement.first(ControlsTransaction.class).map(ControlsTransaction::transaction);
  }
}
