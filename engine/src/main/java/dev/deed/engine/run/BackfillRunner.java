package dev.deed.engine.run;

import dev.deed.engine.Backfill;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.Step;
import dev.deed.engine.connect.SqlStates;
import dev.deed.engine.protocol.MigrationProtocol;
import dev.deed.engine.protocol.PsqlText;
import dev.deed.engine.run.BackfillRecord.Asked;
import dev.deed.engine.run.StepOutcome.Cause;
import dev.deed.engine.run.StepOutcome.CutAlone;
import dev.deed.engine.run.StepOutcome.Done;
import dev.deed.engine.run.StepOutcome.Failed;
import dev.deed.engine.run.StepOutcome.Refused;
import dev.deed.engine.run.StepOutcome.Unwalkable;
import dev.deed.sql.script.Statement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Runs a statement in batches, each a transaction of its own that also records how far it is: in
/// the order of a key, then the rows that other sessions held, then a proof in one snapshot that no
/// row is left.
final class BackfillRunner {

  private static final int MOST_REPAIRS = 10;
  private static final double DENSE = 0.9;
  private static final String ONCE =
      "every row was passed once; its WHERE cannot tell which rows are done";
  private static final Duration WAIT = Duration.ofMillis(500);
  private static final Duration TOLD_EVERY = Duration.ofMillis(500);

  private final RunSession work;
  private final MigrationProtocol protocol;
  private final CommandSender sender;
  private final Step.Alone step;
  private final boolean last;
  private final Backfill backfill;
  private final BatchSize size;

  private BackfillRecord record;
  private WalkedTable table;
  private BatchSql sql;
  private BatchSender batches;
  private Brakes brakes;
  private RowQuery query;
  private List<List<String>> skipped = new ArrayList<>();
  private List<String> reached = List.of();
  private @Nullable Next next;
  private Duration pause;
  private boolean repeats;
  private boolean stopped;
  private long rows;
  private long passed;
  private long toldAt;

  /// How long it took to commit the batch before, in nanoseconds: its rows were locked so long,
  /// too.
  private long committing;

  private long passedBefore;
  private final long start = System.nanoTime();

  @SuppressWarnings("NullAway.Init") // set by prepare, before everything else
  BackfillRunner(
      RunSession work,
      MigrationProtocol protocol,
      CommandSender sender,
      Step.Alone step,
      boolean last) {
    this.work = work;
    this.protocol = protocol;
    this.sender = sender;
    this.step = step;
    this.last = last;
    this.backfill = step.move().body().backfillAt(step.position()).orElseThrow();
    this.size = new BatchSize(backfill.pace());
    this.pause = backfill.pace().pause();
  }

  StepOutcome run() throws SQLException {
    work.tell(new RunEvent.StatementStarted(work.target(), move(), step.position(), statement()));
    try {
      prepare();
      walk();
      finishSkipped();
      prove();
      if (stopped) {
        return new StepOutcome.Stopped(true);
      }
      analyze();
    } catch (NotWalkable refusal) {
      work.session().rollback();
      return failed(new Unwalkable(statement(), refusal.words(), refusal.advice()));
    } catch (BatchSender.BatchNotAllowed refusal) {
      work.session().rollback();
      return failed(refusal.cause());
    } catch (BatchSender.LockGivenUp given) {
      return work.stop().isAsked() ? new StepOutcome.Stopped(true) : failed(given.cause());
    } catch (SQLException e) {
      return afterFailure(e);
    }
    work.checkLock(move());
    sender.send(protocol.recorded(step, last));
    var took = Duration.ofNanos(System.nanoTime() - start);
    work.tell(new RunEvent.StatementDone(work.target(), move(), step.position(), took));
    return new Done(step.position() + 1);
  }

  private StepOutcome afterFailure(SQLException e) {
    if (SqlStates.isLost(e)) {
      work.reconnect(move(), e);
      return failed(new CutAlone(statement(), e));
    }
    try {
      work.session().rollback();
    } catch (SQLException second) {
      e.addSuppressed(second);
    }
    return work.stop().isOver()
        ? new StepOutcome.Stopped(true)
        : failed(new Refused(statement(), e));
  }

  /// It is recorded that it has begun only when there is a row in `deed.backfill`: a run that finds
  /// it begun goes on from there.
  private void prepare() throws SQLException {
    var resumed = move().begun() && step.position() == move().done();
    sender.send(protocol.batching(step));
    query = new RowQuery(work.session());
    table = WalkedTable.find(query, backfill);
    sql = new BatchSql(backfill.change(), table);
    batches = new BatchSender(work, protocol, sender, step, sql, BatchSender.flushes(query));
    record = new BackfillRecord(work.session(), move(), backfill);
    brakes =
        new Brakes(work.session(), backfill.pace(), PsqlText.literal(table.name()), this::warn);
    if (resumed) {
      resume();
    } else {
      record.begin(table);
      sender.send(protocol.announced(step));
      sender.send(protocol.batching(step));
    }
  }

