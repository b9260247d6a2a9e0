import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/// Two databases that differ in 1 % of their objects, in 20 ways: whether `deed drift` finds all of it and nothing else,
/// and how long it takes, as a multiple of two bare `pg_dump`s that run at once.
final class LiveDriftBench {

  /// What is done to table number `i` in the second database, and what a report says of it.
  private record Change(IntFunction<String> sql, IntFunction<List<String>> said) {}

  private static final List<Change> CHANGES =
      List.of(
          change("ALTER TABLE t%1$d ADD COLUMN added integer", "added column public.t%1$d.added"),
          change("ALTER TABLE t%1$d DROP COLUMN note", "missing column public.t%1$d.note"),
          change("ALTER TABLE t%1$d ALTER size TYPE bigint", "changed column public.t%1$d.size"),
          change("ALTER TABLE t%1$d ALTER state SET DEFAULT 'old'", "changed column public.t%1$d.state"),
          change("ALTER TABLE t%1$d ALTER note SET NOT NULL", "changed column public.t%1$d.note"),
          change("DROP INDEX t%1$d_name", "missing index public.t%1$d_name"),
          change("CREATE INDEX t%1$d_new ON t%1$d (amount)", "added index public.t%1$d_new"),
          change("ALTER TABLE t%1$d DROP CONSTRAINT t%1$d_amount", "missing constraint t%1$d_amount on public.t%1$d"),
          change(
              "ALTER TABLE t%1$d DROP CONSTRAINT t%1$d_amount, ADD CONSTRAINT t%1$d_amount CHECK (amount > 7)",
              "changed constraint t%1$d_amount on public.t%1$d"),
          change("COMMENT ON TABLE t%1$d IS 'another'", "changed table public.t%1$d"),
          change("ALTER TABLE t%1$d DROP CONSTRAINT t%1$d_parent", "missing constraint t%1$d_parent on public.t%1$d"),
          change(
              "ALTER TABLE t%1$d DROP CONSTRAINT t%1$d_parent, ADD CONSTRAINT t%1$d_parent FOREIGN KEY (parent)"
                  + " REFERENCES t0 ON DELETE CASCADE",
              "changed constraint t%1$d_parent on public.t%1$d"),
          change("GRANT SELECT ON t%1$d TO PUBLIC", "changed table public.t%1$d"),
          change("ALTER TABLE t%1$d RENAME COLUMN note TO remark", "renamed column public.t%1$d.remark"),
          change("CREATE TABLE new%1$d (LIKE t%1$d INCLUDING ALL)", "added table public.new%1$d"),
          change("DROP TABLE t%1$d CASCADE; DROP VIEW IF EXISTS v%1$d", "missing table public.t%1$d", "missing view public.v%1$d"),
          change(
              "CREATE OR REPLACE VIEW v%1$d AS SELECT id, name FROM t%1$d WHERE amount > 1000",
              "changed view public.v%1$d"),
          change(
              "CREATE OR REPLACE FUNCTION f%1$d(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1 + 1'",
              "changed function public.f%1$d(integer)"),
          change("ALTER TYPE e%1$d ADD VALUE 'c'", "changed type public.e%1$d"),
          change("ALTER TABLE t%1$d ENABLE ROW LEVEL SECURITY", "changed table public.t%1$d"));

  private LiveDriftBench() {}

  private static Change change(String sql, String... said) {
    return new Change(i -> sql.formatted(i), i -> List.of(said).stream().map(s -> s.formatted(i)).toList());
  }

  public static void main(String[] arguments) throws Exception {
    var work = Path.of(arguments[0]);
    var pgDump = arguments[1];
    try (var server = BenchServer.start(work)) {
      for (var i = 2; i < arguments.length; i++) {
        measure(server, work, pgDump, Integer.parseInt(arguments[i]));
      }
    }
  }

