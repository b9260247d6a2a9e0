import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.ReplayWatcher;
import dev.deed.sql.replay.SchemaReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What `bench/locks.sh` asks: the locks that reading a statement foresees, and those that a server is seen to hold after
/// it, on every relation that existed before.
final class LocksBench {

  private static final String DATABASE = "deed_bench_locks";

  /// From another session, which sees only what is committed: what the statement has created does not count.
  private static final String HELD =
      """
      SELECT n.nspname || '.' || c.relname, l.mode
      FROM pg_locks l JOIN pg_class c ON c.oid = l.relation JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE l.locktype = 'relation' AND l.granted AND l.pid = %d
        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
      """;

  private static final String RELATIONS =
      """
      SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
      """;

  private static final Pattern DOWN = Pattern.compile("(?im)^\\s*--\\s*(DOWN|\\+goose Down|migrate:down|!Ups)\\b");
  private static final Pattern BLOCK = Pattern.compile("(?s)```sql (?:bad|good)[^\\n]*\\n(.*?)```");
  private static final Pattern ENDING =
      Pattern.compile("(?i)\\s*(begin|start|commit|end|rollback|abort|savepoint|release|prepare|lock|listen|set\\s+transaction)\\b.*");

  private final BenchServer server;
  private final int postgres;
  private int measured;
  private int unknown;
  private int equal;
  private final Map<String, List<String>> differing = new TreeMap<>();

  private LocksBench(BenchServer server, int postgres) {
    this.server = server;
    this.postgres = postgres;
  }

  /// Texts that are run one after the other on an empty database.
  private record Unit(String name, List<String> texts) {}

  public static void main(String[] arguments) throws Exception {
    var work = Path.of(arguments[0]);
    var units = new ArrayList<Unit>();
    for (var i = 1; i < arguments.length; i++) {
      collect(Path.of(arguments[i]), units);
    }
    boolean isGood;
    try (var server = BenchServer.start(work)) {
      int postgres;
      try (var connection = server.connect("postgres")) {
        postgres = connection.getMetaData().getDatabaseMajorVersion();
      }
      var bench = new LocksBench(server, postgres);
      for (var unit : units) {
        bench.measure(unit);
      }
      isGood = bench.told(units.size());
    }
    System.exit(isGood ? 0 : 1);
  }

  /// A folder of migrations is one history; other files, and the examples of rules, are each on their own.
  private static void collect(Path root, List<Unit> units) throws IOException {
    var histories = new TreeMap<String, List<Path>>();
    var files = new ArrayList<Path>();
    try (var walk = Files.walk(root)) {
      walk.filter(Files::isRegularFile).filter(file -> !file.toString().contains("/target/")).sorted().forEach(files::add);
    }
    for (var file : files) {
      var name = file.toString();
      if (name.endsWith(".md")) {
        var block = BLOCK.matcher(Files.readString(file));
        while (block.find()) {
          units.add(new Unit(name, List.of(block.group(1))));
        }
      } else if (name.endsWith(".sql") && name.matches(".*\\b(down|undo|revert)\\b.*")) {
        continue;
      } else if (name.endsWith(".sql") && (name.contains("migrations/") || Character.isDigit(file.getFileName().toString().charAt(0)))) {
        histories.computeIfAbsent(String.valueOf(file.getParent()), _ -> new ArrayList<>()).add(file);
      } else if (name.endsWith(".sql")) {
        units.add(new Unit(name, List.of(up(file))));
      }
    }
    for (var history : histories.entrySet()) {
      var texts = new ArrayList<String>();
      for (var file : history.getValue()) {
        texts.add(up(file));
      }
      units.add(new Unit(history.getKey(), texts));
    }
  }