  private void resume() throws SQLException {
    var progress = record.resume(table);
    rows = progress.rows();
    passed = progress.passed();
    passedBefore = passed;
    repeats = progress.repeats();
    reached = progress.last();
    skipped = new ArrayList<>(progress.skipped());
    walked = progress.isWalked();
  }

  private boolean walked;

  /// The last batch changed a row for nearly each number that a key in it could be: so will the
  /// next, and its end need not be searched.
  private boolean isDense;

  /// A person wants it to wait.
  private boolean isPaused;

  /// The next batch, which has changed its rows and is not committed yet.
  private @Nullable Ahead ahead;

  private record Ahead(KeyRange range, long rows) {}

  // The walk

  /// Where the next batch ends, found while the one before it was committed.
  private record Next(int size, KeyRange range) {}

  private void walk() throws SQLException {
    while (!walked && goesOn()) {
      var range = next();
      var asked = change(range);
      reached = range.upTo().isEmpty() ? reached : range.upTo();
      walked = range.isLast();
      obey(asked);
    }
    if (ahead != null) {
      ahead = null;
      work.session().rollback();
    }
  }

  private KeyRange next() throws SQLException {
    if (ahead != null) {
      return ahead.range();
    }
    if (next != null && next.size() == size.rows()) {
      return next.range();
    }
    var rest = new KeyRange(reached, List.of());
    var counted = counted(rest);
    return counted.isPresent() ? counted.get() : nextRange(rest);
  }

  /// Rows that are added to that part meanwhile make it no larger than a batch may be.
  private Optional<KeyRange> counted(KeyRange rest) {
    return isDense ? table.counted(rest, size.rows()) : Optional.empty();
  }

  /// The first batch of a range.
  private KeyRange nextRange(KeyRange range) throws SQLException {
    if (table.isWalkedByBlock()) {
      return nextBlocks(range);
    }
    return bounded(range, query.rows(sql.upperBound(range, size.rows())));
  }

  private static KeyRange bounded(KeyRange range, List<? extends List<@Nullable String>> found) {
    return found.isEmpty()
        ? range
        : new KeyRange(range.after(), found.getFirst().stream().map(String::valueOf).toList());
  }

  /// Rows that are added after the last block meanwhile are found by the proof.
  private KeyRange nextBlocks(KeyRange range) {
    var from = range.after().isEmpty() ? 0 : Long.parseLong(range.after().getFirst());
    var to = from + Math.max(1, size.rows() / table.rowsPerBlock());
    return new KeyRange(
        List.of(String.valueOf(from)),
        to >= table.blocks() ? List.of() : List.of(String.valueOf(to)));
  }

  private Asked change(KeyRange range) throws SQLException {
    var start = System.nanoTime();
    var wasDense = isDense;
    var sent =
        ahead == null ? batches.send(range) : new BatchChanges(ahead.rows(), 0, 0, List.of());
    ahead = null;
    var changes = sent.over(range.isLast() ? 0 : wasDense ? sent.touched() : size.rows());
    refuseRepeats(changes);
    var changed = System.nanoTime();
    size.took(Duration.ofNanos(changed - start + committing));
    isDense = sent.touched() > table.numbers(range) * DENSE;
    var rest = new KeyRange(range.upTo(), List.of());
    var counted = counted(rest);
    var looksAhead = !range.isLast() && !table.isWalkedByBlock() && counted.isEmpty();
    var goesAhead = counted.isPresent() && goesAhead();
    Asked asked;
    try (var _ = work.stop().running(work.session()::cancel)) {
      asked =
          record.commitBatch(
              changes,
              range.isLast() ? reached : range.upTo(),
              range.isLast(),
              goesAhead
                  ? batches.ahead(counted.get())
                  : looksAhead ? sql.upperBound(rest, size.rows()) : "");
    }
    if (goesAhead && asked.ahead() >= 0) {
      ahead = new Ahead(counted.get(), asked.ahead());
    }
    committing = System.nanoTime() - changed;
    next = looksAhead ? new Next(size.rows(), bounded(rest, asked.next())) : null;
    skipped.addAll(changes.held());
    count(changes);
    if (asked.waiting() > 0) {
      size.isInTheWay();
    }
    return asked;
  }

  /// Whether nothing can be in the way of the next batch but its rows, and it does not matter how
  /// long a batch takes.
  private boolean goesAhead() {
    return batches.canGoAhead()
        && backfill.pace().target().isZero()
        && pause.isZero()
        && !isPaused
        && brakes.areOff()
        && goesOn();
  }

  /// Without a key, a row that is changed moves to where it may be found again.
  private void refuseRepeats(BatchChanges changes) {
    if (table.isWalkedByBlock() && changes.again() > 0) {
      throw new NotWalkable(
          "%s has no primary key, and the statement%s: rows could be changed twice"
              .formatted(
                  table.name(),
                  backfill.change().where().isEmpty()
                      ? " has no WHERE"
                      : "'s WHERE is still true for rows that are done"),
          "add a condition that is false for rows that are done, or name a key: `-- deed: backfill key=<column>`");
    }
  }

