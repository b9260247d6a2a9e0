import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/// What `bench/lock.sh` measures: writers at a table, somebody idle in a transaction that has read it, and a migration that
/// needs the table for itself. While it is waited for, deed must not keep the writers for longer than its lock time-out.
final class LockBench {

  private static final String DATABASE = "deed_bench_lock";
  private static final int WRITERS = 6;
  private static final int ROWS = 1000;
  private static final long LIMIT_MS = 2500;

  private final BenchServer server;
  private final AtomicLong longest = new AtomicLong();
  private final AtomicLong writes = new AtomicLong();
  private volatile boolean ended;

  private LockBench(BenchServer server) {
    this.server = server;
  }

  public static void main(String[] arguments) throws Exception {
    var work = Path.of(arguments[0]);
    boolean isGood;
    try (var server = BenchServer.start(work)) {
      isGood = new LockBench(server).run(work, Duration.ofSeconds(Long.parseLong(arguments[1])));
    }
    System.exit(isGood ? 0 : 1);
  }

  private boolean run(Path work, Duration blocked) throws Exception {
    var url = server.fresh(DATABASE);
    var project = BenchProject.in(work.resolve("project"));
    project.migration(1, "item", "CREATE TABLE item (id int PRIMARY KEY, used int);\n", "DROP TABLE item;\n");
    if (project.start(url, "apply", "--env", "bench").waitFor() != 0) {
      throw new IllegalStateException("the table was not created: see " + project.folder());
    }
    project.migration(2, "color", "ALTER TABLE item ADD color text;\n", "ALTER TABLE item DROP color;\n");
    try (var connection = server.connect(DATABASE)) {
      BenchServer.execute(connection, "INSERT INTO item SELECT n, 0 FROM generate_series(1, " + ROWS + ") n");
      var writers = startWriters();
      Thread.sleep(3000);
      var before = longest.getAndSet(0);
      var blocker = Thread.ofPlatform().start(() -> block(blocked));
      awaitBlocker(connection);
      var start = System.nanoTime();
      var exit = project.start(url, "apply", "--env", "bench").waitFor();
      var took = Duration.ofNanos(System.nanoTime() - start);
      blocker.join();
      ended = true;
      for (var writer : writers) {
        writer.join();
      }
      return told(before, took, exit == 0 && hasColor(connection));
    }
  }

  private boolean told(long before, Duration took, boolean isApplied) {
    System.out.printf("%-46s %9s %9s%n", "figure", "seen", "asked");
    System.out.printf("%-46s %9d%n", "writes", writes.get());
    System.out.printf("%-46s %9d%n", "longest wait of a writer without deed, ms", before);
    System.out.printf("%-46s %9d %9d%n", "longest wait of a writer with deed, ms", longest.get(), LIMIT_MS);
    System.out.printf("%-46s %9d%n", "the migration took, ms", took.toMillis());
    System.out.printf("%-46s %9s %9s%n", "the migration is applied", isApplied ? "yes" : "no", "yes");
    return isApplied && longest.get() < LIMIT_MS;
  }

  private List<Thread> startWriters() {
    var writers = new ArrayList<Thread>();
    for (var i = 0; i < WRITERS; i++) {
      writers.add(Thread.ofPlatform().start(this::write));
    }
    return writers;
  }

  private void write() {
    try (var connection = server.connect(DATABASE);
        var update = connection.prepareStatement("UPDATE item SET used = used + 1 WHERE id = ?")) {
      while (!ended) {
        update.setInt(1, ThreadLocalRandom.current().nextInt(ROWS) + 1);
        var start = System.nanoTime();
        update.executeUpdate();
        var took = (System.nanoTime() - start) / 1_000_000;
        longest.accumulateAndGet(took, Math::max);
        writes.incrementAndGet();
        Thread.sleep(10);
      }
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// As an application that forgot to end its transaction.
  private void block(Duration time) {
    try (var connection = server.connect(DATABASE)) {
      connection.setAutoCommit(false);
      BenchServer.execute(connection, "SET application_name = 'blocker'");
      BenchServer.column(connection, "SELECT count(*) FROM item");
      Thread.sleep(time);
      connection.rollback();
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitBlocker(Connection connection) throws SQLException, InterruptedException {
    var blocking =
        "SELECT 1 FROM pg_stat_activity WHERE application_name = 'blocker' AND state = 'idle in transaction'"
            + " AND query LIKE 'SELECT count%'";
    while (BenchServer.column(connection, blocking).isEmpty()) {
      Thread.sleep(20);
    }
  }

  private static boolean hasColor(Connection connection) throws SQLException {
    var sql = "SELECT 1 FROM pg_attribute WHERE attrelid = 'item'::regclass AND attname = 'color'";
    return !BenchServer.column(connection, sql).isEmpty();
  }
}
