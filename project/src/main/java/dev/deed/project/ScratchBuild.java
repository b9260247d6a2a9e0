package dev.deed.project;

import dev.deed.engine.Migrations;
import dev.deed.engine.Planner;
import dev.deed.engine.Wish;
import dev.deed.engine.connect.Address;
import dev.deed.engine.run.DatabaseRun;
import dev.deed.engine.run.MigrationFailed;
import dev.deed.engine.run.Runner;
import dev.deed.engine.scratch.ScratchDatabase;
import dev.deed.ownership.Database;
import dev.deed.ownership.file.OwnershipFile;
import dev.deed.project.server.Scratch;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Identifier;
import dev.deed.sql.UserException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Databases with the migrations of a project applied, on a scratch server.
///
/// @param databases to be closed by the caller
public record ScratchBuild(Map<DatabaseName, ScratchDatabase> databases) implements AutoCloseable {

  private static final String NO_SUCH_OBJECT = "42704";

  private static final Pattern ROLE = Pattern.compile("role \"((?:[^\"]|\"\")+)\" does not exist");

  public ScratchBuild {
    databases = new LinkedHashMap<>(databases);
  }

  /// From nothing to head, each database of the project in one of its own: what one requires of
  /// another is there. Roles that a migration names are created where the server is deed's own.
  ///
  /// @throws UserException what stopped the first migration that failed
  public static ScratchBuild of(Scratch scratch, OwnershipFile ownership, Migrations migrations) {
    var databases = ownership.map().databases().stream().map(Database::name).toList();
    return of(scratch, ownership, migrations, databases);
  }

  /// The same in some of its databases only.
  public static ScratchBuild of(
      Scratch scratch,
      OwnershipFile ownership,
      Migrations migrations,
      List<DatabaseName> databases) {
    var roles = new HashSet<String>();
    while (true) {
      var build = empty(scratch, databases);
      var failure = build.apply(ownership, migrations);
      if (failure == null) {
        return build;
      }
      build.close();
      if (!scratch.isOwn() || !createRole(scratch, failure, roles)) {
        throw failure;
      }
    }
  }

  private static ScratchBuild empty(Scratch scratch, List<DatabaseName> names) {
    var databases = new LinkedHashMap<DatabaseName, ScratchDatabase>();
    names.forEach(name -> databases.put(name, scratch.server().create(name)));
    return new ScratchBuild(databases);
  }

  private static boolean createRole(
      Scratch scratch, UserException failure, Set<String> createdBefore) {
    var role = missingRole(failure);
    if (role.isPresent() && createdBefore.add(role.get())) {
      scratch.server().execute("CREATE ROLE " + Identifier.quoted(role.get()));
      return true;
    }
    return false;
  }

  /// The role without which a migration has failed.
  public static Optional<String> missingRole(UserException failure) {
    if (failure instanceof MigrationFailed failed && failed.sqlState().equals(NO_SUCH_OBJECT)) {
      var role = ROLE.matcher(String.valueOf(failed.getMessage()));
      return role.find() ? Optional.of(role.group(1)) : Optional.empty();
    }
    return Optional.empty();
  }

  /// @return what stopped it, or null
  private @Nullable UserException apply(OwnershipFile ownership, Migrations migrations) {
    var planner = new Planner(migrations);
    var policy = RunPolicies.of(ownership).withRoles(Map.of());
    var runs =
        new Runner(policy, _ -> {})
            .run(
                databases.values().stream().map(ScratchDatabase::address).toList(),
                (name, history) -> planner.apply(name, history.ofCopy(), Wish.ALL));
    return runs.stream()
        .map(DatabaseRun::failure)
        .filter(Objects::nonNull)
        .min(Comparator.comparing(f -> f instanceof MigrationFailed ? 0 : 1))
        .orElse(null);
  }

  public Address address(DatabaseName database) {
    return Objects.requireNonNull(databases.get(database)).address();
  }

  @Override
  public void close() {
    databases.values().forEach(ScratchDatabase::close);
  }
}