  private static void measure(BenchServer server, Path work, String pgDump, int tables) throws Exception {
    var expected = build(server, tables);
    var urls = List.of(server.url("deed_bench_from"), server.url("deed_bench_to"));
    var project = Files.createDirectories(work.resolve("project" + tables));
    Files.createDirectories(project.resolve("migrations/main"));
    Files.writeString(
        project.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases: {main: {postgres: 14}}
        services: {app: {owns: {main: ["*"]}}}
        environments:
          a: {urls: {main: "%s"}}
          b: {urls: {main: "%s"}}
        """
            .formatted(urls.get(0), urls.get(1)));
    var start = seconds(() -> run(project, deed("--version"), null));
    var dumps = seconds(() -> dumpBoth(project, pgDump, urls));
    var report = project.resolve("report.json").toFile();
    for (var how : List.of("--pg-dump=" + pgDump, "--catalog")) {
      var took =
          seconds(() -> run(project, deed("drift", "--from", "a", "--to", "b", "--format", "json", how), report));
      var found = found(report.toPath());
      var missed = new TreeSet<>(expected);
      missed.removeAll(found);
      var wrong = new TreeSet<>(found);
      wrong.removeAll(expected);
      System.out.printf(
          "%6d tables, %-9s %.2f s beyond the start of %.2f s, two pg_dumps %.2f s: %.2f times; %d differences%s%s%n",
          tables,
          how.startsWith("--pg-dump") ? "pg_dump" : "catalogs",
          took - start,
          start,
          dumps,
          (took - start) / dumps,
          found.size(),
          missed.isEmpty() ? "" : ", MISSED " + missed,
          wrong.isEmpty() ? "" : ", WRONG " + wrong);
    }
  }

  /// What the two databases differ in.
  private static TreeSet<String> build(BenchServer server, int tables) throws SQLException {
    var expected = new TreeSet<String>();
    server.fresh("deed_bench_from");
    try (var connection = server.connect("deed_bench_from")) {
      BenchServer.execute(connection, "CREATE TABLE t0 (id bigint PRIMARY KEY)");
      for (var i = 1; i <= tables; i++) {
        BenchServer.execute(connection, table(i));
      }
    }
    server.fresh("deed_bench_to", "deed_bench_from");
    // A table, its parts and what goes with it are about ten objects.
    var changes = Math.min(tables, Math.max(CHANGES.size(), tables / 10));
    try (var connection = server.connect("deed_bench_to")) {
      for (var k = 0; k < changes; k++) {
        var change = CHANGES.get(k % CHANGES.size());
        var i = 1 + k * (tables / changes);
        BenchServer.execute(connection, change.sql().apply(i));
        expected.addAll(change.said().apply(i));
      }
    }
    return expected;
  }

  private static String table(int i) {
    return """
        CREATE TYPE e%1$d AS ENUM ('a', 'b');
        CREATE TABLE t%1$d (
          id bigserial PRIMARY KEY,
          parent bigint CONSTRAINT t%1$d_parent REFERENCES t0,
          name text NOT NULL,
          state text DEFAULT 'new' NOT NULL,
          kind e%1$d,
          amount numeric(10,2) CONSTRAINT t%1$d_amount CHECK (amount > %1$d),
          note text,
          size integer,
          created_at timestamptz DEFAULT now() NOT NULL);
        CREATE INDEX t%1$d_name ON t%1$d (lower(name));
        CREATE INDEX t%1$d_state ON t%1$d (state, created_at) WHERE state <> 'old';
        COMMENT ON TABLE t%1$d IS 'table number %1$d';
        CREATE VIEW v%1$d AS SELECT id, name FROM t%1$d WHERE amount > 10;
        CREATE FUNCTION f%1$d(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1';
        """
        .formatted(i);
  }

  private static TreeSet<String> found(Path report) throws Exception {
    var found = new TreeSet<String>();
    var entry =
        Pattern.compile(
            "\"difference\" : \"(\\w+)\",\\s+\"kind\" : \"([^\"]+)\",\\s+\"name\" : \"((?:[^\"\\\\]|\\\\.)*)\"");
    var text = entry.matcher(Files.readString(report));
    while (text.find()) {
      found.add("%s %s %s".formatted(text.group(1), text.group(2), text.group(3)));
    }
    return found;
  }

  private interface Work {
    void run() throws Exception;
  }

  /// The best of three.
  private static double seconds(Work work) throws Exception {
    var best = Double.MAX_VALUE;
    for (var round = 0; round < 3; round++) {
      var start = System.nanoTime();
      work.run();
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    return best;
  }

  private static void dumpBoth(Path folder, String pgDump, List<String> urls) throws Exception {
    var running = new ArrayList<Process>();
    for (var url : urls) {
      running.add(
          new ProcessBuilder(pgDump, "--schema-only", "--file=/dev/null", url)
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    }
    for (var process : running) {
      if (process.waitFor() != 0) {
        throw new IllegalStateException("pg_dump failed");
      }
    }
  }

  private static List<String> deed(String... arguments) {
    var command = new ArrayList<>(List.of(System.getenv("DEED")));
    command.addAll(List.of(arguments));
    return command;
  }

  private static void run(Path folder, List<String> command, File out) throws Exception {
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.redirectOutput(out == null ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.to(out));
    builder.environment().putAll(Map.of("NO_COLOR", "1"));
    builder.start().waitFor();
  }
}
