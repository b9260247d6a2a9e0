import dev.deed.sql.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/// What `bench/scale.sh` measures: jobs that are large in one respect, and twice as large. Each is done in turns, the
/// shortest time of some rounds counts, and deed's own start is taken off.
final class ScaleBench {

  private static final double MOST = 2.2;

  private final BenchServer server;
  private final Path work;
  private final int rounds;
  private final List<Long> starts = new ArrayList<>();
  private boolean isWorse;

  private ScaleBench(BenchServer server, Path work, int rounds) {
    this.server = server;
    this.work = work;
    this.rounds = rounds;
  }

  /// @param fresh before each run
  private record Job(BenchProject project, String url, boolean fresh, List<String> arguments) {}

  public static void main(String[] arguments) throws Exception {
    var work = Path.of(arguments[0]);
    try (var server = BenchServer.start(work)) {
      var bench = new ScaleBench(server, work, Integer.parseInt(arguments[1]));
      bench.start();
      System.out.printf("%-44s %9s %9s %7s %7s%n", "job", "once, ms", "twice, ms", "times", "asked");
      bench.databases(500);
      bench.history(50_000);
      bench.apply("3,000 statements run alone", bench.repeated(1_500, ALONE, "COMMENT ON TABLE t IS 'no. %d';\n"));
      bench.apply("4,000 statements beside ADD VALUE", bench.repeated(2_000, VALUE, "COMMENT ON TYPE mood IS 'no. %d';\n"));
      bench.apply("20,000 IF NOT EXISTS in one file", bench.repeated(5_000, "", "CREATE TABLE IF NOT EXISTS t%1$d (id int); ALTER TABLE t%1$d ADD COLUMN IF NOT EXISTS a int;\n"));
      bench.apply("22 MB in one file", bench.repeated(110_000, "", "INSERT INTO t (id) VALUES (%d) /* " + "x".repeat(60) + " */;\n"));
      bench.checks("4,000 indexes on one table", bench.repeated(2_000, "", "CREATE INDEX i%1$d ON t (id) WHERE id > %1$d;\n"));
      bench.secrets(1_000_000);
      System.exit(bench.isWorse ? 1 : 0);
    }
  }

  private static final String ALONE = "-- deed: transaction none\n";
  private static final String VALUE = "CREATE TYPE mood AS ENUM ('sad');\nALTER TYPE mood ADD VALUE 'ok';\n";

  private void start() throws IOException, InterruptedException {
    var project = BenchProject.in(work.resolve("start"));
    for (var i = 0; i < rounds + 2; i++) {
      starts.add(took(project, "", List.of("--version")));
    }
  }

  /// All at ten real ones.
  private void databases(int count) throws IOException, InterruptedException, SQLException {
    for (var i = 0; i < 10; i++) {
      server.fresh("deed_bench_scale_" + i);
    }
    var one = many(count);
    var two = many(2 * count);
    for (var command : List.of("status", "doctor", "grants --check")) {
      var arguments = new ArrayList<>(List.of(command.split(" ")));
      arguments.addAll(List.of("--env", "bench"));
      compare(command + " of " + 2 * count + " databases", new Job(one, "", false, arguments), new Job(two, "", false, arguments));
    }
  }

  private BenchProject many(int count) throws IOException {
    var project = BenchProject.in(work.resolve("many" + count));
    var databases = new StringBuilder();
    var owns = new StringBuilder();
    var urls = new StringBuilder();
    for (var i = 0; i < count; i++) {
      databases.append("  d%d: {postgres: 14}\n".formatted(i));
      owns.append("      d%d: [\"*\"]\n".formatted(i));
      urls.append("      d%d: %s\n".formatted(i, server.url("deed_bench_scale_" + i % 10)));
      var folder = Files.createDirectories(project.folder().resolve("migrations/d" + i + "/web"));
      Files.writeString(folder.resolve("00001_t.sql"), "-- UP Migration\nCREATE TABLE t (id int);\n-- DOWN Migration\n-- DROP TABLE t;\n");
    }
    Files.writeString(
        project.folder().resolve("schema-ownership.yaml"),
        "version: 1\ndatabases:\n%sservices:\n  web:\n    role: postgres\n    owns:\n%senvironments:\n  bench:\n    disposable: true\n    urls:\n%s"
            .formatted(databases, owns, urls));
    return project;
  }

