package dev.deed.engine.run;

import dev.deed.engine.Step;
import dev.deed.engine.connect.SqlMessage;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.protocol.MigrationProtocol;
import dev.deed.engine.run.StepOutcome.NoLock;
import dev.deed.engine.run.StepOutcome.NotAllowed;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/// Sends the batches of a backfill. Each leaves its transaction open: what records the batch
/// commits both.
///
/// @param flushes each batch waits until it is on the disk. It need not: a server that crashes
///   loses the batch and the record of it together, and what says that all is done is committed
///   after them
record BatchSender(
    RunSession work,
    MigrationProtocol protocol,
    CommandSender sender,
    Step.Alone step,
    BatchSql sql,
    boolean flushes) {

  /// Rows of a batch stay locked while it waits for a row that another session holds, so it does
  /// not wait long: then it passes over such rows.
  private static final Duration PATIENCE = Duration.ofMillis(20);

  /// Other sessions kept a lock through all tries.
  static final class LockGivenUp extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient NoLock cause;

    private LockGivenUp(NoLock cause) {
      super(null, null, false, false);
      this.cause = cause;
    }

    NoLock cause() {
      return cause;
    }
  }

  /// A batch has done what the migration may not do.
  static final class BatchNotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient NotAllowed cause;

    private BatchNotAllowed(NotAllowed cause) {
      super(null, null, false, false);
      this.cause = cause;
    }

    NotAllowed cause() {
      return cause;
    }
  }

  /// Where standbys are synchronous, commits of the application would wait for all that they are
  /// behind by then.
  static boolean flushes(RowQuery query) throws SQLException {
    return !query
        .rows("SELECT pg_catalog.current_setting('synchronous_standby_names')")
        .equals(List.of(List.of("")));
  }

  BatchChanges send(KeyRange range) throws SQLException {
    try {
      return sql.isSafeTwice() && !sql.table().isWalkedByBlock()
          ? new BatchChanges(begun(sql.changingOnly(range)).count(), 0, 0, List.of())
          : changes(begun(sql.changing(range)).rows("deed_rows"));
    } catch (SQLException e) {
      if (!SqlStates.isWorthAnotherTry(e)) {
        throw e;
      }
      work.session().rollback();
    }
    return withRetries(sql.changingFree(range));
  }

  /// A batch whose beginning can be sent with the end of the one before. It spares a way to the
  /// server and back, which on a busy machine takes longer than the rows.
  String ahead(KeyRange range) {
    return beginning(PATIENCE) + "; " + sql.changingOnly(range);
  }

  boolean canGoAhead() {
    return sql.isSafeTwice() && !sql.table().isWalkedByBlock() && !protocol.isLookedAt();
  }

  /// Waits for rows that were passed over.
  BatchChanges sendThese(List<List<String>> keys) throws SQLException {
    return withRetries(sql.changingThese(keys));
  }

  /// Begins a batch and sends its statement in the same message: each message is a way to the
  /// server and back.
  private SqlMessage begun(String text) throws SQLException {
    SqlMessage message;
    if (protocol.isLookedAt()) {
      begin(PATIENCE);
      message = interruptibly(text);
    } else {
      message = interruptibly(beginning(PATIENCE) + "; " + text);
    }
    refuseNotAllowed();
    return message;
  }

  private SqlMessage interruptibly(String text) throws SQLException {
    try (var _ = work.stop().running(work.session()::cancel)) {
      return work.session().send(text);
    }
  }

  private String beginning(Duration lockTimeout) {
    return "BEGIN; %s; SET LOCAL lock_timeout = %d%s"
        .formatted(
            BatchSql.PLAIN,
            lockTimeout.toMillis(),
            flushes ? "" : "; SET LOCAL synchronous_commit = off");
  }

  void begin(Duration lockTimeout) throws SQLException {
    var begin = beginning(lockTimeout);
    if (protocol.isLookedAt()) {
      work.session().open(work.session().looking(false) + "; " + begin);
    } else {
      work.session().execute(begin);
    }
  }

  /// Each batch is a commit, and a trigger may write elsewhere for some rows only.
  private void refuseNotAllowed() throws SQLException {
    if (protocol.isLookedAt()) {
      var objection = sender.look(List.of(), CommandSender.At.START, new SqlMessage());
      if (objection.isPresent()) {
        throw new BatchNotAllowed(new NotAllowed(step.statement(), objection.get(), false));
      }
    }
  }

  private BatchChanges withRetries(String text) throws SQLException {
    var tries = new LockRetries(work, step.move());
    var blockers = new Blockers(work, step.move(), work.session().pid());
    while (true) {
      begin(work.policy().locks().timeout());
      try (var _ = work.watch().over(blockers)) {
        return sent(text);
      } catch (SQLException e) {
        if (!SqlStates.isWorthAnotherTry(e)) {
          throw e;
        }
        work.session().rollback();
        if (tries.afterFailure(blockers.found()) != LockRetries.Next.AGAIN) {
          throw new LockGivenUp(new NoLock(step.statement(), e, tries.count(), blockers.found()));
        }
      }
    }
  }

  private BatchChanges sent(String text) throws SQLException {
    var changes = changes(interruptibly(text).rows("deed_rows"));
    refuseNotAllowed();
    return changes;
  }

  private static BatchChanges changes(List<List<String>> answer) {
    var counts = answer.getFirst();
    var held = answer.stream().skip(1).map(row -> row.subList(2, row.size())).toList();
    return new BatchChanges(Long.parseLong(counts.get(0)), Long.parseLong(counts.get(1)), 0, held);
  }
}
