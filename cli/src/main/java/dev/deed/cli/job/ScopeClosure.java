package dev.deed.cli.job;

import dev.deed.cli.report.PrintableText;
import dev.deed.engine.Migration;
import dev.deed.engine.Migrations;
import dev.deed.engine.Scopes;
import dev.deed.ownership.NamedScope;
import dev.deed.ownership.OwnershipMap;
import dev.deed.ownership.TablePattern;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.UserException;
import java.io.Serial;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// The scopes of an ownership file, each closed over what its migrations need: a scope has whole
/// services, since the migrations of one build on each other, and every service that has made or
/// changed an object that they use.
final class ScopeClosure implements Scopes {

  private final OwnershipMap map;
  private final Migrations migrations;
  private final Map<String, Optional<Part>> parts = new ConcurrentHashMap<>();

  ScopeClosure(OwnershipMap map, Migrations migrations) {
    this.map = map;
    this.migrations = migrations;
  }

  @Override
  public Optional<Part> find(String name) {
    return parts.computeIfAbsent(
        name,
        wanted ->
            map.scopes().stream()
                .filter(scope -> scope.name().equals(wanted))
                .findFirst()
                .map(this::part));
  }

  private Part part(NamedScope scope) {
    var needs = ServiceNeeds.of(map, migrations);
    var services = new LinkedHashSet<>(scope.services());
    scope
        .tables()
        .forEach((database, patterns) ->
            patterns.forEach(
                pattern -> services.addAll(definers(scope, needs, database, pattern))));
    var remarks = new ArrayList<String>();
    var open = new ArrayDeque<>(services);
    while (!open.isEmpty()) {
      var service = open.poll();
      needs
          .unknownOf(service)
          .map(place ->
              "scope %s: deed cannot know what %s at %s needs"
                  .formatted(scope.name(), service, place))
          .ifPresent(remarks::add);
      for (var need : needs.of(service)) {
        if (services.add(need.needed())) {
          open.add(need.needed());
          remarks.add(
              PrintableText.line(
                  "scope %s also has service %s: %s"
                      .formatted(scope.name(), need.needed(), need.reason())));
        }
      }
    }
    return new Part(scope.name(), services, remarks);
  }

  private TreeSet<ServiceName> definers(
      NamedScope scope, ServiceNeeds needs, DatabaseName database, TablePattern pattern) {
    var found = needs.definers(database, table -> pattern.matches(table, map.searchPath(database)));
    if (found.isEmpty()) {
      throw new NamesNothing(scope, database, pattern);
    }
    return found;
  }

  /// Those of its migrations that are in a database.
  static List<Migration> of(Part part, Migrations migrations, DatabaseName database) {
    return migrations.of(database).stream().filter(part::has).toList();
  }

  /// A pattern of a scope matches no table.
  static final class NamesNothing extends UserException {

    @Serial private static final long serialVersionUID = 1L;

    NamesNothing(NamedScope scope, DatabaseName database, TablePattern pattern) {
      super(
          "scope %s names %s in %s, and no migration creates such a table"
              .formatted(scope.name(), pattern, database),
          "correct it in the ownership file, line %d".formatted(scope.span().line()));
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
