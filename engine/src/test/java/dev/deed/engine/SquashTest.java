package dev.deed.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One folder a case: `migrations` of one service, and in `expected.txt` the file, or the pair,
/// that they become, or why they cannot be joined.
class SquashTest {

  private static final DatabaseName AUTH = new DatabaseName("auth");

  static List<Path> cases() {
    return Golden.cases("squash");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void joins_migrations(Path folder) {
    var squash = squash(folder);
    var objections = squash.objections();
    Golden.check(
        folder.resolve("expected.txt"),
        objections.isEmpty() ? text(squash) : String.join("\n", objections) + "\n");
  }

  /// What the file says is what each of its parts says, one after the other.
  @ParameterizedTest
  @MethodSource("cases")
  void keeps_the_statements(Path folder) {
    var squash = squash(folder);
    if (squash.objections().isEmpty()) {
      var files = squash.files("joined", "2026-11-29T10:00:00Z");
      var up = Section.up(new SourceFile("joined.sql"), files.up());
      assertThat(up.script().problems()).isEmpty();
      assertThat(up.checksum()).isEqualTo(squash.checksum());
    }
  }

  /// A proof compares schemas, not rows: what is in a string must not change.
  @Test
  void keeps_blanks_and_line_ends_inside_of_statements(@TempDir Path folder) throws IOException {
    var first = "INSERT INTO t VALUES ('a  \r\nb \n');";
    var second = "DO $$\r\nBEGIN  \r\nEND $$;";
    var files = Files.createDirectories(folder.resolve("migrations/auth/web"));
    Files.writeString(files.resolve("1_a.sql"), "\uFEFF-- Version: 1\r\n" + first + "\r\n");
    Files.writeString(files.resolve("2_b.sql"), "-- Migration: b\r\n\r\n" + second + "\r\n");

    assertThat(squash(folder).files("joined", "2026-11-29T10:00:00Z").up())
        .contains(first + "\n", second + "\n")
        .doesNotContain("Version: 1", "Migration: b");
  }

  private static Squash squash(Path folder) {
    return new Squash(PlannerCasesTest.migrations(folder).of(AUTH), List.of("public", "Audit"));
  }

  private static String text(Squash squash) {
    var files = squash.files("joined", "2026-11-29T10:00:00Z");
    var down = files.down();
    return down == null ? files.up() : files.up() + "==== down\n" + down;
  }
}
