package dev.deed.engine.run;

import dev.deed.engine.Plan;
import dev.deed.engine.PlannedMigration;
import dev.deed.engine.Requirement;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Connections;
import dev.deed.engine.connect.PooledConnection;
import dev.deed.engine.connect.Stopped;
import dev.deed.engine.connect.Target;
import dev.deed.engine.protocol.Command;
import dev.deed.sql.UserException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One run on one target, from the connection to the report.
final class DatabaseRunner {

  private final Address address;
  private final RunPolicy policy;
  private final PlanSource planning;
  private final Consumer<RunEvent> listener;
  private final SharedRun company;
  private final List<DatabaseRun.Done> done = Collections.synchronizedList(new ArrayList<>());
  private long start;
  private @Nullable Plan plan;
  private int begun;

  DatabaseRunner(
      Address address,
      RunPolicy policy,
      PlanSource planning,
      SharedRun company,
      Consumer<RunEvent> listener) {
    this.address = address;
    this.policy = policy;
    this.planning = planning;
    this.listener = listener;
    this.company = company;
  }

  /// Never throws for an external failure: it is in the result.
  DatabaseRun run() {
    start = System.nanoTime();
    try {
      runAll();
      listener.accept(new RunEvent.RunDone(target(), done.size(), took()));
      return new DatabaseRun(target(), plan, done, 0, null, took());
    } catch (UserException failure) {
      listener.accept(new RunEvent.RunFailed(target(), failure));
      return new DatabaseRun(target(), plan, done, begun, failure, took());
    } finally {
      company.board().ended(target().database());
    }
  }

  /// A database that waits for another one keeps neither connections nor the run lock: a thousand
  /// may wait for one. Afterwards it is planned again: the wait may have been long.
  private void runAll() {
    for (var waiting = runOn(); waiting.isPresent(); waiting = runOn()) {
      awaitRequirements(waiting.get());
    }
  }

  /// @return the migration that has to wait, if there is one
  private Optional<PlannedMigration> runOn() {
    if (company.stop().isAsked()) {
      throw Stopped.waiting(target(), "its turn");
    }
    PooledConnection.refuse(address);
    try (var connections =
            Connections.open(address, policy.waits().patience(listener), company.stop());
        var work = RunSession.begin(connections, policy, this::tell, company.sent())) {
      return runOn(work);
    } catch (SQLException e) {
      throw HistoryFailed.of(address, e);
    }
  }

  private Optional<PlannedMigration> runOn(RunSession work) throws SQLException {
    var access = HistoryAccess.of(work);
    var history = access.read();
    company.board().applied(target().database(), history);
    var made = planning.plan(target().database(), history);
    planned(made);
    askBystanders(made);
    if (!made.moves().isEmpty()) {
      access.prepareToWrite(made.moves());
    }
    var waiting = carriedOut(work, made);
    if (!made.moves().isEmpty()) {
      new SchemaSnapshot(work).take();
    }
    return waiting;
  }

  private Optional<PlannedMigration> carriedOut(RunSession work, Plan made) throws SQLException {
    try {
      return carryOut(work, made);
    } finally {
      work.flush();
    }
  }

  private Optional<PlannedMigration> carryOut(RunSession work, Plan made) throws SQLException {
    for (var moves = made.moves().listIterator(); moves.hasNext(); ) {
      var move = moves.next();
      refuseStopped(move);
      if (missing(move).findAny().isPresent()) {
        return Optional.of(move);
      }
      run(work, move, moves.hasNext() ? made.moves().get(moves.nextIndex()) : null);
    }
    return Optional.empty();
  }

  /// What is told as done stays: it is on the server's disk, and others may build on it.
  private void tell(RunEvent event) {
    if (event instanceof RunEvent.MoveDone it) {
      done.add(new DatabaseRun.Done(it.move(), it.took()));
      if (it.move().direction().leavesApplied()) {
        company.board().applied(target().database(), it.move().name().version());
      }
    }
    listener.accept(event);
  }

  /// The report has the first plan, even if a wait required a new one.
  private void planned(Plan made) {
    if (plan == null) {
      plan = made;
      listener.accept(new RunEvent.RunStarted(target(), made));
    } else {
      var all = Stream.concat(done.stream().map(DatabaseRun.Done::move), made.moves().stream());
      plan = new Plan(made.database(), all.toList(), plan.notices(), made.forced());
    }
  }

  private void run(RunSession work, PlannedMigration move, @Nullable PlannedMigration next)
      throws SQLException {
    recordForce(work, move);
    var runner = new MigrationRunner(work, move, next);
    try {
      runner.run();
    } catch (UserException | SQLException e) {
      begun = runner.statementsDone();
      throw e;
    }
    if (StatementSample.isWanted(move)) {
      new StatementSample(work).take();
    }
  }

  /// Before it is tried: that a person has overruled a gate is worth knowing in any case.
  private void recordForce(RunSession work, PlannedMigration move) throws SQLException {
    var why = plan == null ? null : plan.forced().get(move.name().version());
    if (why != null) {
      var protocol = work.protocol(move);
      new CommandSender(work, protocol)
          .send(protocol.history(new Command.Event("contract forced", why)));
    }
  }

  private Stream<Requirement> missing(PlannedMigration move) {
    return move.requiredElsewhere().stream()
        .filter(requirement -> !company.board().isApplied(requirement));
  }

  private void askBystanders(Plan made) {
    if (made.moves().stream().flatMap(this::missing).findAny().isPresent()) {
      company.ask(made);
    }
  }

  private void awaitRequirements(PlannedMigration move) {
    missing(move)
        .forEach(requirement -> {
          listener.accept(new RunEvent.RequirementAwaited(target(), move, requirement));
          var isMet = company.await(requirement);
          refuseStopped(move);
          if (!isMet) {
            throw new RequirementNotMet(move, requirement);
          }
        });
  }

  private void refuseStopped(PlannedMigration move) {
    if (company.stop().isAsked()) {
      throw Stopped.before(target(), move);
    }
  }

  private Target target() {
    return address.target();
  }

  private Duration took() {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
