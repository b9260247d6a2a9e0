package dev.deed.engine;

import dev.deed.sql.Finding;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.SessionEffect.ControlsTransaction;
import dev.deed.sql.effect.SessionEffect.Transaction;
import dev.deed.sql.script.CommandTag;
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The statements of a script that the engine sends. A `BEGIN` and a `COMMIT` around all of them
/// stand for the engine's own transaction and are left out. Any other transaction end is refused:
/// the history could no longer be written together with the change.
///
/// @param assertions conditions after statements, in the order of the text
/// @param backfills statements that run in batches, in the order of the text
/// @param alone each statement has a transaction of its own, or none
public record MigrationBody(
    Script script,
    List<Statement> statements,
    List<Assertion> assertions,
    List<Backfill> backfills,
    boolean alone) {

  static final RuleName TRANSACTION = new RuleName("transaction-control");
  static final RuleName UNNAMED_INDEX = new RuleName("unnamed-concurrent-index");

  private static final Pattern UNLOCKS = Pattern.compile("(?i)\\bpg_advisory_unlock_all\\s*\\(");

  private static final Pattern BEGINNING =
      Pattern.compile("(?is)(?:BEGIN|START)\\b\\s*(?:(?:WORK|TRANSACTION)\\b)?\\s*(.*)");

  public MigrationBody {
    statements = List.copyOf(statements);
    assertions = List.copyOf(assertions);
    backfills = List.copyOf(backfills);
  }

  public static MigrationBody of(Script script, boolean alone) {
    var sent = sent(script);
    return new MigrationBody(
        script, sent, Assertions.of(script, sent).all(), Backfills.of(script, sent).all(), alone);
  }

  /// Only comments, or a transaction without a statement in it. A script with an error may have
  /// statements that could not be read.
  static boolean sendsNothing(Script script) {
    return sent(script).isEmpty()
        && script.problems().stream().noneMatch(p -> p.severity() == Severity.ERROR);
  }

  private static List<Statement> sent(Script script) {
    var all = script.statements();
    var isWrapped =
        all.size() >= 2
            && controls(all.getFirst()).equals(Optional.of(Transaction.BEGIN))
            && controls(all.getLast()).equals(Optional.of(Transaction.COMMIT));
    return isWrapped ? all.subList(1, all.size() - 1) : all;
  }

  /// Of the statements, in their order.
  List<Checksum> checksums() {
    return statements.stream().map(script::textOf).map(Checksum::of).toList();
  }

  /// The conditions that must be true after that statement.
  public List<Assertion> assertionsBehind(int position) {
    return assertions.stream().filter(assertion -> assertion.behind() == position).toList();
  }

  /// How the statement at that position runs in batches; empty where it runs at once.
  public Optional<Backfill> backfillAt(int position) {
    return backfills.stream().filter(backfill -> backfill.position() == position).findFirst();
  }

  /// The transaction modes in the script's own `BEGIN`: `ISOLATION LEVEL SERIALIZABLE`; empty if
  /// there are none.
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

  /// Findings for statements that the engine cannot run, or cannot record together with the change.
  public List<Finding> findings() {
    var findings = new ArrayList<>(Assertions.of(script, statements).findings());
    findings.addAll(Backfills.of(script, statements).findings());
    var unlocks = mayUnlock(script.text());
    for (var statement : statements) {
      controls(statement)
          .filter(MigrationBody::isEnd)
          .ifPresent(transaction -> findings.add(endsTransaction(statement)));
      if (lettingGo(statement, unlocks)) {
        findings.add(letsGo(statement));
      }
      if (isWrapped() && runsAlone(statement)) {
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
        statement.command().words() + " begins or ends a transaction, but deed does that itself";
    var advice =
        "remove it: a migration is one transaction together with its history row; "
            + "put a part that must be kept in any case into a migration of its own";
    return Finding.error(TRANSACTION, script.file(), statement.span(), message, advice);
  }

  private boolean lettingGo(Statement statement, boolean unlocks) {
    return statement.command() == CommandTag.DISCARD_ALL
        || (statement.command().verb() != CommandTag.Verb.CREATE
            && unlocks
            && UNLOCKS.matcher(script.textOf(statement)).find());
  }

  /// A script may be many megabytes of rows, in which an underscore is rare.
  private static boolean mayUnlock(String text) {
    for (var at = text.indexOf('_'); at >= 0; at = text.indexOf('_', at + 1)) {
      if (text.regionMatches(
          true, at, "_advisory_unlock_all", 0, "_advisory_unlock_all".length())) {
        return true;
      }
    }
    return false;
  }

  private Finding letsGo(Statement statement) {
    var message =
        statement.command().words()
            + " releases deed's run lock: another run could start during this one";
    var advice =
        "remove it: deed starts every migration with a fresh session; release a lock of your own"
            + " with pg_advisory_unlock and its key";
    return Finding.error(TRANSACTION, script.file(), statement.span(), message, advice);
  }

  private boolean runsAlone(Statement statement) {
    return statement.runsAlone() || backfillAt(statements.indexOf(statement)).isPresent();
  }

  private Finding cannotRunWrapped(Statement statement) {
    var message =
        statement.command().words() + " cannot run inside a transaction, but the file begins one";
    var advice =
        "remove BEGIN and COMMIT: deed runs this statement outside a transaction on its own";
    return Finding.error(TRANSACTION, script.file(), statement.span(), message, advice);
  }

  private Finding unnamedIndex(Statement statement) {
    var message = "an index that is built concurrently needs a name";
    var advice =
        "give it a name, so that deed can find and drop what an interrupted build leaves behind";
    return Finding.error(UNNAMED_INDEX, script.file(), statement.span(), message, advice);
  }
}
