package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.Report;
import dev.deed.drift.DriftCheck;
import dev.deed.drift.DriftReport;
import dev.deed.drift.PgDump;
import dev.deed.drift.Side;
import dev.deed.engine.connect.NotExpected;
import dev.deed.ownership.Database;
import dev.deed.ownership.OwnershipMap;
import dev.deed.ownership.check.ObjectOwners;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.UserException;
import dev.deed.sql.UserException.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Compares the two sides, one database at a time.
public record DriftComparison(Project project, Surroundings surroundings) {

  /// Two sides that are still being read, which may fail.
  private record Pair(DatabaseName database, Future<Side> from, Future<Side> to) {}

  public Report.Drifted between(String from, String to, @Nullable String database) {
    Stream.of(from, to).filter(s -> !isEnvironment(s)).forEach(s -> dumpFile().mustExist(s));
    var databases = databases(from, to, database);
    // All servers are read in parallel, so that none of them waits for another.
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var pairs =
          databases.stream()
              .map(d -> new Pair(d, read(threads, from, d), read(threads, to, d)))
              .toList();
      return new Report.Drifted(reports(pairs, threads));
    }
  }

  /// Compares two dumps where there is no project: no object has an owner.
  public static Report.Drifted ofFiles(
      Surroundings surroundings, String from, String to, @Nullable String database) {
    var dumps = new DumpPath(surroundings, null);
    Stream.of(from, to).forEach(dumps::mustExist);
    var name = new DatabaseName(database == null ? "dump" : database);
    return new Report.Drifted(
        List.of(
            DriftCheck.between(name, dumps.read(from), dumps.read(to), _ -> Optional.empty())
                .withoutOwners()));
  }

  private Future<Side> read(ExecutorService threads, String side, DatabaseName database) {
    return threads.submit((Callable<Side>) () -> side(side, database));
  }

  private List<DriftReport> reports(List<Pair> pairs, ExecutorService threads) {
    var reports = new ArrayList<DriftReport>();
    try {
      for (var pair : pairs) {
        var owners = owners(pair.database());
        reports.add(
            DriftCheck.between(pair.database(), get(pair.from()), get(pair.to()), owners::ownerOf));
      }
    } finally {
      threads.shutdownNow();
    }
    return reports;
  }

  private static Side get(Future<Side> side) {
    try {
      return side.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a schema was read", e);
    }
  }

  private boolean isEnvironment(String side) {
    return project.ownership().environments().stream().anyMatch(e -> e.name().text().equals(side));
  }

  private DumpPath dumpFile() {
    var known = project.ownership().environments().stream().map(e -> e.name().text()).toList();
    return new DumpPath(surroundings, known);
  }

  /// The databases to compare: one for a file, all databases in common for two environments.
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
    if (inBoth.isEmpty()) {
      throw new NothingInCommon(from, to);
    }
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
    return Targets.of(project, environment, surroundings);
  }

  private Side side(String side, DatabaseName database) {
    if (!isEnvironment(side)) {
      return dumpFile().read(side);
    }
    var targets = targets(side);
    var address = targets.address(database.text());
    NotExpected.refuse(address, targets.patience());
    var dump =
        PgDump.find(surroundings.environment())
            .dump(address.url().libpqVariables(), address.target().words());
    return Side.ofDatabase(side, new SourceFile(address.target().words()), dump);
  }

  private ObjectOwners owners(DatabaseName database) {
    return MigrationReplay.of(
            project.migrations(), map(), map().databaseNamed(database).orElseThrow())
        .owners();
  }

  private OwnershipMap map() {
    return project.ownership().map();
  }

  /// No database to compare: an answer of "no drift" would be wrong.
  static final class NothingInCommon extends UserException {

    private static final long serialVersionUID = 1L;

    NothingInCommon(String from, String to) {
      super(
          "%s and %s have no database in common".formatted(from, to),
          "set the URL of the same database for both environments in the ownership file");
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
