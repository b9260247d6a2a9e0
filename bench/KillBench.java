import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// What `bench/kill.sh` measures: kills `deed apply`, the server's process that works for it, or a pooler between both, at
/// random instants, and looks whether the database, the history and the next run make the best of it.
final class KillBench {

  private static final int MIGRATIONS = 41;
  private static final String DATABASE = "deed_bench_kill";
  private static final String SESSIONS =
      "SELECT pid FROM pg_stat_activity WHERE application_name = 'deed' AND datname = '" + DATABASE + "'";

  private static final String COUNTED =
      """
      CREATE TABLE counted (id int PRIMARY KEY, n int NOT NULL DEFAULT 0);
      INSERT INTO counted SELECT i FROM generate_series(1, 5000) i;
      """;

  /// In batches; a batch that ran twice would show.
  private static final String COUNT_UP =
      "-- deed: backfill batch=50 pause=1ms target=off\nUPDATE counted SET n = n + 1;\n";

  /// An index that is built concurrently counts when it is valid.
  private static final String THERE =
      """
      SELECT relname FROM pg_class c LEFT JOIN pg_index i ON i.indexrelid = c.oid
      WHERE relnamespace = 'public'::regnamespace AND coalesce(i.indisvalid, true)
      """;

  private static final Pattern STATUS = Pattern.compile("\"version\" : \"(\\d{5})\",\\s*\"slug\"[^{}]*?\"state\" : \"([a-z_ -]+)\"");

  private enum Victim {
    PROCESS,
    BACKEND,
    POOLER
  }

  private final BenchServer server;
  private final BenchProject project;
  private final Random random = new Random(42);
  private final Connection outside;
  private String undisturbed = "";
  private long longest;
  private int failures;
  private int cut;

  private KillBench(BenchServer server, BenchProject project, Connection outside) {
    this.server = server;
    this.project = project;
    this.outside = outside;
  }

  public static void main(String[] arguments) throws Exception {
    var work = Path.of(arguments[0]);
    int failures;
    try (var server = BenchServer.start(work)) {
      server.fresh("deed_bench_outside");
      try (var outside = server.connect("deed_bench_outside")) {
        var project = BenchProject.in(work.resolve("project"));
        var bench = new KillBench(server, project, outside);
        bench.writeMigrations();
        bench.runUndisturbed();
        for (var victim : Victim.values()) {
          if (victim == Victim.POOLER && !BenchPooler.isInstalled()) {
            System.out.println("POOLER   left out: PgBouncer is not installed");
          } else {
            bench.series(victim, Integer.parseInt(arguments[1]));
          }
        }
        failures = bench.failures;
      }
    }
    System.out.println("failures: " + failures);
    System.exit(failures == 0 ? 0 : 1);
  }

  /// By turns: one transaction, an index that is built concurrently, and both in one file.
  private void writeMigrations() throws IOException {
    var first = "CREATE TABLE ran (number int);\n" + COUNTED;
    project.migration(1, "ran", first + "INSERT INTO ran VALUES (1);\n", "DROP TABLE ran;\n");
    project.migration(MIGRATIONS, "count", COUNT_UP, "SELECT 1;\n");
    for (var i = 2; i < MIGRATIONS; i++) {
      switch (i % 3) {
        case 2 -> project.migration(i, "table", table(i), "DROP TABLE t%d;\n".formatted(i));
        case 0 -> project.migration(i, "index", index(i, i - 1, "name"), "DROP INDEX CONCURRENTLY i%d;\n".formatted(i));
        default -> project.migration(i, "mixed", mixed(i, i - 2), "DROP INDEX CONCURRENTLY i%d;\n".formatted(i));
      }
    }
  }

  private static String table(int i) {
    return """
        CREATE TABLE t%1$d (id int PRIMARY KEY, name text);
        INSERT INTO t%1$d SELECT n, n::text FROM generate_series(1, 2000) n;
        INSERT INTO ran VALUES (%1$d);
        """
        .formatted(i);
  }

  private static String index(int i, int table, String column) {
    return "CREATE INDEX CONCURRENTLY i%d ON t%d (%s);\n".formatted(i, table, column);
  }

