import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A project of one service and one database for the benches that apply, and the program that is measured.
record BenchProject(Path folder, Path deed) {

  static BenchProject in(Path folder) throws IOException {
    var project = new BenchProject(folder, Path.of(System.getenv("DEED")));
    Files.createDirectories(project.migrations());
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases:
          app: {postgres: 14}
        services:
          web:
            contact: "#web"
            owns:
              app: ["*"]
        environments:
          bench:
            disposable: true
            urls:
              app: ${DEED_BENCH_URL}
        """);
    return project;
  }

  private Path migrations() {
    return folder.resolve("migrations/app/web");
  }

  /// Versions are five digits, so that they sort as text, too.
  static String version(int number) {
    return "%05d".formatted(number);
  }

  /// The down is written as comments, so that plain `psql -f` runs only the up.
  void migration(int number, String slug, String up, String down) throws IOException {
    var text = "-- UP Migration\n" + up + "\n-- DOWN Migration\n" + down.strip().replaceAll("(?m)^", "-- ") + "\n";
    Files.writeString(file(number, slug), text);
  }

  Path file(int number, String slug) {
    return migrations().resolve(version(number) + "_" + slug + ".sql");
  }

  /// What goes to the screen is in `said.txt` of the project then.
  Process start(String url, String... arguments) throws IOException {
    var command = new ArrayList<String>(List.of(deed.toString()));
    command.addAll(List.of(arguments));
    return start(url, command);
  }

  Process start(String url, List<String> command) throws IOException {
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("DEED_BENCH_URL", url);
    builder.environment().put("XDG_CACHE_HOME", cache().toString());
    return builder.redirectErrorStream(true).redirectOutput(said().toFile()).start();
  }

  /// @return what it said
  String run(String url, String... arguments) throws IOException, InterruptedException {
    return run(0, url, arguments);
  }

  /// A report whose verdict may be no: status says so where something is pending.
  String report(String url, String... arguments) throws IOException, InterruptedException {
    return run(1, url, arguments);
  }

  private String run(int highest, String url, String... arguments) throws IOException, InterruptedException {
    var exit = start(url, arguments).waitFor();
    if (exit > highest) {
      throw new IllegalStateException(
          "deed " + String.join(" ", arguments) + " ended with " + exit + ":\n" + Files.readString(said()));
    }
    return Files.readString(said());
  }

  private Path cache() {
    return folder.resolve("cache");
  }

  /// So that the next run reads all files.
  void forget() throws IOException {
    if (Files.exists(cache())) {
      try (var found = Files.walk(cache())) {
        for (var path : found.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  Path said() {
    return folder.resolve("said.txt");
  }

  /// As `pg_dump` tells it, without deed's own and without what differs from dump to dump.
  static String schema(String url) throws IOException, InterruptedException {
    var schema = output("pg_dump", "--schema-only", "--exclude-schema=deed", url);
    return schema.replaceAll("(?m)^\\\\(un)?restrict .*$", "");
  }

  /// Of any other program.
  static String output(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectError(new File("/dev/null")).start();
    var text = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", command) + " failed");
    }
    return text;
  }
}
