package dev.deed.engine.look.checkup;

import dev.deed.engine.connect.Patience;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// What the servers must be like according to the ownership file.
///
/// @param postgres the lowest major version of each database
/// @param searchPaths as the ownership file declares them
/// @param services of the ownership file; migrations of others are in no plan
/// @param roles of all services
/// @param clock of this machine
/// @param patience with a server that does not answer
public record Expectations(
    Map<DatabaseName, Integer> postgres,
    Map<DatabaseName, List<String>> searchPaths,
    Set<ServiceName> services,
    SortedSet<String> roles,
    Clock clock,
    Patience patience) {

  public Expectations {
    postgres = Map.copyOf(postgres);
    searchPaths = Map.copyOf(searchPaths);
    services = Set.copyOf(services);
    roles = new TreeSet<>(roles);
  }
}
