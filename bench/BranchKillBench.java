import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// What `bench/branch-kill.sh` measures: kills the commands that make and drop copies, or the server's processes that work
/// for them, at random instants, and looks what is left after the next `deed branch gc`.
final class BranchKillBench {

  private static final String ORIGINAL = "deed_bench_original";

  /// Names that a person may give, near to those of copies; a copy of a real database is the first.
  private static final List<String> OTHERS =
      List.of(
          "deed_bench_older",
          "deed_scratch_notes",
          "deed_scratch_20260101000000_0123abcd_mine",
          "deed_branch_notes",
          "deed_branch_of_peter",
          "deed_template_0123456789abcdef_mine");

  private static final String DATABASES = "SELECT datname FROM pg_database";

  /// Of deed, in any database but the bench's own.
  private static final String SESSIONS =
      "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND datname <> 'deed_bench_outside'";

  private enum Work {
    REHEARSE_TEMPLATE("rehearse", "--env", "bench", "--on", "template"),
    REHEARSE_DUMP("rehearse", "--env", "bench", "--on", "dump", "--scratch", "${}"),
    REHEARSE_EMBEDDED("rehearse"),
    CREATE("branch", "create", "new", "--env", "bench", "--on", "template"),
    CREATE_DUMP("branch", "create", "new", "--env", "bench", "--on", "dump", "--scratch", "${}"),
    RESET("branch", "reset", "kept", "--env", "bench", "--on", "template"),
    DELETE("branch", "delete", "new", "--env", "bench", "--on", "template");

    private final List<String> words;

    Work(String... words) {
      this.words = List.of(words);
    }

    /// @param url of the server on which copies are made
    String[] arguments(String url) {
      return words.stream().map(word -> word.equals("${}") ? url : word).toArray(String[]::new);
    }
  }

  private enum Victim {
    PROCESS,
    BACKEND
  }

  private final BenchServer server;
  private final BenchProject project;
  private final Connection outside;
  private final Random random = new Random(42);
  private final Map<Work, Long> longest = new EnumMap<>(Work.class);
  private final Set<String> before = new TreeSet<>();
  private int failures;
  private int left;

