package dev.deed.cli.job;

import dev.deed.cli.scratch.Scratch;
import dev.deed.drift.Side;
import dev.deed.engine.Migrations;
import dev.deed.engine.Planner;
import dev.deed.engine.Wish;
import dev.deed.engine.connect.Address;
import dev.deed.engine.look.ReadOnlySession;
import dev.deed.engine.look.catalog.CatalogSchema;
import dev.deed.engine.run.DatabaseRun;
import dev.deed.engine.run.MigrationFailed;
import dev.deed.engine.run.Runner;
import dev.deed.engine.scratch.ScratchDatabase;
import dev.deed.ownership.Database;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.Identifier;
import dev.deed.sql.SourceFile;
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
record ScratchBuild(Map<DatabaseName, ScratchDatabase> databases) implements AutoCloseable {

  private static final String NO_SUCH_OBJECT = "42704";

  private static final Pattern ROLE = Pattern.compile("role \"((?:[^\"]|\"\")+)\" does not exist");

  ScratchBuild {
    databases = new LinkedHashMap<>(databases);
  }

  /// From nothing to head, each database of the project in one of its own: what one requires of
  /// another is there. Roles that a migration names are created where the server is deed's own.
  ///
  /// @throws UserException what stopped the first migration that failed
  static ScratchBuild of(Scratch scratch, Project project, Migrations migrations) {
    var databases = project.ownership().map().databases().stream().map(Database::name).toList();
    return of(scratch, project, migrations, databases);
  }

  /// The same in some of its databases only.
  static ScratchBuild of(
      Scratch scratch, Project project, Migrations migrations, List<DatabaseName> databases) {
    var roles = new HashSet<String>();
    while (true) {
      var build = empty(scratch, databases);
      var failure = build.apply(project, migrations);
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
  static Optional<String> missingRole(UserException failure) {
    if (failure instanceof MigrationFailed failed && failed.sqlState().equals(NO_SUCH_OBJECT)) {
      var role = ROLE.matcher(String.valueOf(failed.getMessage()));
      return role.find() ? Optional.of(role.group(1)) : Optional.empty();
    }
    return Optional.empty();
  }

  /// @return what stopped it, or null
  private @Nullable UserException apply(Project project, Migrations migrations) {
    var planner = new Planner(migrations);
    var policy = RunPolicies.of(project.ownership()).withRoles(Map.of());
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

  /// The schema as it is now, read from the catalogs.
  ///
  /// @param name of the side, as shown to users
  Side side(String name, DatabaseName database) {
    return sideOf(Objects.requireNonNull(databases.get(database)), name);
  }

  static Side sideOf(ScratchDatabase database, String name) {
    var catalogs =
        ReadOnlySession.at(database.address(), database.server().patience(), CatalogSchema::read);
    return Side.ofCatalogs(name, new SourceFile(name), catalogs.sql(), catalogs.postgres());
  }

  Address address(DatabaseName database) {
    return Objects.requireNonNull(databases.get(database)).address();
  }

  @Override
  public void close() {
    databases.values().forEach(ScratchDatabase::close);
  }
}
