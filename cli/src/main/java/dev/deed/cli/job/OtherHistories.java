package dev.deed.cli.job;

import dev.deed.engine.History;
import dev.deed.engine.Migrations;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.Patience;
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

/// The histories of the other databases of an environment. A migration there may require one that
/// is to be rolled back here, even if its file is gone.
///
/// @param notices about databases that could not be read
record OtherHistories(Map<DatabaseName, History> histories, List<String> notices) {

  /// Short, so that a database without a known requirement here cannot delay a rollback for long.
  private static final Duration SHORT_PATIENCE = Duration.ofSeconds(3);

  /// @throws UserException if a database whose files require a migration here cannot be read
  static OtherHistories of(DatabaseName database, Targets targets, Migrations migrations) {
    return new Asking(targets, requiring(database, migrations)).about(database);
  }

  private static Set<DatabaseName> requiring(DatabaseName database, Migrations migrations) {
    return migrations.all().stream()
        .filter(m -> m.requires().stream().anyMatch(r -> r.database().equals(database)))
        .map(m -> m.name().database())
        .collect(Collectors.toSet());
  }

  /// @param needed databases whose histories must be readable
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
      ask(certain, targets.patience());
      ask(perhaps, targets.patience().atMost(SHORT_PATIENCE));
      return new OtherHistories(histories, notices);
    }

    private void add(DatabaseName name, List<Address> addresses) {
      try {
        addresses.add(targets.address(name.text()));
      } catch (UserException failure) {
        unknown(name, failure);
      }
    }

    private void ask(List<Address> addresses, Patience patience) {
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
          "database %s was not checked for migrations that require those rolled back: %s"
              .formatted(name, failure.getMessage()));
    }
  }
}