  private static String up(Path file) throws IOException {
    var text = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8);
    var down = DOWN.matcher(text);
    return down.find() ? text.substring(0, down.start()) : text;
  }

  private void measure(Unit unit) throws Exception {
    server.fresh(DATABASE);
    var reader = new SchemaReader(List.of("public"), postgres);
    try (var watch = server.connect(DATABASE)) {
      for (var text : unit.texts()) {
        try (var session = server.connect(DATABASE)) {
          measure(unit.name(), text, session, watch, reader);
        }
      }
    }
  }

  private record Seen(Map<String, LockMode> locks, TreeSet<String> relations) {}

  /// Statements that the server refuses, or that need a session without a transaction, are not measured; the former are not
  /// read, either.
  private void measure(String name, String text, Connection session, Connection watch, SchemaReader reader)
      throws SQLException {
    var script = ScriptReader.read(new SourceFile(name), text);
    var done = new StringBuilder();
    var seen = new ArrayList<Seen>();
    for (var statement : script.statements()) {
      var sql = script.textOf(statement);
      if (ENDING.matcher(sql).matches()) {
        continue;
      }
      try {
        seen.add(run(sql, session, watch));
        done.append(sql).append(";\n");
      } catch (SQLException refused) {
        if (session.isClosed()) {
          return;
        }
      }
    }
    var resolved = reader.read(ScriptReader.read(new SourceFile(name), done.toString()), true, ReplayWatcher.NONE);
    if (resolved.size() != seen.size()) {
      return;
    }
    for (var i = 0; i < seen.size(); i++) {
      var found = seen.get(i);
      if (found == null) {
        continue;
      }
      if (!resolved.get(i).opaque().isEmpty()) {
        unknown++;
        continue;
      }
      var foreseen = new HashMap<String, LockMode>();
      for (var touch : resolved.get(i).touches()) {
        add(foreseen, touch, found.relations());
      }
      measured++;
      if (foreseen.equals(found.locks())) {
        equal++;
      } else {
        var at = resolved.get(i).statement().span();
        differing
            .computeIfAbsent(name, _ -> new ArrayList<>())
            .add(
                "%s%n    foreseen %s%n    seen     %s"
                    .formatted(
                        done.substring(at.start(), Math.min(at.end(), done.length())).replaceAll("\\s+", " "),
                        new TreeMap<>(foreseen),
                        new TreeMap<>(found.locks())));
      }
    }
  }

  private static void add(Map<String, LockMode> foreseen, ObjectAccess touch, TreeSet<String> relations) {
    var name = touch.object().name().dotted();
    if (touch.lock() != null && relations.contains(name)
        && (touch.object().kind().isRelation() || touch.object().kind().isPartOfRelation())) {
      foreseen.merge(name, touch.lock(), LockMode::strongest);
    }
  }

  /// @return null where it was run and no transaction was open afterwards
  private Seen run(String sql, Connection session, Connection watch) throws SQLException {
    var relations = new TreeSet<>(BenchServer.column(watch, RELATIONS));
    session.setAutoCommit(false);
    try (var statement = session.createStatement()) {
      statement.setQueryTimeout(20);
      statement.execute(sql);
      var locks = new HashMap<String, LockMode>();
      var pid = session.unwrap(org.postgresql.PGConnection.class).getBackendPID();
      try (var look = watch.createStatement();
          var rows = look.executeQuery(HELD.formatted(pid))) {
        while (rows.next()) {
          locks.merge(rows.getString(1), LockMode.ofServer(rows.getString(2)), LockMode::strongest);
        }
      }
      session.commit();
      return new Seen(locks, relations);
    } catch (SQLException e) {
      session.rollback();
      if (!"25001".equals(e.getSQLState())) {
        throw e;
      }
      session.setAutoCommit(true);
      BenchServer.execute(session, sql);
      return null;
    }
  }

  private boolean told(int units) {
    differing.forEach(
        (name, all) -> {
          System.out.println(name);
          all.forEach(one -> System.out.println("  " + one));
        });
    var part = measured == 0 ? 0 : 100.0 * equal / measured;
    System.out.printf(
        "%d statements of %d histories and files on PostgreSQL %d: %d have the locks that were foreseen, %.2f %% (99.50)%n"
            + "%d more run code that cannot be read, and deed says so%n",
        measured, units, postgres, equal, part, unknown);
    return part >= 99.5;
  }
}
