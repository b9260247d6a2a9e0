package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.report.Contact;
import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.EmergencyScreen;
import dev.deed.cli.report.EmergencyScreen.LastChange;
import dev.deed.cli.report.EmergencyScreen.Running;
import dev.deed.cli.report.EmergencyScreen.Whose;
import dev.deed.cli.report.Report;
import dev.deed.engine.History;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.Migrations;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.ConnectionUrl;
import dev.deed.engine.connect.Parallel;
import dev.deed.engine.connect.Target;
import dev.deed.engine.look.emergency.Emergency;
import dev.deed.engine.look.emergency.EmergencyLook;
import dev.deed.engine.look.emergency.SessionLock;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.Secrets;
import dev.deed.sql.UserException;
import dev.deed.sql.parse.ScriptReader;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks at servers in trouble. Needs no migration file; without an ownership file, owners are
/// unknown.
///
/// @param project null where only a URL is known
/// @param environment null where only a URL is known
/// @param limit for a look at one server
public record EmergencyRun(
    Surroundings surroundings,
    @Nullable Project project,
    @Nullable String environment,
    List<Address> addresses,
    Duration limit) {

  private static final int LAST = 3;
  private static final int STATEMENTS = 4;
  private static final int LONGEST = 160;
  private static final Duration FILES = Duration.ofMillis(200);

  private static final Migrations NO_FILES = new Migrations(List.of(), List.of());

  /// As much of a statement as is read.
  static final int LONGEST_QUERY = 2000;

  public EmergencyRun {
    addresses = List.copyOf(addresses);
  }

  /// The databases of an environment.
  public static EmergencyRun of(Targets targets, @Nullable String database, Duration limit) {
    return new EmergencyRun(
        targets.surroundings(),
        targets.project(),
        targets.environment().name().text(),
        targets.addresses(database),
        limit);
  }

  /// One database by its URL alone; the ownership file says who owns its tables, if there is one
  /// that can be read.
  ///
  /// @param database its name in the ownership file; null for the name that the URL gives
  public static EmergencyRun of(
      Surroundings surroundings,
      @Nullable Project project,
      String url,
      @Nullable String database,
      Duration limit) {
    var parsed = ConnectionUrl.parse(url, surroundings.environment());
    var name = new DatabaseName(database == null ? parsed.database() : database);
    var target = new Target(new EnvironmentName(parsed.place()), name);
    return new EmergencyRun(
        surroundings, project, null, List.of(new Address(target, parsed)), limit);
  }

  public Report report() {
    var files = new CompletableFuture<Migrations>();
    Thread.ofPlatform().daemon().name("deed-files").start(() -> read(files));
    var found =
        Parallel.run(
            addresses.stream()
                .map(address -> (Callable<EmergencyScreen>) () -> screen(address, files))
                .toList());
    return new DatabaseReport.Emergencies(found);
  }

  /// Files with mistakes do not hide the screen.
  private void read(CompletableFuture<Migrations> files) {
    try {
      files.complete(project == null ? NO_FILES : project.migrations());
    } catch (RuntimeException e) {
      files.complete(NO_FILES);
    }
  }

  /// Asked for when the server was read; the screen does not wait for many files.
  private @Nullable Running running(Emergency found, CompletableFuture<Migrations> files) {
    var run = found.sessions().deedsRun();
    if (run.isEmpty() || run.get().isHidden()) {
      return null;
    }
    try {
      var database = found.target().database();
      var known = files.get(FILES.toMillis(), TimeUnit.MILLISECONDS).of(database);
      var history = found.history();
      return new RunningMigration(run.get().statement())
          .among(known, history == null ? List.of() : history.rows())
          .orElse(null);
    } catch (TimeoutException | ExecutionException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private EmergencyScreen screen(Address address, CompletableFuture<Migrations> files) {
    var found = EmergencyLook.at(address, limit);
    var whose = whose(found);
    var last = last(found.history());
    var commands = new CommandWords(address, environment, addresses.size() == 1);
    return new EmergencyScreen(
        found,
        whose,
        running(found, files),
        last,
        found.failure() == null ? new NextSteps(found, whose, last, commands).all() : List.of());
  }

  Whose whose(Emergency found) {
    if (project == null) {
      return Whose.UNKNOWN;
    }
    return new SessionOwners(project.ownership().map(), found.target().database())
        .of(found.sessions(), found.leftIndexes());
  }

  /// In the order in which they happened, the newest first; what is under way comes before them.
  private static List<LastChange> last(@Nullable History history) {
    if (history == null) {
      return List.of();
    }
    var byTime = Comparator.comparing((HistoryRow row) -> row.attempt().at()).reversed();
    var sorted = history.rows().stream().sorted(byTime).toList();
    var unfinished = sorted.stream().filter(NextSteps::isHalfWay);
    var others = sorted.stream().filter(row -> !NextSteps.isHalfWay(row)).limit(LAST);
    return Stream.concat(unfinished, others)
        .map(row -> new LastChange(row, statements(row)))
        .toList();
  }

  private static List<String> statements(HistoryRow row) {
    var isBack =
        switch (row.state()) {
          case REVERTING, REVERTED, ABANDONED_ROLLBACK -> true;
          default -> false;
        };
    var text = isBack ? row.stored().down() : row.stored().up();
    var script = ScriptReader.read(row.file(), text == null ? "" : text);
    var shown =
        script.statements().stream()
            .limit(STATEMENTS)
            .map(statement -> {
              var span = statement.span();
              return oneLine(script.text().substring(span.start(), span.end()));
            })
            .toList();
    var more = script.statements().size() - shown.size();
    return more <= 0
        ? shown
        : Stream.concat(shown.stream(), Stream.of("and %d more".formatted(more))).toList();
  }

  /// Secrets are masked before anything is cut: half a literal is not recognised as one.
  static String oneLine(String sql) {
    var line = Secrets.masked(sql).strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }

  /// The only selected database: a process number means nothing without its server.
  Address only() {
    if (addresses.size() != 1) {
      throw new Targets.NotNamed(
          new EnvironmentName(Objects.requireNonNullElse(environment, "the URL")),
          addresses.stream().map(a -> a.target().database().text()).toList());
    }
    return addresses.getFirst();
  }

  /// In words, whose a session is: the service of its role, else the owners of what it locks.
  static String words(Emergency found, Whose whose, int pid) {
    var service = whose.serviceOf(pid).map(Contact::words);
    if (service.isPresent()) {
      return "service " + service.get();
    }
    var owners =
        found.sessions().locks().stream()
            .filter(lock -> lock.pid() == pid)
            .map(SessionLock::table)
            .filter(Objects::nonNull)
            .flatMap(table -> whose.ownerOf(table).stream())
            .map(Contact::words)
            .distinct()
            .toList();
    return owners.isEmpty()
        ? "no service of the ownership file has this role"
        : "no service has this role; it locks tables of " + String.join(", ", owners);
  }

  /// @throws UserException why there is no connection
  Emergency look() {
    var found = EmergencyLook.at(only(), limit);
    var failure = found.failure();
    if (failure != null) {
      throw failure;
    }
    return found;
  }
}
