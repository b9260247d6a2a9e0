import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/// What `bench/changeover.sh` measures: a backfill beside a hand-written loop, the writers that meet a whole changeover, the
/// cost of its trigger, and of changeovers that are open while nothing is due.
final class ChangeoverBench {

  private static final String DATABASE = "deed_bench_changeover";
  private static final int BATCH = 5_000;
  private static final int WRITERS = 4;
  private static final int OPEN = 20;

  private static final String TABLE =
      """
      CREATE TABLE orders (id bigint PRIMARY KEY, amount integer NOT NULL DEFAULT 0, note text);
      INSERT INTO orders SELECT i, i %% 1000, 'order ' || i FROM generate_series(1, %d) i;
      """;

  /// What a careful person writes instead, on the server, so without round trips.
  private static final String LOOP =
      """
      DO $$
      DECLARE
        last bigint := 0;
        top bigint;
      BEGIN
        LOOP
          SELECT max(id) INTO top FROM (SELECT id FROM orders WHERE id > last ORDER BY id LIMIT %d) next;
          EXIT WHEN top IS NULL;
          UPDATE orders SET total = amount
          WHERE id > last AND id <= top AND total IS DISTINCT FROM amount;
          COMMIT;
          last := top;
        END LOOP;
      END $$;
      """;

  /// What deed does after its batches, by hand: a person who wants to know that no row is left counts them.
  private static final String AFTER_LOOP =
      "SELECT count(*), count(*) FILTER (WHERE total IS DISTINCT FROM amount) FROM orders; ANALYZE orders (total);";

  private final BenchServer server;
  private final Path work;
  private final int rows;

  private ChangeoverBench(BenchServer server, Path work, int rows) {
    this.server = server;
    this.work = work;
    this.rows = rows;
  }

  public static void main(String[] arguments) throws Exception {
    var work = Path.of(arguments[0]);
    try (var server = BenchServer.start(work)) {
      var bench = new ChangeoverBench(server, work, Integer.parseInt(arguments[1]));
      if (bench.rows > 0) {
        bench.backfillBesideLoop();
        bench.story();
      }
      bench.openChangeovers();
    }
  }

  private BenchProject project(String name) throws IOException {
    return BenchProject.in(work.resolve(name));
  }

  // A backfill beside a loop

  /// By turns, so that a busy machine is busy for both; the median of each. What the same migrations take without rows (the
  /// start of the program, its classes, the gate, the history) is no part of the backfill. A loop neither counts whether a
  /// row is left nor analyzes the table: it is measured without both, and with both after it.
  private void backfillBesideLoop() throws IOException, InterruptedException, SQLException {
    var project = project("backfill");
    project.migration(1, "orders", "CREATE TABLE orders (id bigint PRIMARY KEY, amount integer NOT NULL DEFAULT 0, note text, total bigint);\n", "DROP TABLE orders;");
    project.migration(
        2,
        "fill",
        "-- deed: backfill batch=%d target=off\nUPDATE orders SET total = amount WHERE total IS DISTINCT FROM amount;\n"
            .formatted(BATCH),
        "SELECT 1;");
    var loops = new ArrayList<Long>();
    var after = new ArrayList<Long>();
    var fills = new ArrayList<Long>();
    var empties = new ArrayList<Long>();
    for (var round = 0; round < 3; round++) {
      var url = withRows(project, rows);
      loops.add(timed(() -> BenchProject.output("psql", "-XqAtc", LOOP.formatted(BATCH), url)));
      after.add(timed(() -> BenchProject.output("psql", "-XqAtc", AFTER_LOOP, url)));
      var again = withRows(project, rows);
      fills.add(timed(() -> project.run(again, "apply", "--env", "bench")));
      try (var connection = server.connect(DATABASE)) {
        var wrong = BenchServer.column(connection, "SELECT count(*) FROM orders WHERE total IS DISTINCT FROM amount").getFirst();
        System.out.printf("%d rows in batches of %d: wrong rows %s%n", rows, BATCH, wrong);
      }
      var empty = withRows(project, 0);
      empties.add(timed(() -> project.run(empty, "apply", "--env", "bench")));
    }
    var loop = median(loops);
    var whole = loop + median(after);
    var fill = median(fills) - median(empties);
    System.out.printf(
        "backfill with its proof and ANALYZE, beyond the same without rows: %.2f times a loop in psql with a count and ANALYZE after it (%d and %d ms; at most 1.0), %.2f times the loop alone (%d ms)%n",
        fill / (double) whole, fill, whole, fill / (double) loop, loop);
  }

