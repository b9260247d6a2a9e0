package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.Report;
import dev.deed.drift.Both;
import dev.deed.drift.DriftCheck;
import dev.deed.drift.DriftReport;
import dev.deed.drift.PgDump;
import dev.deed.engine.Goal;
import dev.deed.engine.GoalNotFound;
import dev.deed.engine.Migrations;
import dev.deed.engine.Planner;
import dev.deed.ownership.Database;
import dev.deed.project.server.Scratch;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.UserException;
import dev.deed.sql.UserException.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Compares the two sides, database by database.
public record DriftComparison(Project project, Surroundings surroundings, DriftRequest request) {

  /// Databases of which both sides are read at once.
  private static final int AT_ONCE = 4;

  private record Task(DatabaseName database, Future<DriftClosing.Closed> report) {}

  public Report.Drifted report() {
    var sides = new DriftSides(surroundings, environments());
    var from = sides.read(request.from());
    var to = sides.read(request.to());
    var migrations = project.migrations();
    var databases = databases(from, to, migrations);
    if (request.proved() && !isMigrations(from) && !isMigrations(to)) {
      throw new NothingToProve();
    }
    try (var scratch = scratch()) {
      return compared(from, to, databases, migrations, scratch);
    }
  }

  private boolean isAsking() {
    var wish = request.closing().write();
    return wish != null && wish.recorded();
  }

  private static boolean isMigrations(DriftSide side) {
    return side instanceof DriftSide.OfFiles || side instanceof DriftSide.OfApplied;
  }

  /// Null where nothing is to be proved.
  private @Nullable Scratch scratch() {
    return request.proved()
        ? Scratch.open(request.closing().scratch(), surroundings.environment())
        : null;
  }

  private Report.Drifted compared(
      DriftSide from,
      DriftSide to,
      List<DatabaseName> databases,
      Migrations migrations,
      @Nullable Scratch scratch) {
    var pgDump = onlyOnce(() -> PgDump.find(surroundings.environment(), request.pgDump()));
    // A question is asked for one database after the other.
    var places = new Semaphore(isAsking() ? 1 : AT_ONCE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks = new ArrayList<Task>();
      for (var database : databases) {
        var pair =
            new DriftPair(project, surroundings, request, pgDump, scratch, migrations, database);
        Callable<DriftClosing.Closed> task =
            () -> {
              places.acquire();
              try {
                return pair.compared(from, to);
              } finally {
                places.release();
              }
            };
        tasks.add(new Task(database, threads.submit(task)));
      }
      return drifted(tasks);
    }
  }

  /// One database that cannot be compared does not keep the others from being compared.
  private static Report.Drifted drifted(List<Task> tasks) {
    var reports = new ArrayList<DriftReport>();
    var unwritten = new ArrayList<Report.StoryText>();
    var failures = new ArrayList<Report.Failure>();
    for (var task : tasks) {
      try {
        var closed = task.report().get();
        reports.add(closed.report());
        unwritten.addAll(closed.unwritten());
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          // A server that cannot be reached is a part of the report, so that the differences that
          // an earlier one knows of keep their age.
          case UserException failure
              when tasks.size() == 1 && failure.outcome() != Outcome.TRY_AGAIN ->
              throw failure;
          case UserException failure ->
              failures.add(new Report.Failure(task.database().text(), failure));
          case RuntimeException bug -> throw bug;
          case null, default -> throw new IllegalStateException(e.getCause());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while schemas were read", e);
      }
    }
    return new Report.Drifted(reports, failures).showing(unwritten);
  }

  /// Databases are read by several threads, and all of them use the same `pg_dump`.
  private static Supplier<PgDump> onlyOnce(Supplier<PgDump> search) {
    var found = new AtomicReference<@Nullable PgDump>();
    return () -> {
      synchronized (found) {
        var known = found.get();
        if (known == null) {
          known = search.get();
          found.set(known);
        }
        return known;
      }
    };
  }

  /// Compares two dumps where there is no project: no object has an owner.
  public static Report.Drifted ofFiles(Surroundings surroundings, DriftRequest request) {
    var dumps = new DumpPath(surroundings, null);
    Stream.of(request.from(), request.to()).forEach(dumps::mustExist);
    var name = new DatabaseName(request.database() == null ? "dump" : request.database());
    var from = dumps.read(request.from(), request.pgDump());
    var to = dumps.read(request.to(), request.pgDump());
    var report = DriftCheck.between(name, from, to, _ -> Optional.empty()).withoutOwners();
    return new Report.Drifted(
        List.of(
            request
                .closing()
                .close(
                    null, surroundings, report, new Both<>(from, to), _ -> Optional.empty(), null)
                .report()));
  }

  private List<String> environments() {
    return project.ownership().environments().stream().map(e -> e.name().text()).toList();
  }

  /// The databases to compare: one for a file, all databases in common for the rest.
  private List<DatabaseName> databases(DriftSide from, DriftSide to, Migrations migrations) {
    var all = project.ownership().map().databases().stream().map(Database::name).toList();
    if (request.database() != null) {
      return List.of(named(request.database(), all));
    }
    var inBoth =
        all.stream().filter(d -> has(from, d, migrations) && has(to, d, migrations)).toList();
    if (inBoth.isEmpty()) {
      // A version that no database has is told with those that there are.
      all.forEach(database ->
          Stream.of(from, to).forEach(side -> requireVersion(side, database, migrations)));
      throw new NothingInCommon(request.from(), request.to());
    }
    if (inBoth.size() > 1 && (from instanceof DriftSide.OfDump || to instanceof DriftSide.OfDump)) {
      throw new Targets.NotNamed(
          new EnvironmentName("the ownership file"),
          inBoth.stream().map(DatabaseName::text).toList());
    }
    return inBoth;
  }

  private static DatabaseName named(String name, List<DatabaseName> all) {
    return all.stream()
        .filter(database -> database.text().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new Targets.NoSuch("database", name, all.stream().map(DatabaseName::text).toList()));
  }

  private boolean has(DriftSide side, DatabaseName database, Migrations migrations) {
    return switch (side) {
      case DriftSide.InEnvironment live -> hasUrl(live.text(), database);
      case DriftSide.OfApplied applied -> hasUrl(applied.environment(), database);
      case DriftSide.OfFiles files -> hasVersion(files.goal(), database, migrations);
      case DriftSide.OfDump _ -> true;
    };
  }

  private static boolean hasVersion(Goal goal, DatabaseName database, Migrations migrations) {
    try {
      var _ = new Planner(migrations).assumed(database, goal);
      return true;
    } catch (GoalNotFound notThere) {
      return false;
    }
  }

  private static void requireVersion(DriftSide side, DatabaseName database, Migrations migrations) {
    if (side instanceof DriftSide.OfFiles files) {
      var _ = new Planner(migrations).assumed(database, files.goal());
    }
  }

  private boolean hasUrl(String environment, DatabaseName database) {
    return Targets.of(project, environment, surroundings).environment().urlOf(database).isPresent();
  }

  /// Neither side is migrations.
  static final class NothingToProve extends UserException {

    private static final long serialVersionUID = 1L;

    NothingToProve() {
      super(
          "--proved runs migrations, but neither side is migrations",
          "give migrations, migrations@VERSION or migrations@ENVIRONMENT as a side, or leave --proved out");
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }

  /// No database to compare: an answer of "no drift" would be wrong.
  static final class NothingInCommon extends UserException {

    private static final long serialVersionUID = 1L;

    NothingInCommon(String from, @Nullable String to) {
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