  private void history(int rows) throws IOException, InterruptedException, SQLException {
    var project = BenchProject.in(work.resolve("history"));
    project.migration(1, "t", "CREATE TABLE t (id int);\n", "DROP TABLE t;\n");
    var urls = new TreeMap<Integer, String>();
    for (var count : List.of(rows, 2 * rows)) {
      var url = server.fresh("deed_bench_scale_" + count);
      project.run(url, "apply", "--env", "bench");
      try (var connection = server.connect("deed_bench_scale_" + count)) {
        BenchServer.execute(
            connection,
            """
            INSERT INTO deed.event (run, version, service, event, checksum, took)
            SELECT run, version, service, event, checksum, took FROM deed.event, generate_series(2, %1$d);
            INSERT INTO deed.migration (version, service, slug, file, state, checksum, up, down, position, run)
            SELECT 10000 + n, service, slug, file, state, checksum, up, down, n, run FROM deed.migration, generate_series(2, %1$d) n
            """
                .formatted(count));
      }
      urls.put(count, url);
    }
    var arguments = List.of("history", "--env", "bench");
    compare(
        "history of " + 2 * rows + " rows",
        new Job(project, urls.get(rows), false, arguments),
        new Job(project, urls.get(2 * rows), false, arguments));
  }

  /// A file of so many lines, and one of twice as many.
  private IntFunction<BenchProject> repeated(int times, String head, String line) {
    return factor -> {
      try {
        var project = BenchProject.in(work.resolve("file" + Math.abs((head + line).hashCode()) + "-" + factor));
        var text = new StringBuilder(head.isEmpty() ? "" : head);
        text.append("CREATE TABLE t (id int);\n");
        for (var i = 0; i < times * factor; i++) {
          text.append(line.formatted(i));
        }
        project.migration(1, "long", text.toString(), "DROP TABLE t;\n");
        return project;
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private void apply(String name, IntFunction<BenchProject> projects) throws IOException, InterruptedException, SQLException {
    var url = server.url("deed_bench_scale");
    var arguments = List.of("apply", "--env", "bench");
    compare(name, new Job(projects.apply(1), url, true, arguments), new Job(projects.apply(2), url, true, arguments));
  }

  private void checks(String name, IntFunction<BenchProject> projects) throws IOException, InterruptedException, SQLException {
    compare(
        name,
        new Job(projects.apply(1), "", false, List.of("check")),
        new Job(projects.apply(2), "", false, List.of("check")));
  }

  private void compare(String name, Job once, Job twice) throws IOException, InterruptedException, SQLException {
    var times = Map.of(once, new ArrayList<Long>(), twice, new ArrayList<Long>());
    for (var i = 0; i < rounds; i++) {
      for (var job : List.of(once, twice)) {
        job.project().forget();
        if (job.fresh()) {
          server.fresh("deed_bench_scale");
        }
        times.get(job).add(took(job.project(), job.url(), job.arguments()));
      }
    }
    var start = Collections.min(starts);
    print(name, Collections.min(times.get(once)) - start, Collections.min(times.get(twice)) - start);
  }

  /// In this process, warm: only the text grows.
  private void secrets(int characters) {
    var line = "INSERT INTO links VALUES ('https://example.org/path', 'user:none');\n";
    var once = line.repeat(characters / line.length());
    for (var i = 0; i < 3; i++) {
      Secrets.masked(once);
    }
    print("Secrets.masked of 2 MB", masked(once), masked(once + once));
  }

  private static long masked(String text) {
    var best = Long.MAX_VALUE;
    for (var i = 0; i < 5; i++) {
      var start = System.nanoTime();
      Secrets.masked(text);
      best = Math.min(best, System.nanoTime() - start);
    }
    return best / 1_000;
  }

  private void print(String name, long once, long twice) {
    var ratio = (double) twice / Math.max(1, once);
    isWorse |= ratio > MOST;
    System.out.printf("%-44s %9d %9d %7.2f %7.1f%s%n", name, once, twice, ratio, MOST, name.startsWith("Secrets") ? " (microseconds)" : "");
    System.out.flush();
  }

  /// A verdict of no is an answer, too.
  private static long took(BenchProject project, String url, List<String> arguments) throws IOException, InterruptedException {
    var start = System.nanoTime();
    var exit = project.start(url, arguments.toArray(String[]::new)).waitFor();
    if (exit > 1) {
      throw new IllegalStateException("deed " + String.join(" ", arguments) + " ended with " + exit + ": see " + project.said());
    }
    return (System.nanoTime() - start) / 1_000_000;
  }
}
