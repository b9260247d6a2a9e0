package dev.deed.cli.job;

import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.DatabaseReport.DatabaseGrants;
import dev.deed.cli.report.Report;
import dev.deed.engine.Migrations;
import dev.deed.engine.catalog.HeldRight;
import dev.deed.engine.look.LiveRights;
import dev.deed.ownership.Database;
import dev.deed.ownership.OwnershipMap;
import dev.deed.ownership.Service;
import dev.deed.ownership.rights.Right;
import dev.deed.ownership.rights.Right.Privilege;
import dev.deed.ownership.rights.RightsGap;
import dev.deed.ownership.rights.WantedRights;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the database privileges that correspond to the ownership file.
///
/// @param migrations all of the project, read once for all databases
/// @param check whether a difference means the verdict "no"
public record GrantsQuery(Project project, Migrations migrations, boolean check) {

  public static GrantsQuery of(Project project, boolean check) {
    return new GrantsQuery(project, project.migrations(), check);
  }

  public Report ofMigrations(@Nullable String database) {
    var known = map().databases().stream().map(d -> d.name().text()).toList();
    if (database != null && !known.contains(database)) {
      throw new Targets.NoSuch("database", database, known);
    }
    var grants = new ArrayList<DatabaseGrants>();
    for (var each : map().databases()) {
      if (database == null || each.name().text().equals(database)) {
        var gap = RightsGap.of(wanted(each, List.of()));
        grants.add(new DatabaseGrants(each.name(), null, gap, roles(each.name()), null));
      }
    }
    return new DatabaseReport.Granted(grants, withoutRole(), check);
  }

  public Report of(Targets targets, @Nullable String database) {
    var patience = targets.patience();
    var grants = new ArrayList<DatabaseGrants>();
    for (var live : LiveRights.of(targets.addresses(database), patience, allRoles())) {
      grants.add(compared(live));
    }
    return new DatabaseReport.Granted(grants, withoutRole(), check);
  }

  DatabaseGrants compared(LiveRights live) {
    var name = live.target().database();
    if (live.failure() != null) {
      return new DatabaseGrants(
          name, live.target(), RightsGap.of(new TreeSet<>()), Set.of(), live.failure());
    }
    var held = live.rights().stream().flatMap(h -> right(h).stream()).collect(Collectors.toSet());
    var tables =
        held.stream().map(Right::object).filter(o -> o.kind() == ObjectKind.TABLE).toList();
    var wanted = wanted(map().databaseNamed(name).orElseThrow(), tables);
    changing(name).forEach(role -> wanted.addAll(WantedRights.toNote(role)));
    var missingRoles = new TreeSet<>(roles(name));
    missingRoles.removeAll(live.roles());
    var gap = RightsGap.between(wanted, held, allRoles());
    return new DatabaseGrants(name, live.target(), gap, missingRoles, null);
  }

  /// Empty for a privilege of a newer PostgreSQL that deed does not know.
  private static Optional<Right> right(HeldRight held) {
    return Arrays.stream(Privilege.values())
        .filter(privilege -> privilege.name().equals(held.privilege()))
        .map(privilege -> new Right(held.object(), held.role(), privilege))
        .findFirst();
  }

  private SortedSet<Right> wanted(Database database, Collection<ObjectName> tables) {
    var replay = MigrationReplay.of(migrations, project.ownership().map(), database);
    return WantedRights.of(map(), database.name(), replay.owners(), replay.schema(), tables);
  }

  /// The roles of services that have a changeover in the database.
  private List<String> changing(DatabaseName database) {
    return migrations.of(database).stream()
        .filter(migration ->
            migration.up().script().directives().stream()
                .anyMatch(directive -> directive.name().equals("changeover")))
        .map(migration -> map().serviceNamed(migration.name().service()).map(Service::role))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  SortedSet<String> allRoles() {
    return map().services().stream()
        .map(Service::role)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The roles of services that own or use a table in the database.
  private SortedSet<String> roles(DatabaseName database) {
    var services = new ArrayList<ServiceName>();
    map().claims().stream()
        .filter(c -> c.database().equals(database))
        .forEach(c -> services.add(c.service()));
    map().consumers().stream()
        .filter(c -> c.database().equals(database))
        .forEach(c -> services.add(c.service()));
    return map().services().stream()
        .filter(service -> services.contains(service.name()))
        .map(Service::role)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  List<String> withoutRole() {
    return map().services().stream()
        .filter(service -> service.role() == null)
        .map(service -> service.name().text())
        .toList();
  }

  private OwnershipMap map() {
    return project.ownership().map();
  }
}
