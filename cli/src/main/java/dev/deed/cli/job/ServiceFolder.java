package dev.deed.cli.job;

import dev.deed.ownership.Claim;
import dev.deed.ownership.Database;
import dev.deed.ownership.OwnershipMap;
import dev.deed.ownership.Service;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.UserException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A service's folder in a database, where a migration goes. What the command line omits is filled
/// in if there is only one candidate.
public record ServiceFolder(ServiceName service, DatabaseName database) {

  public static ServiceFolder of(
      OwnershipMap map, @Nullable String service, @Nullable String database) {
    var services = map.services().stream().map(Service::name).map(ServiceName::text).toList();
    var databases = map.databases().stream().map(Database::name).map(DatabaseName::text).toList();
    known("service", service, services);
    known("database", database, databases);
    var asked = service == null && services.size() == 1 ? services.getFirst() : service;
    var where =
        database != null
            ? database
            : only("database", databases, databasesOf(map, c -> is(c.service().text(), asked)));
    var whose =
        asked != null
            ? asked
            : only("service", services, servicesIn(map, c -> is(c.database().text(), where)));
    return new ServiceFolder(new ServiceName(whose), new DatabaseName(where));
  }

  private static void known(String what, @Nullable String name, List<String> known) {
    if (name != null && !known.contains(name)) {
      throw new Targets.NoSuch(what, name, known);
    }
  }

  private static boolean is(String name, @Nullable String wanted) {
    return name.equals(wanted);
  }

  private static List<String> databasesOf(OwnershipMap map, Predicate<Claim> of) {
    return map.claims().stream().filter(of).map(c -> c.database().text()).distinct().toList();
  }

  private static List<String> servicesIn(OwnershipMap map, Predicate<Claim> of) {
    return map.claims().stream().filter(of).map(c -> c.service().text()).distinct().toList();
  }

  private static String only(String what, List<String> all, List<String> likely) {
    var candidates = all.size() == 1 ? all : likely;
    if (candidates.size() != 1) {
      throw new NotSaid(what, candidates.isEmpty() ? all : candidates);
    }
    return candidates.getFirst();
  }

  /// There are several candidates.
  static final class NotSaid extends UserException {

    private static final long serialVersionUID = 1L;

    NotSaid(String what, List<String> candidates) {
      super(
          "there are %d possible %ss".formatted(candidates.size(), what),
          candidates.stream()
              .map(c -> "--%s %s".formatted(what, c))
              .collect(Collectors.joining(" or ")));
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
