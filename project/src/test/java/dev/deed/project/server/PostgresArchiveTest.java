package dev.deed.project.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deed.sql.UserException;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresArchiveTest {

  private static final PgBinaryResolver IN_THE_JAR =
      (system, architecture) -> new ByteArrayInputStream("of the jar".getBytes(UTF_8));
  private static final PgBinaryResolver NOT_IN_THE_JAR =
      (system, architecture) -> {
        throw new IllegalStateException("Missing postgres binaries");
      };

  @TempDir private Path folder;

  @Test
  void takes_the_file_next_to_the_program() throws Exception {
    Files.writeString(folder.resolve("postgres-linux-x86_64.txz"), "of the release");

    assertThat(read(IN_THE_JAR, folder)).isEqualTo("of the release");
  }

  @Test
  void takes_the_file_of_a_package() throws Exception {
    var lib = Files.createDirectories(folder.resolve("lib/deed"));
    Files.writeString(lib.resolve("postgres-linux-x86_64.txz"), "of the package");

    assertThat(read(NOT_IN_THE_JAR, folder.resolve("bin"), lib)).isEqualTo("of the package");
  }

  @Test
  void takes_what_is_in_the_jar() throws Exception {
    assertThat(read(IN_THE_JAR, folder)).isEqualTo("of the jar");
  }

  @Test
  void says_where_the_file_belongs() {
    assertThatThrownBy(() -> read(NOT_IN_THE_JAR, folder))
        .isInstanceOfSatisfying(
            UserException.class, missing -> assertThat(missing.advice()).contains(folder + ","))
        .hasMessageContaining("(postgres-*.txz) are missing");
  }

  private static String read(PgBinaryResolver jar, Path... folders) throws IOException {
    try (var archive = new PostgresArchive(jar, List.of(folders)).getPgBinary("Linux", "x86_64")) {
      return new String(archive.readAllBytes(), UTF_8);
    }
  }
}
