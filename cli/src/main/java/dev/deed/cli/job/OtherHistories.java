package dev.deed.cli.job;

import dev.deed.engine.History;
import dev.deed.engine.Migrations;
import dev.deed.engine.connect.Address;
import dev.deed.engine.look.Histories;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.UserException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What the other databases of an environment remember: a migration there may require what is to be
/// undone here, also one whose file is gone.
///
/// @param notices of those that nobody could ask
record OtherHistories(Map<DatabaseName, History> histories, List<String> notices) {

  /// A database of which no file says that it requires anything here must not hold up a rollback.
  private static final Duration SHORT_PATIENCE = Duration.ofSeconds(3);

  /// @throws UserException where a database cannot be asked whose files require something here
  static OtherHistories of(DatabaseName database, Targets targets, Migrations migrations) {
    return new Asking(targets, requiring(database, migrations)).about(database);
  }

  private static Set<DatabaseName> requiring(DatabaseName database, Migrations migrations) {
    return migrations.all().stream()
        .filter(m -> m.requires().stream().anyMatch(r -> r.database().equals(database)))
        .map(m -> m.name().database())
        .collect(Collectors.toSet());
  }

  /// @param needed databases whose answer is needed
  private record Asking(
      Targets targets,
      Set<DatabaseName> needed,
      Map<DatabaseName, History> histories,
      List<String> notices) {

    Asking(Targets targets, Set<DatabaseName> needed) {
      this(targets, needed, new HashMap<>(), new ArrayList<>());
    }

    OtherHistories about(DatabaseName database) {
      var certain = new ArrayList<Address>();
      var perhaps = new ArrayList<Address>();
      for (var name : targets.environment().urls().keySet()) {
        if (!name.equals(database)) {
          add(name, needed.contains(name) ? certain : perhaps);
        }
      }
      ask(certain, targets.policy().connectWait());
      ask(perhaps, SHORT_PATIENCE);
      return new OtherHistories(histories, notices);
    }

    private void add(DatabaseName name, List<Address> addresses) {
      try {
        addresses.add(targets.address(name.text()));
      } catch (UserException failure) {
        unknown(name, failure);
      }
    }

    private void ask(List<Address> addresses, Duration patience) {
      for (var reading : Histories.read(addresses, patience)) {
        var name = reading.target().database();
        if (reading.failure() != null) {
          unknown(name, reading.failure());
        } else if (reading.history() != null) {
          histories.put(name, reading.history());
        }
      }
    }

    private void unknown(DatabaseName name, UserException failure) {
      if (needed.contains(name)) {
        throw failure;
      }
      notices.add(
          "nobody knows whether %s has a migration that requires what is undone: %s"
              .formatted(name, failure.getMessage()));
    }
  }
}