  private BranchKillBench(BenchServer server, BenchProject project, Connection outside) {
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
        var bench = new BranchKillBench(server, BenchProject.in(work.resolve("project")), outside);
        bench.prepare();
        for (var victim : Victim.values()) {
          bench.series(victim, Integer.parseInt(arguments[1]));
        }
        bench.run("branch", "delete", "kept", "--env", "bench", "--on", "template");
        failures = bench.failures;
      }
    }
    System.out.println("failures: " + failures);
    System.exit(failures == 0 ? 0 : 1);
  }

  private void prepare() throws IOException, InterruptedException, SQLException {
    for (var i = 1; i <= 12; i++) {
      var up = "CREATE TABLE t%1$d (id int PRIMARY KEY); INSERT INTO t%1$d SELECT generate_series(1, 500);\n".formatted(i);
      project.migration(i, "table", up, "DROP TABLE t%d;\n".formatted(i));
    }
    server.fresh(ORIGINAL);
    run("apply", "--env", "bench", "--to", BenchProject.version(4));
    for (var other : OTHERS) {
      server.fresh(other, ORIGINAL);
    }
    BenchServer.execute(outside, "COMMENT ON DATABASE deed_branch_of_peter IS 'deed branch of Peter, until 2020-01-01'");
    run("branch", "create", "kept", "--env", "bench", "--on", "template");
    before.addAll(BenchServer.column(outside, DATABASES));
    for (var work : Work.values()) {
      var start = System.nanoTime();
      run(work.arguments(url()));
      longest.put(work, System.nanoTime() - start);
      if (work.name().startsWith("CREATE")) {
        run(Work.DELETE.arguments(url()));
      }
    }
    System.out.println(
        "undisturbed: "
            + longest.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue() / 1_000_000 + " ms")
                .collect(Collectors.joining(", ")));
  }

  /// With a folder for temporary files that no other program uses.
  private Process start(String... arguments) throws IOException {
    var temporary = Files.createDirectories(temporary());
    var command = new ArrayList<>(List.of("env", "JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=" + temporary));
    command.add(project.deed().toString());
    command.addAll(List.of(arguments));
    return project.start(url(), command);
  }

  private void run(String... arguments) throws IOException, InterruptedException {
    var exit = start(arguments).waitFor();
    if (exit != 0) {
      throw new IllegalStateException(
          "deed " + String.join(" ", arguments) + " ended with " + exit + ":\n" + Files.readString(project.said()));
    }
  }

  private Path temporary() {
    return project.folder().resolve("tmp");
  }

  private String url() {
    return server.url(ORIGINAL);
  }

  private void series(Victim victim, int rounds) throws IOException, InterruptedException, SQLException {
    left = 0;
    var earlier = failures;
    for (var round = 1; round <= rounds; round++) {
      var work = Work.values()[round % Work.values().length];
      if (victim == Victim.BACKEND && work == Work.REHEARSE_EMBEDDED) {
        continue; // it has a server of its own
      }
      var delay = (long) (random.nextDouble() * longest.get(work));
      var wrong = round(victim, work, delay);
      if (!wrong.isEmpty()) {
        failures++;
        System.out.printf(
            "%s, round %d, %s after %d ms: %s%n", victim, round, work, delay / 1_000_000, String.join("; ", wrong));
      }
    }
    System.out.printf(
        "%-8s killed %d times, with a copy left in %d of them: %d failures%n", victim, rounds, left, failures - earlier);
  }

  private List<String> round(Victim victim, Work work, long delay) throws IOException, InterruptedException, SQLException {
    if (work == Work.DELETE) {
      run(Work.CREATE.arguments(url()));
    }
    var process = start(work.arguments(url()));
    TimeUnit.NANOSECONDS.sleep(delay);
    switch (victim) {
      case PROCESS -> process.destroyForcibly();
      case BACKEND -> BenchServer.column(outside, SESSIONS.replace("SELECT pid", "SELECT pg_terminate_backend(pid)"));
    }
    process.waitFor();
    awaitNoSession();
    var wrong = new ArrayList<String>();
    left += copies().isEmpty() && folders().isEmpty() ? 0 : 1;
    run("branch", "gc", "--env", "bench", "--on", "template");
    look(work, wrong);
    return wrong;
  }

  private void look(Work work, List<String> wrong) throws IOException, InterruptedException, SQLException {
    var now = new TreeSet<>(BenchServer.column(outside, DATABASES));
    var isWhole = now.remove("deed_branch_new_app");
    if (isWhole && work != Work.CREATE && work != Work.CREATE_DUMP && work != Work.DELETE) {
      wrong.add("there is a branch that was not asked for");
    }
    if (isWhole) {
      run(Work.DELETE.arguments(url()));
    }
    if (work == Work.RESET && !now.contains("deed_branch_kept_app")) {
      // Between its end and its new beginning; the next reset or create makes it again.
      run("branch", "create", "kept", "--env", "bench", "--on", "template");
      now.add("deed_branch_kept_app");
    }
    if (!now.equals(before)) {
      wrong.add("the databases are " + now + " and not " + before);
    }
    var rest = folders();
    if (!rest.isEmpty()) {
      wrong.add("there is still " + rest);
    }
  }

  /// Copies that no program has any longer.
  private List<String> copies() throws SQLException {
    return BenchServer.column(outside, "SELECT datname FROM pg_database WHERE datname ~ '^deed_scratch_[0-9]{14}_[0-9a-f]{8}$'");
  }

  /// Of deed's own servers, in the folder that only this bench's programs use.
  private List<Path> folders() throws IOException {
    try (var found = Files.list(temporary())) {
      return found.filter(path -> path.getFileName().toString().startsWith("deed-scratch-")).toList();
    }
  }

  private void awaitNoSession() throws SQLException, InterruptedException {
    while (!BenchServer.column(outside, SESSIONS).isEmpty()) {
      Thread.sleep(20);
    }
  }
}
