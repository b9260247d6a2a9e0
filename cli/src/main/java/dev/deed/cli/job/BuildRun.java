package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.Report;
import dev.deed.engine.Migrations;
import dev.deed.engine.Scopes.Part;
import dev.deed.engine.Wish;
import dev.deed.engine.connect.Address;
import dev.deed.engine.history.Beginning;
import dev.deed.engine.look.Histories;
import dev.deed.engine.run.ScopeMarker;
import dev.deed.ownership.NamedScope;
import dev.deed.sql.ServiceName;
import dev.deed.sql.UserException;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Builds the databases of an environment from nothing, or goes on where it was stopped: the
/// history first, then the migrations of a scope in their order.
///
/// @param scope a name of the ownership file, or `all`
public record BuildRun(
    Targets targets, Surroundings surroundings, RunSettings settings, String scope) {

  public Report build(@Nullable String database, boolean dryRun) {
    var migrations = targets.project().migrations();
    var part = part(migrations);
    var addresses = targets.addresses(database);
    for (var address : addresses) {
      refuse(address, Histories.beginning(address, targets.patience()), migrations, part);
    }
    var outlook = outlook(migrations, addresses);
    if (dryRun || !outlook.isGood()) {
      return outlook.report();
    }
    var running = new ApplyRun(targets, surroundings, settings);
    running.confirm(addresses, part.map(Part::remarks).orElse(List.of()));
    mark(addresses, migrations, part);
    var asked =
        new RunSettings(true, settings.runLockWait(), settings.cancelBlockers(), settings.log());
    return new ApplyRun(targets, surroundings, asked).apply(database, Wish.ALL);
  }

  /// Empty for everything.
  private Optional<Part> part(Migrations migrations) {
    if (scope.equals(NamedScope.ALL)) {
      return Optional.empty();
    }
    var found = migrations.scopes().find(scope);
    if (found.isEmpty()) {
      var known = new ArrayList<>(List.of(NamedScope.ALL));
      targets.project().ownership().map().scopes().forEach(named -> known.add(named.name()));
      throw new Targets.NoSuch("scope", scope, known);
    }
    return found;
  }

  private PlanReport outlook(Migrations migrations, List<Address> addresses) {
    var read = PlanInputs.read(targets, migrations, addresses);
    var name = scope.equals(NamedScope.ALL) ? null : scope;
    return new PlanReport(read.withScope(name), Wish.ALL, surroundings, targets.environment());
  }

  private void mark(List<Address> addresses, Migrations migrations, Optional<Part> part) {
    try (var watching = settings.watching(surroundings)) {
      var marker = new ScopeMarker(settings.policyFor(targets), watching);
      try (var _ = surroundings.signals().listen(marker::stop)) {
        addresses.forEach(address ->
            marker.mark(address, scope, found -> refuse(address, found, migrations, part)));
      }
    }
  }

  private void refuse(
      Address address, Beginning found, Migrations migrations, Optional<Part> part) {
    var words = address.target().words();
    if (found.isNew() && !found.things().isEmpty()) {
      throw NotEmpty.of(words, found.things());
    }
    if (part.isEmpty() || found.isNew()) {
      return;
    }
    var current = migrations.scopes().of(address.target().database(), found.history());
    if (current.isEmpty()) {
      throw OtherScope.everything(words, scope, targets.environment().name().text());
    }
    var lost = new TreeSet<>(current.get().services());
    lost.removeAll(part.get().services());
    if (!lost.isEmpty()) {
      throw OtherScope.lacking(words, current.get().name(), scope, lost);
    }
  }

  /// The database has objects that deed did not make.
  static final class NotEmpty extends UserException {

    @Serial private static final long serialVersionUID = 1L;

    private NotEmpty(String message, String advice) {
      super(message, advice);
    }

    static NotEmpty of(String database, List<String> things) {
      return new NotEmpty(
          "%s is not empty, and deed has applied nothing there: it has %s%s"
              .formatted(
                  database,
                  String.join(", ", things),
                  things.size() < 5 ? "" : " and perhaps more"),
          "build it in a new database; or, if these objects are what the migrations create, record that: deed stamp head");
    }

    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }
  }

  /// The database was built from another part of the migrations.
  static final class OtherScope extends UserException {

    @Serial private static final long serialVersionUID = 1L;

    private OtherScope(String message, String advice) {
      super(message, advice);
    }

    static OtherScope everything(String database, String scope, String environment) {
      return new OtherScope(
          "%s has the migrations of all services, so it cannot get the scope %s"
              .formatted(database, scope),
          "apply what is pending: deed apply --env %s; or build the scope in a new database"
              .formatted(environment));
    }

    static OtherScope lacking(
        String database, String current, String scope, TreeSet<ServiceName> lost) {
      return new OtherScope(
          "%s has the scope %s, and the scope %s lacks %s of it"
              .formatted(
                  database,
                  current,
                  scope,
                  lost.stream().map(s -> "service " + s).collect(Collectors.joining(" and "))),
          "choose a scope that has more, or build this one in a new database");
    }

    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }
  }
}
