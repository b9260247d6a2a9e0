package dev.deed.engine;

import dev.deed.sql.Finding;
import dev.deed.sql.RuleName;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.SessionEffect.ControlsTransaction;
import dev.deed.sql.effect.SessionEffect.Transaction;
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The statements of a script that the engine sends: a `BEGIN` and a `COMMIT` around all of them
/// are read as the engine's own transaction and left out. Any other end of a transaction is
/// refused, because history could no longer be written together with the change.
///
/// @param assertions what must be true behind them, in the order of the text
/// @param alone each statement has a transaction of its own, or none
public record MigrationBody(
    Script script, List<Statement> statements, List<Assertion> assertions, boolean alone) {

  static final RuleName TRANSACTION = new RuleName("transaction-control");
  static final RuleName UNNAMED_INDEX = new RuleName("unnamed-concurrent-index");

  private static final Pattern UNLOCKS = Pattern.compile("(?i)\\bpg_advisory_unlock_all\\s*\\(");

  private static final Pattern BEGINNING =
      Pattern.compile("(?is)(?:BEGIN|START)\\b\\s*(?:(?:WORK|TRANSACTION)\\b)?\\s*(.*)");

  public MigrationBody {
    statements = List.copyOf(statements);
    assertions = List.copyOf(assertions);
  }

  public static MigrationBody of(Script script, boolean alone) {
    var all = script.statements();
    var isWrapped =
        all.size() >= 2
            && controls(all.getFirst()).equals(Optional.of(Transaction.BEGIN))
            && controls(all.getLast()).equals(Optional.of(Transaction.COMMIT));
    var sent = isWrapped ? all.subList(1, all.size() - 1) : all;
    return new MigrationBody(script, sent, Assertions.of(script, sent).all(), alone);
  }

  /// What must be true when that statement is done.
  public List<Assertion> assertionsBehind(int position) {
    return assertions.stream().filter(assertion -> assertion.behind() == position).toList();
  }

  /// What the script's own `BEGIN` wants of the transaction: `ISOLATION LEVEL SERIALIZABLE`; empty
  /// where it wants nothing.
  public String modes() {
    if (!isWrapped()) {
      return "";
    }
    var begin = BEGINNING.matcher(script.textOf(script.statements().getFirst()));
    return begin.matches() ? begin.group(1).strip() : "";
  }

  private boolean isWrapped() {
    return statements.size() != script.statements().size();
  }

  /// What the engine cannot run, or not so that it can be recorded together with the change.
  public List<Finding> findings() {
    var findings = new ArrayList<>(Assertions.of(script, statements).findings());
    for (var statement : statements) {
      controls(statement)
          .filter(MigrationBody::isEnd)
          .ifPresent(transaction -> findings.add(endsTransaction(statement)));
      if (lettingGo(statement)) {
        findings.add(letsGo(statement));
      }
      if (isWrapped() && statement.runsAlone()) {
        findings.add(cannotRunWrapped(statement));
      }
      if (isUnnamedConcurrentIndex(statement)) {
        findings.add(unnamedIndex(statement));
      }
    }
    return findings;
  }

  private static Optional<Transaction> controls(Statement statement) {
    return statement.first(ControlsTransaction.class).map(ControlsTransaction::transaction);
  }

  private static boolean isEnd(Transaction transaction) {
    return switch (transaction) {
      case BEGIN, COMMIT, ROLLBACK, PREPARE, COMMIT_PREPARED, ROLLBACK_PREPARED -> true;
      case SAVEPOINT, RELEASE, ROLLBACK_TO, CHARACTERISTICS -> false;
    };
  }

  private static boolean isUnnamedConcurrentIndex(Statement statement) {
    return statement.effects().stream()
        .anyMatch(effect ->
            effect instanceof CreatesIndex index && index.concurrently() && index.name() == null);
  }

  private Finding endsTransaction(Statement statement) {
    var message =
        statement.command() + " begins or ends a transaction, which is the engine's to do";
    var advice =
        "take it out: a migration is one transaction together with its history row; "
            + "where a part must be kept whatever follows, make it a migration of its own";
    return Finding.error(TRANSACTION, script.file(), statement.span(), message, advice);
  }

  private boolean lettingGo(Statement statement) {
    return statement.command().equals("DISCARD ALL")
        || (!statement.command().startsWith("CREATE")
            && UNLOCKS.matcher(script.textOf(statement)).find());
  }

  private Finding letsGo(Statement statement) {
    var message =
        statement.command()
            + " lets go of the run lock, and another run may begin in the midst of this one";
    var advice =
        "take it out: deed starts every migration with a fresh session, and a lock of your own is"
            + " let go by its number";
    return Finding.error(TRANSACTION, script.file(), statement.span(), message, advice);
  }

  private Finding cannotRunWrapped(Statement statement) {
    var message = statement.command() + " cannot run inside a transaction, and the file begins one";
    var advice =
        "take BEGIN and COMMIT out: deed runs this statement outside a transaction by itself";
    return Finding.error(TRANSACTION, script.file(), statement.span(), message, advice);
  }

  private Finding unnamedIndex(Statement statement) {
    var message = "an index that is built concurrently needs a name";
    var advice = "name it, so that deed can find and clear what an interrupted build leaves behind";
    return Finding.error(UNNAMED_INDEX, script.file(), statement.span(), message, advice);
  }
}
