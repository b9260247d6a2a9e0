package dev.deed.engine.rehearsal;

import dev.deed.engine.PlannedMigration;
import dev.deed.engine.Step;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.BorrowedConnection;
import dev.deed.engine.connect.Connections;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.look.LookFailed;
import dev.deed.engine.look.catalog.CatalogSchema;
import dev.deed.engine.run.RunEvent;
import dev.deed.engine.scratch.TableRows;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.UserException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A second session in a copy. Between runs it reads the schema and the rows, and during a run the
/// locks.
public final class Watch implements AutoCloseable {

  private static final Duration EVERY = Duration.ofMillis(5);

  private final Address address;
  private final Patience patience;
  private final Connections connections;
  private final BorrowedConnection lent;
  private @Nullable StoredTables tables;

  private Watch(
      Address address, Patience patience, Connections connections, BorrowedConnection lent) {
    this.address = address;
    this.patience = patience;
    this.connections = connections;
    this.lent = lent;
  }

  public static Watch open(Address address, Patience patience) {
    var connections = Connections.open(address, patience);
    try {
      var lent = connections.connect();
      CatalogSchema.prepare(lent.connection());
      return new Watch(address, patience, connections, lent);
    } catch (SQLException e) {
      connections.close();
      throw LookFailed.of(address, e);
    } catch (RuntimeException e) {
      connections.close();
      throw e;
    }
  }

  private interface Question<T> {
    T of(Connection connection) throws SQLException;
  }

  private <T> T ask(Question<T> question) {
    try {
      return question.of(lent.connection());
    } catch (SQLException e) {
      throw LookFailed.of(address, e);
    }
  }

  public CatalogSchema schema() {
    return ask(CatalogSchema::readAgain);
  }

  /// Of some tables, and of those whose rows change with theirs. Read by a session of its own,
  /// which counts its scans at its end: later they would be taken for a migration's.
  ///
  /// @param isWritten whether rows are written, so that triggers fire
  public Map<QualifiedName, TableRows> rows(Predicate<QualifiedName> wanted, boolean isWritten) {
    tables = null;
    try (var own = Connections.open(address, patience);
        var reading = own.connect()) {
      CatalogSchema.prepare(reading.connection());
      return TableRows.read(
          reading.connection(), ReachedTables.of(reading.connection(), wanted, isWritten));
    } catch (SQLException e) {
      throw LookFailed.of(address, e);
    }
  }

  public SequenceValues sequences() {
    return ask(SequenceValues::read);
  }

  public ServerFacts serverFacts() {
    return ask(ServerFactsReader::read);
  }

  public FilledViews filledViews() {
    return ask(FilledViews::read);
  }

  /// Watches one run of one migration from its beginning.
  public Run begin() {
    var before = tables == null ? ask(StoredTables::readAfter) : tables;
    return new Run(before);
  }

  @Override
  public void close() {
    lent.close();
    connections.close();
  }

  /// After each statement of a transaction, before the next one is sent, it reads the locks that
  /// are held: none is missed. During statements outside of transactions it looks again and again.
  public final class Run implements Consumer<RunEvent> {

    private final StoredTables before;
    private final HeldLocks locks = new HeldLocks();
    private final List<Sighting.Statement> statements = new ArrayList<>();
    private volatile boolean looks;
    private @Nullable Thread looking;

    private Run(StoredTables before) {
      this.before = before;
    }

    @Override
    public void accept(RunEvent event) {
      switch (event) {
        case RunEvent.StatementStarted started -> begun(started);
        case RunEvent.StatementDone done -> ended(done);
        case RunEvent.Retried _ -> {
          stopLooking();
          locks.forget();
          statements.clear();
        }
        case RunEvent.MoveDone _, RunEvent.RunFailed _, RunEvent.RunDone _ -> stopLooking();
        default -> {}
      }
    }

    private void begun(RunEvent.StatementStarted started) {
      if (isAlone(started.move(), started.position())) {
        looks = true;
        looking = Thread.ofPlatform().daemon().name("deed-rehearsal").start(this::look);
      }
    }

    private void ended(RunEvent.StatementDone done) {
      stopLooking();
      var body = done.move().body();
      var statement = body.statements().get(done.position());
      var text = body.script().textOf(statement).strip().replaceAll("\\s+", " ");
      statements.add(
          new Sighting.Statement(done.position(), statement.span().line(), text, done.took()));
      if (!isAlone(done.move(), done.position())) {
        seen(done.took());
      }
    }

    private static boolean isAlone(PlannedMigration move, int position) {
      return Step.of(move).stream()
          .anyMatch(step -> step instanceof Step.Alone alone && alone.position() == position);
    }

    private void seen(Duration took) {
      locks.add(ask(HeldLocks::read), took);
    }

    private void look() {
      try {
        for (var last = System.nanoTime(); looks; LockSupport.parkNanos(EVERY.toNanos())) {
          var now = System.nanoTime();
          seen(Duration.ofNanos(now - last));
          last = now;
        }
      } catch (UserException lost) {
        looks = false; // the end of the run meets the same trouble, and reports it
      }
    }

    private void stopLooking() {
      looks = false;
      var thread = looking;
      looking = null;
      if (thread != null) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }

    /// When the run has ended.
    public Sighting end() {
      stopLooking();
      var after = ask(StoredTables::readAfter);
      tables = after;
      return new Sighting(statements, locks.all(), before.workUntil(after), before.growth(after));
    }
  }
}
