import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// What `bench/kill.sh` measures of a crash of the server: `pg_ctl stop -m immediate` at a random instant of a run, and a new
/// start. What was reported as applied must have survived, and the next run must come to an undisturbed one's end.
final class CrashBench {

  private static final int MIGRATIONS = 150;
  private static final String DATABASE = "deed_bench_crash";
  private static final Pattern SAID = Pattern.compile("app: applied (\\d{5})");

  private final BenchServer server;
  private final BenchProject project;
  private final Random random = new Random(11);
  private String undisturbed = "";
  private long longest;
  private int lost;
  private int cut;

  private CrashBench(BenchServer server, BenchProject project) {
    this.server = server;
    this.project = project;
  }

  public static void main(String[] arguments) throws Exception {
    var work = Path.of(arguments[0]);
    var failures = 0;
    try (var server = BenchServer.start(work)) {
      if (!server.isEmbedded()) {
        System.out.println("crash    not measured: the server in DEED_BENCH_PG is not this bench's to stop");
        return;
      }
      server.commitsWait();
      var bench = new CrashBench(server, BenchProject.in(work.resolve("crash")));
      bench.writeMigrations();
      bench.runUndisturbed();
      failures = bench.rounds(Integer.parseInt(arguments[1]));
    }
    System.out.println("failures: " + failures);
    System.exit(failures == 0 ? 0 : 1);
  }

  /// Mostly definitions, which do not wait for the disk; rows and concurrent indexes between them, which do.
  private void writeMigrations() throws IOException {
    project.migration(1, "ran", "CREATE TABLE ran (number int);\n", "DROP TABLE ran;\n");
    for (var i = 2; i <= MIGRATIONS; i++) {
      var table = "CREATE TABLE t%1$d (id int PRIMARY KEY, name text);\n".formatted(i);
      switch (i % 25) {
        case 0 -> project.migration(i, "index", "CREATE INDEX CONCURRENTLY i%d ON t%d (name);\n".formatted(i, i - 1), "SELECT 1;\n");
        case 13 -> project.migration(i, "rows", "INSERT INTO ran VALUES (%d);\n".formatted(i), "SELECT 1;\n");
        default -> project.migration(i, "table", table, "DROP TABLE t%d;\n".formatted(i));
      }
    }
  }

  private void runUndisturbed() throws IOException, InterruptedException, SQLException {
    var url = server.fresh(DATABASE);
    var apply = project.start(url, "apply", "--env", "bench");
    awaitSession(apply);
    var start = System.nanoTime();
    if (apply.waitFor() != 0) {
      throw new IllegalStateException("the undisturbed run failed: see " + project.folder());
    }
    longest = System.nanoTime() - start;
    undisturbed = dump(url);
    System.out.printf("undisturbed: %d migrations in %d ms%n", MIGRATIONS, longest / 1_000_000);
  }

  private int rounds(int rounds) throws IOException, InterruptedException, SQLException {
    var failures = 0;
    for (var round = 1; round <= rounds; round++) {
      var delay = (long) (random.nextDouble() * longest);
      var wrong = round(delay);
      if (!wrong.isEmpty()) {
        failures++;
        System.out.printf("crash, round %d, after %d ms: %s%n", round, delay / 1_000_000, String.join("; ", wrong));
      }
    }
    System.out.printf(
        "crash    %d times, %d of them in the middle of the migrations, %d of these with something lost that was committed: %d failures%n",
        rounds, cut, lost, failures);
    return failures;
  }

  private List<String> round(long delay) throws IOException, InterruptedException, SQLException {
    var url = server.fresh(DATABASE);
    var apply = project.start(url, "apply", "--env", "bench");
    awaitSession(apply);
    TimeUnit.NANOSECONDS.sleep(delay);
    server.crash();
    var exit = apply.waitFor();
    var said = Files.readString(project.said());
    lost += said.contains("was not committed") && said.indexOf("was not committed") != said.lastIndexOf("was not committed") ? 1 : 0;
    return wrongAfter(url, said, exit);
  }

  private List<String> wrongAfter(String url, String said, int exit) throws IOException, InterruptedException, SQLException {
    var wrong = new ArrayList<String>();
    try (var connection = server.connect(DATABASE)) {
      var hasHistory = !BenchServer.column(connection, "SELECT to_regclass('deed.migration')").contains(null);
      var applied =
          hasHistory
              ? BenchServer.column(connection, "SELECT version FROM deed.migration WHERE state = 'applied' ORDER BY version")
              : List.<String>of();
      cut += applied.size() < MIGRATIONS ? 1 : 0;
      SAID.matcher(said)
          .results()
          .map(match -> match.group(1))
          .filter(version -> !applied.contains(version))
          .forEach(version -> wrong.add(version + " was reported as applied and is lost"));
      for (var i = 0; i < applied.size(); i++) {
        if (!applied.get(i).equals(BenchProject.version(i + 1))) {
          wrong.add("the history has a gap: " + applied);
          break;
        }
      }
      if (exit == 0 && applied.size() < MIGRATIONS) {
        wrong.add("the run said that all is done");
      }
      var tables = new HashSet<>(BenchServer.column(connection, "SELECT relname FROM pg_class WHERE relname ~ '^t[0-9]+$'"));
      var expected = applied.stream().map(Integer::parseInt).filter(i -> i > 1 && i % 25 != 0 && i % 25 != 13).count();
      if (tables.size() != expected) {
        wrong.add("%d tables are there, and %d are recorded".formatted(tables.size(), expected));
      }
      project.run(url, "apply", "--env", "bench");
      if (!dump(url).equals(undisturbed)) {
        wrong.add("the schema or the rows are not those of an undisturbed run");
      }
      var events = BenchServer.column(connection, "SELECT version FROM deed.event WHERE event = 'applied'");
      if (events.size() != MIGRATIONS || new HashSet<>(events).size() != MIGRATIONS) {
        wrong.add("applied by its events: " + events);
      }
    } catch (IllegalStateException e) {
      wrong.add(e.getMessage());
    }
    return wrong;
  }

  private void awaitSession(Process apply) throws SQLException, InterruptedException {
    var sessions = "SELECT pid FROM pg_stat_activity WHERE application_name = 'deed' AND datname = '" + DATABASE + "'";
    try (var outside = server.connect("postgres")) {
      while (apply.isAlive() && BenchServer.column(outside, sessions).isEmpty()) {
        Thread.sleep(2);
      }
    }
  }

  private static String dump(String url) throws IOException, InterruptedException {
    return BenchProject.schema(url) + BenchProject.output("psql", "-XAtc", "SELECT number FROM ran ORDER BY number", url);
  }
}
