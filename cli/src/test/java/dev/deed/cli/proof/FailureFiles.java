package dev.deed.cli.proof;

import dev.deed.engine.postgres.TestDatabase;
import dev.deed.sql.golden.Cases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/// The folders of `will-fail`.
final class FailureFiles {

  private FailureFiles() {}

  interface Check {
    void of(Path file) throws IOException, SQLException;
  }

  static Stream<DynamicTest> each(String folder, Check check) throws IOException {
    var top = folder(folder);
    return Cases.chosen(top, files(folder)).stream()
        .map(file ->
            DynamicTest.dynamicTest(folder + "/" + top.relativize(file), () -> check.of(file)));
  }

  static List<Path> files(String folder) throws IOException {
    try (var files = Files.walk(folder(folder))) {
      return files.filter(f -> f.toString().endsWith(".sql")).sorted().toList();
    }
  }

  private static Path folder(String folder) {
    try {
      var found = FailureFiles.class.getResource("/will-fail/" + folder);
      return Path.of(Objects.requireNonNull(found, folder).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Runs the script in a database with nothing in it.
  static FailureCase.@Nullable Refused run(FailureCase script, TestDatabase database)
      throws SQLException {
    try (var connection = database.connect()) {
      try (var emptying = connection.createStatement()) {
        emptying.execute(resource("/lint/empty.sql"));
      }
      return script.run(connection);
    }
  }

  private static String resource(String name) {
    try (var text = FailureFiles.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
