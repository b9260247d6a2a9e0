package dev.deed.cli.job;

import dev.deed.engine.connect.Address;
import dev.deed.engine.look.ReadOnlySession;
import dev.deed.engine.look.catalog.NamesReader;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.effect.ObjectName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The names of all objects in databases, however they were made.
@FunctionalInterface
interface LiveNames {

  /// No server is used.
  LiveNames NONE = _ -> Map.of();

  Map<DatabaseName, Set<ObjectName>> of(Set<DatabaseName> databases);

  static LiveNames at(Targets targets, List<Address> addresses) {
    return databases ->
        addresses.stream()
            .filter(address -> databases.contains(address.target().database()))
            .collect(
                Collectors.toMap(
                    address -> address.target().database(),
                    address -> ReadOnlySession.at(address, targets.patience(), NamesReader::read)));
  }
}
