import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What `bench/apply.sh` measures: small migrations applied by deed, and the same files by `psql` in one session with a
/// transaction each; then `deed apply` with nothing to do. Where dbmate is on the PATH, by dbmate, too. All in turns, so that
/// a busy machine is busy for all of them.
final class ApplyBench {

  private static final List<Integer> SIZES = List.of(100, 1000);

  private final BenchServer server;
  private final Path work;
  private final boolean hasDbmate = isOnPath("dbmate");
  private final Map<String, List<Double>> times = new HashMap<>();

  private ApplyBench(BenchServer server, Path work) {
    this.server = server;
    this.work = work;
  }

  public static void main(String[] arguments) throws Exception {
    var work = Path.of(arguments[0]);
    try (var server = BenchServer.start(work)) {
      var bench = new ApplyBench(server, work);
      for (var round = 0; round < Integer.parseInt(arguments[1]); round++) {
        for (var size : SIZES) {
          bench.round(size);
        }
      }
      System.out.println("fsync of the server: " + server.fsync());
      bench.print();
    }
  }

  private void round(int size) throws IOException, InterruptedException, SQLException {
    var project = BenchProject.in(work.resolve("" + size));
    var byDbmate = Files.createDirectories(project.folder().resolve("dbmate"));
    var script = new StringBuilder();
    for (var i = 1; i <= size; i++) {
      var up = "CREATE TABLE item_%d (id bigint PRIMARY KEY, name text NOT NULL);\n".formatted(i);
      project.migration(i, "item_" + i, up, "DROP TABLE item_%d;\n".formatted(i));
      Files.writeString(byDbmate.resolve("%05d_item.sql".formatted(i)), "-- migrate:up\n" + up + "-- migrate:down\n");
      script.append("BEGIN;\n\\i ").append(project.file(i, "item_" + i)).append("\nCOMMIT;\n");
    }
    var file = Files.writeString(project.folder().resolve("all.sql"), script);
    measure("java", project, "", List.of(System.getProperty("java.home") + "/bin/java", "-version"));
    measure("start", project, "", List.of(project.deed().toString(), "--version"));
    var byPsql = server.fresh("deed_bench_psql");
    measure("psql " + size, project, byPsql, List.of("psql", "-qX", "-v", "ON_ERROR_STOP=1", "-f", file.toString(), byPsql));
    var byDeed = server.fresh("deed_bench_apply");
    var apply = List.of(project.deed().toString(), "apply", "--env", "bench");
    measure("deed " + size, project, byDeed, apply);
    project.forget();
    measure("read " + size, project, byDeed, apply);
    measure("again " + size, project, byDeed, apply);
    if (hasDbmate) {
      var url = server.fresh("deed_bench_dbmate");
      measure("dbmate " + size, project, url, dbmate(project, url));
      measure("dbmate again " + size, project, url, dbmate(project, url));
    }
  }

  private static List<String> dbmate(BenchProject project, String url) {
    var folder = project.folder().resolve("dbmate").toString();
    return List.of("dbmate", "--url", url + "?sslmode=disable", "--no-dump-schema", "--migrations-dir", folder, "migrate");
  }

  private static boolean isOnPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private void measure(String name, BenchProject project, String url, List<String> command)
      throws IOException, InterruptedException {
    var start = System.nanoTime();
    var exit = project.start(url, command).waitFor();
    if (exit != 0) {
      throw new IllegalStateException(command + " ended with " + exit + ": see " + project.folder());
    }
    times.computeIfAbsent(name, _ -> new ArrayList<>()).add((System.nanoTime() - start) / 1e6);
  }

  private void print() {
    System.out.printf("%-58s %9s %9s%n", "figure", "seen", "asked");
    for (var name : times.keySet().stream().sorted().toList()) {
      System.out.printf("%-58s %9.0f%n", name + ", ms", median(name));
    }
    for (var size : SIZES) {
      var ratio = (median("deed " + size) - median("start")) / median("psql " + size);
      System.out.printf("%-58s %9.2f %9s%n", size + " migrations, beyond deed's start, times psql", ratio, "0.7");
      if (hasDbmate) {
        var other = median("dbmate " + size) / median("psql " + size);
        System.out.printf("%-58s %9.2f%n", size + " migrations, dbmate, times psql", other);
      }
    }
    printNothingToDo("all files read", median("read " + SIZES.getLast()));
    printNothingToDo("unchanged ones not", median("again " + SIZES.getLast()));
  }

  private void printNothingToDo(String how, double seen) {
    var name = "nothing to do, " + how + ", beyond ";
    System.out.printf("%-58s %9.0f %9s%n", name + "deed's start, ms", seen - median("start"), "200");
    System.out.printf("%-58s %9.0f%n", name + "java -version, ms", seen - median("java"));
  }

  private double median(String name) {
    var sorted = times.get(name).stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
