package dev.deed.engine.scratch;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.Identifier;
import dev.deed.sql.UserException;
import java.io.Serial;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Databases that are made once, to be copied for each test. Programs that need the same ones share
/// them by an advisory lock: one makes them while the others wait, and the last one drops them.
///
/// @param key of what they hold: sixteen hexadecimal digits
record ScratchTemplates(ScratchServer server, String key) {

  private static final Duration PAUSE = Duration.ofMillis(20);

  /// Longer than any migrations should take on empty databases.
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  /// Of this role, with the names that `name` gives.
  private static final String PRESENT =
      """
      SELECT datname FROM pg_catalog.pg_database
      WHERE datname LIKE 'deed\\_template\\_%' AND pg_catalog.pg_has_role(datdba, 'USAGE')
      ORDER BY datname
      """;

  private String lock() {
    return "deed_template_" + key;
  }

  private String name(int index) {
    return lock() + "_" + index;
  }

  /// Makes them if no program has done so, and shares them until the session ends.
  ///
  /// @param make the databases, which this class takes over
  /// @return the names of the templates on the server
  Map<DatabaseName, String> obtain(
      List<DatabaseName> databases, Supplier<Map<DatabaseName, ScratchDatabase>> make) {
    var deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (System.nanoTime() < deadline) {
      if (shares(databases) || makes(databases, make)) {
        return names(databases);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new NotObtained(server.url().place(), lock());
  }

  private Map<DatabaseName, String> names(List<DatabaseName> databases) {
    var names = new LinkedHashMap<DatabaseName, String>();
    databases.forEach(database -> names.put(database, name(names.size())));
    return names;
  }

  /// Whether another program has made them.
  private boolean shares(List<DatabaseName> databases) {
    if (!server.keeper().tryShare(lock())) {
      return false;
    }
    if (isComplete(databases)) {
      return true;
    }
    server.keeper().unshare(lock());
    return false;
  }

  private boolean makes(
      List<DatabaseName> databases, Supplier<Map<DatabaseName, ScratchDatabase>> make) {
    if (!server.keeper().tryHold(lock())) {
      return false;
    }
    try {
      if (!isComplete(databases)) {
        drop();
        keep(databases, make.get());
      }
      // A session does not wait for itself.
      return server.keeper().tryShare(lock());
    } finally {
      server.keeper().release(lock());
    }
  }

  /// A template gets its name when all of it is there.
  private boolean isComplete(List<DatabaseName> databases) {
    return present().containsAll(names(databases).values());
  }

  /// PostgreSQL copies only databases that are not in use.
  private void keep(List<DatabaseName> databases, Map<DatabaseName, ScratchDatabase> made) {
    var names = names(databases);
    try {
      made.forEach((database, scratch) -> {
        server.execute(
            "ALTER DATABASE %s ALLOW_CONNECTIONS false"
                .formatted(Identifier.quoted(scratch.name())));
        scratch.handOver(names.getOrDefault(database, ""), "deed template " + key);
      });
    } finally {
      // What was handed over does not have the name any more.
      made.values().forEach(ScratchDatabase::close);
    }
  }

  /// Drops them unless a program that runs uses them.
  ///
  /// @return whether there were any, and they are dropped
  boolean dropUnused() {
    if (!server.keeper().tryHold(lock())) {
      return false;
    }
    try {
      return drop();
    } finally {
      server.keeper().release(lock());
    }
  }

  private boolean drop() {
    var mine = present().stream().filter(name -> name.startsWith(lock() + "_")).toList();
    mine.forEach(server::dropTemplate);
    return !mine.isEmpty();
  }

  private TreeSet<String> present() {
    return present(server);
  }

  private static TreeSet<String> present(ScratchServer server) {
    var names = new TreeSet<String>();
    server.keeper().ask(PRESENT, List.of()).stream()
        .map(List::getFirst)
        .filter(ScratchServer::isTemplate)
        .forEach(names::add);
    return names;
  }

  /// Drops what programs that have ended have left.
  static void dropLeftovers(ScratchServer server, Leftovers.Sweep sweep) {
    present(server).stream()
        .map(name -> name.substring(0, name.lastIndexOf('_')))
        .distinct()
        .forEach(name ->
            sweep.tryDrop(
                name,
                new ScratchTemplates(server, name.substring("deed_template_".length()))
                    ::dropUnused));
  }

  /// Another program makes them, and does not end.
  static final class NotObtained extends UserException {

    @Serial private static final long serialVersionUID = 1L;

    NotObtained(String place, String lock) {
      super(
          "another program has been making %s on %s for %d minutes"
              .formatted(lock, place, LONGEST_WAIT.toMinutes()),
          "end that program, or its sessions on the server, and run this again");
    }

    @Override
    public Outcome outcome() {
      return Outcome.TRY_AGAIN;
    }
  }
}