  private String withRows(BenchProject project, int count) throws IOException, InterruptedException, SQLException {
    var url = server.fresh(DATABASE);
    project.run(url, "apply", "--env", "bench", "--to", BenchProject.version(1));
    try (var connection = server.connect(DATABASE)) {
      BenchServer.execute(
          connection, "INSERT INTO orders SELECT i, i % 1000, 'order ' || i FROM generate_series(1, " + count + ") i");
      BenchServer.execute(connection, "CHECKPOINT");
    }
    return url;
  }

  // A whole story under load

  private void story() throws IOException, InterruptedException, SQLException {
    var project = project("story");
    project.migration(1, "orders", TABLE.formatted(rows), "DROP TABLE orders;");
    var url = server.fresh(DATABASE);
    project.run(url, "apply", "--env", "bench");
    var plainCost = updateCost();
    var copy = server.fresh(DATABASE + "_plain");
    try (var connection = server.connect("postgres")) {
      BenchServer.execute(connection, "DROP DATABASE %1$s_plain".formatted(DATABASE));
      BenchServer.execute(connection, "CREATE DATABASE %1$s_plain TEMPLATE %1$s".formatted(DATABASE));
    }
    var quiet = worstWait(() -> Thread.sleep(10_000));
    project.run(url, "expand", "change-type", "orders", "amount", "bigint");
    var parts = parts(project);
    project.run(url, "apply", "--env", "bench", "--to", parts.getFirst());
    printTrigger(copy, url);
    System.out.printf("in a loop on the server, without a commit for each: %.2f times as much%n", updateCost() / plainCost);
    var busy = worstWait(() -> project.run(url, "apply", "--env", "bench"));
    try (var connection = server.connect(DATABASE)) {
      var type = BenchServer.column(connection, "SELECT format_type(atttypid, -1) FROM pg_attribute WHERE attrelid = 'orders'::regclass AND attname = 'amount'");
      var count = BenchServer.column(connection, "SELECT count(*) FROM orders").getFirst();
      System.out.printf("after the story amount is %s, rows %s of %d%n", type, count, rows);
    }
    System.out.printf(
        "worst wait of %d writers: %d ms in the story, %d ms without it (at most 50 ms more)%n", WRITERS, busy, quiet);
  }

  /// By turns, so that a busy machine is busy for both; the best of each.
  private void printTrigger(String plain, String withTrigger) throws IOException, InterruptedException {
    var script =
        Files.writeString(
            work.resolve("update.sql"),
            "\\set id random(1, %d)\nUPDATE orders SET amount = amount + 1 WHERE id = :id;\n".formatted(rows));
    var best = new double[] {Double.MAX_VALUE, Double.MAX_VALUE};
    for (var round = 0; round < 5; round++) {
      best[0] = Math.min(best[0], latency(script, plain));
      best[1] = Math.min(best[1], latency(script, withTrigger));
    }
    System.out.printf(
        "pgbench: the trigger makes an UPDATE of one row take %.2f times as long (%.3f and %.3f ms; at most 1.15)%n",
        best[1] / best[0], best[1], best[0]);
  }

  /// Milliseconds.
  private static double latency(Path script, String url) throws IOException, InterruptedException {
    var said = BenchProject.output("pgbench", "-n", "-M", "prepared", "-c", "1", "-T", "3", "-f", script.toString(), url);
    var found = Pattern.compile("latency average = ([0-9.]+) ms").matcher(said);
    if (!found.find()) {
      throw new IllegalStateException("pgbench said: " + said);
    }
    return Double.parseDouble(found.group(1));
  }