  private void count(BatchChanges changes) {
    rows += changes.rows();
    passed += changes.passed();
    repeats |= changes.again() > 0;
    tell(null);
  }

  // Rows that other sessions held

  private void finishSkipped() throws SQLException {
    while (!skipped.isEmpty() && goesOn()) {
      var these = List.copyOf(skipped.subList(0, Math.min(skipped.size(), size.rows())));
      var left = skipped.subList(these.size(), skipped.size());
      var changes = batches.sendThese(these);
      var asked = record.commitSkipped(changes, left);
      skipped = new ArrayList<>(left);
      count(changes);
      obey(asked);
    }
  }

  // The proof

  private void prove() throws SQLException {
    if (stopped) {
      return;
    }
    if (backfill.change().where().isEmpty()) {
      record.state("done", ONCE);
      return;
    }
    for (var repairs = 0; goesOn(); repairs++) {
      BackfillProof proof;
      try {
        proof = BackfillProof.count(work, sql);
      } catch (SQLException e) {
        if (!SqlStates.of(e).equals(SqlStates.NOT_ALLOWED)) {
          throw e;
        }
        record.state("done", "it cannot be counted: " + FailureMessage.sentence(e));
        return;
      }
      if (!goesOn()) {
        return;
      }
      if (proof.differing().isEmpty()) {
        record.state("proved", proof.words());
        return;
      }
      if (repeats) {
        record.state("done", ONCE);
        return;
      }
      if (repairs == MOST_REPAIRS) {
        throw new NotWalkable(
            "after %d repairs there are still rows that the statement has to change, the first ones in %s"
                .formatted(repairs, proof.differing().getFirst().words()),
            "find out what writes such rows (%s) and stop it, then apply again"
                .formatted(table.name()));
      }
      for (var range : proof.differing()) {
        repair(range);
      }
    }
  }

  private void repair(KeyRange whole) throws SQLException {
    var rest = whole;
    while (goesOn()) {
      var range = nextRange(rest);
      var changes = batches.send(range);
      refuseRepeats(changes);
      var asked = record.commitRepair(changes.over(0));
      skipped.addAll(changes.held());
      count(changes);
      obey(asked);
      if (range.upTo().equals(whole.upTo())) {
        break;
      }
      rest = new KeyRange(range.upTo(), whole.upTo());
    }
    finishSkipped();
  }

  // Pauses

  private boolean goesOn() {
    stopped |= work.stop().isAsked();
    return !stopped;
  }

  /// What a person asked, and what the server can bear.
  private void obey(Asked first) throws SQLException {
    var asked = first;
    throttle(asked);
    isPaused = asked.pauses();
    if (ahead != null) {
      return; // It is committed first.
    }
    if (!pause.isZero()) {
      next = null;
      work.stop().pause(pause);
    }
    var reason = reason(asked);
    if (reason.isEmpty()) {
      return;
    }
    next = null; // There may be other rows by then.
    while (reason.isPresent() && goesOn()) {
      asked = record.waits(reason.get());
      tell(reason.get());
      throttle(asked);
      work.stop().pause(WAIT);
      reason = reason(asked);
    }
    if (goesOn()) {
      record.waits(null);
    }
  }

  private Optional<String> reason(Asked asked) throws SQLException {
    return asked.pauses()
        ? Optional.of("a person has paused it: `deed backfill resume` goes on")
        : brakes.reason();
  }

  private void throttle(Asked asked) {
    if (asked.batch() > 0) {
      size.limit(asked.batch());
    }
    if (asked.pause() != null) {
      pause = asked.pause();
    }
  }

  private void tell(@Nullable String waits) {
    var now = System.nanoTime();
    if (waits != null || now - toldAt > TOLD_EVERY.toNanos()) {
      toldAt = now;
      var total = Math.max(table.rows(), passed);
      var rate = (long) ((passed - passedBefore) * 1e9 / Math.max(1, now - start));
      work.tell(
          new RunEvent.BackfillProgress(
              work.target(), move(), table.name(), rows, passed, total, rate, waits));
    }
  }

  /// The planner should know the new values before the application asks for them.
  private void analyze() throws SQLException {
    try {
      batches.begin(work.policy().locks().timeout());
      work.session().execute(sql.analyzing(table.isComputedFrom(query)) + "; COMMIT");
    } catch (SQLException e) {
      if (SqlStates.isLost(e)) {
        throw e;
      }
      work.session().rollback();
      warn("ANALYZE %s: %s".formatted(table.name(), FailureMessage.sentence(e)));
    }
  }

  private void warn(String words) {
    work.tell(new RunEvent.Noticed(work.target(), move(), "WARNING", words));
  }

  private Failed failed(Cause cause) {
    return new Failed(cause, step.position(), true);
  }

  private Statement statement() {
    return step.statement();
  }

  private PlannedMigration move() {
    return step.move();
  }
}
