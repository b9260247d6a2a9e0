package dev.deed.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.golden.Golden;
import java.nio.file.Path;
import java.util.List;
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

  private static Squash squash(Path folder) {
    return new Squash(PlannerCasesTest.migrations(folder).of(AUTH), List.of("public", "Audit"));
  }

  private static String text(Squash squash) {
    var files = squash.files("joined", "2026-11-29T10:00:00Z");
    var down = files.down();
    return down == null ? files.up() : files.up() + "==== down\n" + down;
  }
}
