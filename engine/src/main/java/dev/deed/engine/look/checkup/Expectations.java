package dev.deed.engine.look.checkup;

import dev.deed.sql.DatabaseName;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// What the servers must be like according to the ownership file.
///
/// @param postgres the lowest major version of each database
/// @param roles of all services
/// @param clock of this machine
/// @param patience with a server that does not answer
public record Expectations(
    Map<DatabaseName, Integer> postgres, SortedSet<String> roles, Clock clock, Duration patience) {

  public Expectations {
    postgres = Map.copyOf(postgres);
    roles = new TreeSet<>(roles);
  }
}