  private static String mixed(int i, int table) {
    return "ALTER TABLE t%d ADD age int;\nINSERT INTO ran VALUES (%d);\n".formatted(table, i)
        + index(i, table, "age")
        + "COMMENT ON COLUMN t%d.age IS 'in years';\nINSERT INTO ran VALUES (-%d);\n".formatted(table, i);
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

  private void series(Victim victim, int rounds) throws IOException, InterruptedException, SQLException {
    cut = 0;
    var before = failures;
    for (var round = 1; round <= rounds; round++) {
      var delay = (long) (random.nextDouble() * longest);
      var wrong = round(victim, delay);
      if (!wrong.isEmpty()) {
        failures++;
        System.out.printf("%s, round %d, after %d ms: %s%n", victim, round, delay / 1_000_000, String.join("; ", wrong));
      }
    }
    System.out.printf(
        "%-8s killed %d times, %d of them in the midst of the migrations: %d failures%n", victim, rounds, cut, failures - before);
  }

  private List<String> round(Victim victim, long delay) throws IOException, InterruptedException, SQLException {
    var url = server.fresh(DATABASE);
    if (victim == Victim.POOLER) {
      return poolerRound(url, delay);
    }
    var apply = project.start(url, "apply", "--env", "bench");
    awaitSession(apply);
    TimeUnit.NANOSECONDS.sleep(delay);
    if (victim == Victim.PROCESS) {
      apply.destroyForcibly();
    } else {
      BenchServer.column(outside, SESSIONS.replace("SELECT pid", "SELECT pg_terminate_backend(pid)"));
    }
    apply.waitFor();
    awaitNoSession();
    return wrongAfter(url);
  }

  /// Deed may connect again at once, while the server still works on what the old pooler has sent.
  private List<String> poolerRound(String url, long delay) throws IOException, InterruptedException, SQLException {
    try (var pooler = BenchPooler.before(url, project.folder().getParent())) {
      var apply = project.start(pooler.url(), "apply", "--env", "bench");
      awaitSession(apply);
      TimeUnit.NANOSECONDS.sleep(delay);
      pooler.fallAndRise();
      apply.waitFor();
    }
    awaitNoSession();
    return wrongAfter(url);
  }

  private List<String> wrongAfter(String url) throws IOException, InterruptedException, SQLException {
    var wrong = new ArrayList<String>();
    try (var connection = server.connect(DATABASE)) {
      statusIsRight(url, connection, wrong);
      project.run(url, "apply", "--env", "bench");
      if (!dump(url).equals(undisturbed)) {
        wrong.add("the schema or the rows are not those of an undisturbed run");
      }
      var applied = BenchServer.column(connection, "SELECT version FROM deed.event WHERE event = 'applied'");
      if (applied.size() != MIGRATIONS || new HashSet<>(applied).size() != MIGRATIONS) {
        wrong.add("applied by its events: " + applied);
      }
      if (!BenchServer.column(connection, "SELECT 1 FROM pg_index WHERE NOT indisvalid").isEmpty()) {
        wrong.add("an index is not valid");
      }
    } catch (IllegalStateException e) {
      wrong.add(e.getMessage());
    }
    return wrong;
  }

  /// What status calls applied is there as a whole; of what it does not, nothing is there that one transaction makes.
  private void statusIsRight(String url, Connection connection, List<String> wrong)
      throws IOException, InterruptedException, SQLException {
    var there = new HashSet<>(BenchServer.column(connection, THERE));
    var status = project.report(url, "status", "--env", "bench", "--format", "json");
    var seen = 0;
    var isCut = false;
    for (var match = STATUS.matcher(status); match.find(); seen++) {
      var number = Integer.parseInt(match.group(1));
      var isApplied = match.group(2).equals("applied");
      var makes =
          switch (number) {
            case 1 -> "ran";
            case MIGRATIONS -> "counted";
            default -> (number % 3 == 2 ? "t" : "i") + number;
          };
      var mayBeThere = number == MIGRATIONS || (number % 3 != 2 && number != 1);
      isCut |= !isApplied;
      if (isApplied ? !there.contains(makes) : !mayBeThere && there.contains(makes)) {
        wrong.add("status says that %d is %s".formatted(number, match.group(2)));
      }
    }
    cut += isCut ? 1 : 0;
    if (seen != MIGRATIONS) {
      wrong.add("status shows %d migrations: %s".formatted(seen, status));
    }
  }

  private void awaitSession(Process apply) throws SQLException, InterruptedException {
    while (apply.isAlive() && BenchServer.column(outside, SESSIONS).isEmpty()) {
      Thread.sleep(2);
    }
  }

  private void awaitNoSession() throws SQLException, InterruptedException {
    while (!BenchServer.column(outside, SESSIONS).isEmpty()) {
      Thread.sleep(20);
    }
  }

  /// Without deed's own schema; rows are those of `ran`, which tell how often each migration did its work.
  private String dump(String url) throws IOException, InterruptedException {
    var rows = BenchProject.output("psql", "-XAtc", "SELECT number FROM ran ORDER BY number", url);
    var counted = BenchProject.output("psql", "-XAtc", "SELECT n, count(*) FROM counted GROUP BY n", url);
    return BenchProject.schema(url) + rows + counted;
  }
}
