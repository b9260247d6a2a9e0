package dev.deed.cli;

import dev.deed.cli.render.Report;
import dev.deed.drift.DriftCheck;
import dev.deed.drift.DriftCheck.Side;
import dev.deed.drift.DriftReport;
import dev.deed.drift.PgDump;
import dev.deed.ownership.Database;
import dev.deed.ownership.ObjectOwners;
import dev.deed.ownership.OwnershipMap;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Compares the two sides, database by database.
record Drifting(Project project, Surroundings surroundings) {

  Report between(String from, String to, @Nullable String database) {
    Stream.of(from, to).forEach(this::mustExist);
    var reports = new ArrayList<DriftReport>();
    for (var name : databases(from, to, database)) {
      var owners = owners(name);
      reports.add(DriftCheck.between(name, side(from, name), side(to, name), owners::ownerOf));
    }
    return new Report.Drifted(reports);
  }

  private void mustExist(String side) {
    if (!isEnvironment(side) && !isFile(side)) {
      var known = project.ownership().environments().stream().map(e -> e.name().text()).toList();
      throw new NoSide(side, known);
    }
  }

  private boolean isEnvironment(String side) {
    return project.ownership().environmentNamed(new EnvironmentName(side)).isPresent();
  }

  private boolean isFile(String side) {
    return Files.isRegularFile(surroundings.workingDirectory().resolve(side));
  }

  /// A file holds one database; environments are compared in all that both have.
  private List<DatabaseName> databases(String from, String to, @Nullable String database) {
    var all = map().databases().stream().map(Database::name).toList();
    if (database != null) {
      var named = new DatabaseName(database);
      if (!all.contains(named)) {
        throw new Targets.NoSuch(
            "database", database, all.stream().map(DatabaseName::text).toList());
      }
      return List.of(named);
    }
    var inBoth =
        all.stream()
            .filter(d -> Stream.of(from, to).allMatch(s -> !isEnvironment(s) || hasUrl(s, d)))
            .toList();
    if (inBoth.size() > 1 && !(isEnvironment(from) && isEnvironment(to))) {
      throw new Targets.NotNamed(
          new EnvironmentName("the ownership file"),
          inBoth.stream().map(DatabaseName::text).toList());
    }
    return inBoth;
  }

  private boolean hasUrl(String environment, DatabaseName database) {
    return targets(environment).environment().urlOf(database).isPresent();
  }

  private Targets targets(String environment) {
    return Targets.of(project, environment, surroundings.environment());
  }

  private Side side(String side, DatabaseName database) {
    if (!isEnvironment(side)) {
      var file = new SqlFiles(surroundings).read(List.of(Path.of(side))).getFirst();
      if (file.text().isBlank()) {
        throw new EmptyDump(side);
      }
      return Side.of(side, file.name(), file.text());
    }
    var address = targets(side).address(database.text());
    var dump =
        PgDump.find(surroundings.environment())
            .dump(address.url().libpqVariables(), address.target().words());
    return Side.of(side, new SourceFile(address.target().words()), dump);
  }

  private ObjectOwners owners(DatabaseName database) {
    var replay = Replay.of(project.migrations(), map().databaseNamed(database).orElseThrow());
    return new ObjectOwners(map(), database, replay.ups(), replay.schema());
  }

  private OwnershipMap map() {
    return project.ownership().map();
  }

  /// Even the dump of an empty database has lines in it: this one was cut off.
  static final class EmptyDump extends UserException {

    private static final long serialVersionUID = 1L;

    EmptyDump(String side) {
      super(
          "%s is empty, as a dump that failed leaves it".formatted(side),
          "write it again: pg_dump --schema-only --file=%s DATABASE".formatted(side));
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }

  /// Neither an environment nor a file.
  static final class NoSide extends UserException {

    private static final long serialVersionUID = 1L;

    NoSide(String side, List<String> environments) {
      super(
          "%s is neither an environment nor a file".formatted(side),
          "environments: " + String.join(", ", environments));
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
