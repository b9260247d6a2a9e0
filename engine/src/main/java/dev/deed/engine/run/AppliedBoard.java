package dev.deed.engine.run;

import dev.deed.engine.History;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.Requirement;
import dev.deed.engine.Version;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Stopped;
import dev.deed.engine.connect.Target;
import dev.deed.sql.DatabaseName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Where the databases of one run report what is applied, so that requirements across databases can
/// wait for it.
final class AppliedBoard {

  private final List<Target> targets;
  private final Set<DatabaseName> running;
  private boolean stopped;
  private final Set<Requirement> applied = new HashSet<>();

  AppliedBoard(List<Address> addresses) {
    this.targets = addresses.stream().map(Address::target).toList();
    this.running = new HashSet<>(targets.stream().map(Target::database).toList());
  }

  synchronized void applied(DatabaseName database, Version version) {
    applied.add(new Requirement(database, version));
    notifyAll();
  }

  synchronized void applied(DatabaseName database, History history) {
    history.rows().stream()
        .filter(HistoryRow::isDone)
        .forEach(row -> applied.add(new Requirement(database, row.version())));
    notifyAll();
  }

  /// That database reports nothing more.
  synchronized void ended(DatabaseName database) {
    running.remove(database);
    notifyAll();
  }

  synchronized boolean isApplied(Requirement requirement) {
    return applied.contains(requirement);
  }

  /// Ends all waits.
  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  /// Targets that have not ended.
  synchronized List<Target> running() {
    return targets.stream().filter(target -> running.contains(target.database())).toList();
  }

  /// @return false if it will not be applied in this run
  synchronized boolean await(Requirement requirement) {
    while (!stopped && !applied.contains(requirement) && running.contains(requirement.database())) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Stopped("interrupted while waiting for " + requirement, e);
      }
    }
    return applied.contains(requirement);
  }
}
