import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// What `bench/kill.sh` measures of a whole changeover, from expanding to the contract: `deed apply`, or the server's process
/// that works for it, is killed at a random instant, and the next run has to come to the same end, with no batch twice.
final class StoryKillBench {

  private static final String DATABASE = "deed_bench_story_kill";
  private static final String SESSIONS =
      "SELECT pid FROM pg_stat_activity WHERE application_name = 'deed' AND datname = '" + DATABASE + "'";
  private static final int ROWS = 6_000;

  private static final String TABLE =
      """
      CREATE TABLE orders (id bigint PRIMARY KEY, amount integer NOT NULL DEFAULT 0 CHECK (amount >= 0), note text);
      INSERT INTO orders SELECT i, i %% 1000, 'order ' || i FROM generate_series(1, %d) i;
      CREATE INDEX orders_amount ON orders (amount);
      """;

  private enum Victim {
    PROCESS,
    BACKEND
  }

  private final BenchServer server;
  private final BenchProject project;
  private final Connection outside;
  private final Random random = new Random(7);
  private String undisturbed = "";
  private long longest;
  private int failures;

  private StoryKillBench(BenchServer server, BenchProject project, Connection outside) {
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
        var project = BenchProject.in(work.resolve("story"));
        var bench = new StoryKillBench(server, project, outside);
        bench.writeStory();
        bench.runUndisturbed();
        for (var victim : Victim.values()) {
          bench.series(victim, Integer.parseInt(arguments[1]));
        }
        failures = bench.failures;
      }
    }
    System.out.println("failures in stories: " + failures);
    System.exit(failures == 0 ? 0 : 1);
  }

  private void writeStory() throws IOException, InterruptedException, SQLException {
    project.migration(1, "orders", TABLE.formatted(ROWS), "DROP TABLE orders;");
    var url = server.fresh(DATABASE);
    project.run(url, "apply", "--env", "bench");
    project.run(url, "expand", "change-type", "orders", "amount", "bigint");
    try (var files = Files.list(project.folder().resolve("migrations/app/web"))) {
      for (var file : files.toList()) {
        var text = Files.readString(file);
        Files.writeString(
            file, text.replaceAll("-- deed: backfill.*", "-- deed: backfill batch=50 pause=1ms target=off"));
      }
    }
  }

  private void runUndisturbed() throws IOException, InterruptedException, SQLException {
    var url = started();
    var apply = project.start(url, "apply", "--env", "bench");
    awaitSession(apply);
    var start = System.nanoTime();
    if (apply.waitFor() != 0) {
      throw new IllegalStateException("the undisturbed story failed: see " + project.folder());
    }
    longest = System.nanoTime() - start;
    undisturbed = result(url);
    System.out.printf("undisturbed story in %d ms%n%s%n", longest / 1_000_000, facts(url));
  }

  /// A database in which only the table is there.
  private String started() throws IOException, InterruptedException, SQLException {
    var url = server.fresh(DATABASE);
    project.run(url, "apply", "--env", "bench", "--to", BenchProject.version(1));
    return url;
  }

  private void series(Victim victim, int rounds) throws IOException, InterruptedException, SQLException {
    var before = failures;
    var cut = 0;
    for (var round = 1; round <= rounds; round++) {
      var delay = (long) (random.nextDouble() * longest);
      var url = started();
      var apply = project.start(url, "apply", "--env", "bench");
      awaitSession(apply);
      TimeUnit.NANOSECONDS.sleep(delay);
      switch (victim) {
        case PROCESS -> apply.destroyForcibly();
        case BACKEND -> BenchServer.column(outside, SESSIONS.replace("SELECT pid", "SELECT pg_terminate_backend(pid)"));
      }
      cut += apply.waitFor() == 0 ? 0 : 1;
      awaitNoSession();
      var wrong = wrongAfter(url);
      if (!wrong.isEmpty()) {
        failures++;
        System.out.printf("%s, round %d, after %d ms: %s%n", victim, round, delay / 1_000_000, String.join("; ", wrong));
      }
    }
    System.out.printf("%-8s stories killed %d times, %d of them before their end: %d failures%n", victim, rounds, cut, failures - before);
  }

  private List<String> wrongAfter(String url) throws IOException, InterruptedException {
    var wrong = new ArrayList<String>();
    try {
      project.run(url, "apply", "--env", "bench");
      var now = result(url);
      if (!now.equals(undisturbed)) {
        wrong.add("not as the undisturbed story: " + facts(url));
      }
    } catch (IllegalStateException e) {
      wrong.add(e.getMessage());
    }
    return wrong;
  }

  private static String result(String url) throws IOException, InterruptedException {
    return BenchProject.schema(url) + facts(url);
  }

  /// The rows, what is applied and how often, and what the backfill has counted.
  private static String facts(String url) throws IOException, InterruptedException {
    return BenchProject.output(
        "psql", "-XAt",
        "-c", "SELECT count(*), sum(hashtextextended(o::text, 0)::numeric) FROM orders o",
        "-c", "SELECT version, count(*) FROM deed.event WHERE event = 'applied' GROUP BY version ORDER BY version",
        "-c", "SELECT version, state, finished FROM deed.migration ORDER BY version",
        "-c", "SELECT version, state, rows, proof FROM deed.backfill ORDER BY version",
        "-c", "SELECT count(*) FROM pg_index WHERE NOT indisvalid",
        url);
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
}
