import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// What `bench/back.sh` asks: generated migrations go up, down to nothing, and up again, and `pg_dump` tells no difference.
final class BackBench {

  private static final List<String> DATABASES = List.of("accounts", "shop");

  private static final String READER = "SELECT rolname FROM pg_roles WHERE rolname = 'reader'";

  public static void main(String[] arguments) throws Exception {
    var work = Path.of(arguments[0]);
    var folder = work.resolve("project");
    BenchMigrations.main(new String[] {folder.toString(), arguments[1]});
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """

        environments:
          bench:
            disposable: true
            urls:
              accounts: ${DEED_BENCH_URL}_accounts
              shop: ${DEED_BENCH_URL}_shop
        """,
        StandardOpenOption.APPEND);
    boolean isSame;
    try (var server = BenchServer.start(work)) {
      var project = new BenchProject(folder, Path.of(System.getenv("DEED")));
      for (var database : DATABASES) {
        server.fresh("deed_bench_" + database);
      }
      // Somebody whom the migrations give rights.
      try (var connection = server.connect("deed_bench_shop")) {
        if (BenchServer.column(connection, READER).isEmpty()) {
          server.role("reader");
        }
      }
      var empty = dumps(server);
      var url = server.url("deed_bench");
      project.run(url, "apply", "--env", "bench");
      var up = dumps(server);
      for (var database : DATABASES) {
        project.run(url, "rollback", "--env", "bench", "--database", database, "--to", "base");
      }
      var down = dumps(server);
      project.run(url, "apply", "--env", "bench");
      var again = dumps(server);
      System.out.println("nothing is left behind the down: " + (down.equals(empty) ? "yes" : "no"));
      System.out.println("the second up is as the first: " + (again.equals(up) ? "yes" : "no"));
      isSame = down.equals(empty) && again.equals(up) && !up.equals(empty);
    }
    System.exit(isSame ? 0 : 1);
  }

  private static List<String> dumps(BenchServer server) throws Exception {
    var dumps = new ArrayList<String>();
    for (var database : DATABASES) {
      dumps.add(BenchProject.schema(server.url("deed_bench_" + database)));
    }
    return dumps;
  }
}
