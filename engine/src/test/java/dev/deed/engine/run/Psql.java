package dev.deed.engine.run;

import dev.deed.engine.postgres.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// PostgreSQL's own programs, as somebody without deed has them.
record Psql(TestDatabase database, Path folder) {

  /// @param output both streams, as a person sees them
  record Answer(int exit, String output) {}

  static boolean isInstalled() {
    return List.of("psql", "pg_dump").stream().allMatch(Psql::answers);
  }

  /// Of the server that the tests run on: an older `pg_dump` refuses it.
  boolean canDump() {
    return command("pg_dump", "--schema-only").exit() == 0;
  }

  Answer run(String script) {
    try {
      var file = Files.writeString(folder.resolve("script.sql"), script, StandardCharsets.UTF_8);
      return command("psql", "-X", "-f", file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Everything but what the history tells of times and people, and the names of objects by oid,
  /// which only a run of deed notes.
  String dump() {
    return dump("--exclude-table-data=deed.*", "--exclude-table=deed.snapshot");
  }

  /// What migrations have made, without deed's own.
  String schema() {
    return dump("--schema-only", "--exclude-schema=deed");
  }

  private String dump(String... options) {
    var dump = command("pg_dump", options);
    if (dump.exit() != 0) {
      throw new AssertionError(dump.output());
    }
    return dump.output()
        .lines()
        .filter(line -> !line.startsWith("\\restrict") && !line.startsWith("\\unrestrict"))
        .collect(Collectors.joining("\n"));
  }

  List<String> history() {
    return database.query(
        """
        SELECT version, service, slug, file, state, checksum, up, down, irreversible, requires,
               statements, finished, begun, position, out_of_order, error, took >= '0'
        FROM deed.migration ORDER BY version
        """);
  }

  List<String> events() {
    return database.query(
        "SELECT version, service, event, checksum, detail FROM deed.event ORDER BY id");
  }

  private Answer command(String program, String... arguments) {
    var command = new ArrayList<String>(List.of(program));
    command.addAll(List.of(arguments));
    command.add("--dbname=" + database.url());
    return start(command);
  }

  private static boolean answers(String program) {
    try {
      return start(List.of(program, "--version")).exit() == 0;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private static Answer start(List<String> command) {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Answer(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
