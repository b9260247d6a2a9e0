package dev.deed.engine;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.UserException;
import java.io.Serial;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Named parts of the migrations. A database may be built from one of them, and remembers it: other
/// migrations are left out there.
@FunctionalInterface
public interface Scopes {

  /// Without names.
  Scopes NONE = name -> Optional.empty();

  Optional<Part> find(String name);

  /// @param services all migrations of these
  /// @param remarks why services are in it that were not named
  record Part(String name, Set<ServiceName> services, List<String> remarks) {
    public Part {
      services = Set.copyOf(services);
      remarks = List.copyOf(remarks);
    }

    public boolean has(Migration migration) {
      return services.contains(migration.name().service());
    }
  }

  /// The part that a database was built from; empty for all.
  ///
  /// @throws NoSuchScope if the ownership file does not have the scope any more
  default Optional<Part> of(DatabaseName database, History history) {
    var name = history.scope();
    return name == null
        ? Optional.empty()
        : Optional.of(find(name).orElseThrow(() -> new NoSuchScope(database, name)));
  }

  /// The scope of a database is not in the ownership file.
  final class NoSuchScope extends UserException {

    @Serial private static final long serialVersionUID = 1L;

    NoSuchScope(DatabaseName database, String name) {
      super(
          "%s was built with the scope %s, and the ownership file has no such scope"
              .formatted(database, name),
          "declare it again: scopes: {%s: {services: [...]}}; or let the database have everything: deed init --scope all --env ENVIRONMENT"
              .formatted(name));
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