  private static List<String> parts(BenchProject project) throws IOException {
    try (var files = Files.list(project.folder().resolve("migrations/app/web"))) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("_.*", ""))
          .filter(version -> !version.equals(BenchProject.version(1)))
          .sorted()
          .toList();
    }
  }

  private interface Work {
    Object run() throws IOException, InterruptedException, SQLException;
  }

  private interface Sleep {
    void run() throws InterruptedException;
  }

  private long worstWait(Sleep sleep) throws IOException, InterruptedException, SQLException {
    return worstWait(() -> {
      sleep.run();
      return "";
    });
  }

  /// @return milliseconds
  private long worstWait(Work story) throws IOException, InterruptedException, SQLException {
    var worst = new AtomicLong();
    var over = new AtomicBoolean();
    var failures = new ArrayList<String>();
    var threads = new ArrayList<Thread>();
    for (var i = 0; i < WRITERS; i++) {
      var random = new Random(i);
      threads.add(Thread.ofPlatform().start(() -> write(random, over, worst, failures)));
    }
    story.run();
    over.set(true);
    for (var thread : threads) {
      thread.join();
    }
    if (!failures.isEmpty()) {
      System.out.println("writers failed: " + failures);
    }
    return worst.get() / 1_000_000;
  }

  private void write(Random random, AtomicBoolean over, AtomicLong worst, List<String> failures) {
    try (var connection = server.connect(DATABASE);
        var update = connection.prepareStatement("UPDATE orders SET amount = amount + 1 WHERE id = ?")) {
      while (!over.get()) {
        var start = System.nanoTime();
        update.setLong(1, 1 + random.nextInt(rows));
        update.executeUpdate();
        worst.accumulateAndGet(System.nanoTime() - start, Math::max);
        Thread.sleep(1);
      }
    } catch (SQLException | InterruptedException e) {
      synchronized (failures) {
        failures.add(String.valueOf(e.getMessage()));
      }
    }
  }

  /// On the server: nanoseconds of an UPDATE of one row.
  private double updateCost() throws SQLException {
    try (var connection = server.connect(DATABASE)) {
      var best = Double.MAX_VALUE;
      for (var round = 0; round < 3; round++) {
        var start = System.nanoTime();
        BenchServer.execute(
            connection,
            "DO $$ BEGIN FOR i IN 1..20000 LOOP UPDATE orders SET amount = i WHERE id = 1 + i % 5000; END LOOP; END $$");
        best = Math.min(best, System.nanoTime() - start);
        BenchServer.execute(connection, "VACUUM orders");
      }
      return best / 20_000;
    }
  }

  // Open changeovers

  /// Three projects by turns, so that a busy machine is busy for all of them: tables only, with as many files as the
  /// changeovers have, and with the changeovers as `deed expand` writes them, switched and waiting for their contracts.
  private void openChangeovers() throws IOException, InterruptedException, SQLException {
    var plain = project("plain");
    var files = project("files");
    var open = project("open");
    for (var project : List.of(plain, files, open)) {
      var file = project.folder().resolve("schema-ownership.yaml");
      Files.writeString(file, Files.readString(file).replace("disposable: true", "disposable: false"));
      for (var i = 1; i <= OPEN; i++) {
        var table = "CREATE TABLE t%1$d (id bigint PRIMARY KEY, a int NOT NULL DEFAULT 0);\nCREATE INDEX t%1$d_a ON t%1$d (a);\n";
        project.migration(i, "table", table.formatted(i), "DROP TABLE t%d;".formatted(i));
      }
    }
    for (var i = 1; i <= OPEN; i++) {
      open.run("", "expand", "change-type", "t" + i, "a", "bigint");
    }
    for (var i = 1; i <= parts(open).size() + 1 - OPEN; i++) {
      files.migration(OPEN + i, "note", "COMMENT ON TABLE t1 IS '%d';\n".formatted(i), "SELECT 1;");
    }
    var projects = List.of(plain, files, open);
    var urls = new ArrayList<String>();
    for (var project : projects) {
      urls.add(server.fresh(DATABASE + "_" + project.folder().getFileName()));
      project.run(urls.getLast(), "apply", "--env", "bench");
    }
    Thread.sleep(2_500); // Files that were just written are not remembered.
    var times = List.of(new ArrayList<Long>(), new ArrayList<Long>(), new ArrayList<Long>());
    for (var round = 0; round < 11; round++) {
      for (var i = 0; i < projects.size(); i++) {
        var project = projects.get(i);
        var url = urls.get(i);
        times.get(i).add(timed(() -> project.run(url, "apply", "--env", "bench")));
      }
    }
    System.out.printf(
        "%d open changeovers, nothing due: %d ms more than with as many other files (at most 20), %d ms more than without any%n",
        OPEN, median(times.get(2)) - median(times.get(1)), median(times.get(2)) - median(times.get(0)));
  }

  /// Milliseconds.
  private static long median(List<Long> times) {
    return times.stream().sorted().toList().get(times.size() / 2) / 1_000_000;
  }

  private static long timed(Work work) throws IOException, InterruptedException, SQLException {
    var start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }
}
