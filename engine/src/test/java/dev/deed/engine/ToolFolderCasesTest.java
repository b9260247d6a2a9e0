package dev.deed.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.Tool;
import dev.deed.sql.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One folder a case, as a tool has it: `source.txt` with the tool, its folder and placeholders,
/// and `expected.txt` with what deed reads there. Those named like a tool were written by that
/// tool.
class ToolFolderCasesTest {

  @TempDir private Path folder;

  static List<Path> cases() {
    return Golden.cases("tools");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void reads_the_files_of_a_tool_in_its_order(Path folder) {
    Golden.check(folder.resolve("expected.txt"), text(ToolFolders.migrations(folder)));
  }

  @Test
  void has_a_folder_of_every_tool() {
    var tools = cases().stream().map(path -> String.valueOf(path.getFileName())).toList();
    assertThat(Tool.keys())
        .filteredOn(key -> !key.equals("deed") && !tools.contains(key))
        .isEmpty();
  }

  @Test
  void reads_files_with_windows_line_ends_and_a_byte_order_mark() throws IOException {
    Files.writeString(
        folder.resolve("20260101000001_a.sql"),
        "\uFEFF-- migrate:up\r\nCREATE TABLE a (id int);\r\n\r\n-- migrate:down\r\nDROP TABLE a;\r\n");
    var migration = ToolFolders.read(folder, Tool.DBMATE, folder, Map.of()).all().getFirst();
    assertThat(migration.up().script().statements()).hasSize(1);
    assertThat(migration.up().script().statements().getFirst().span().line()).isEqualTo(2);
    assertThat(migration.down()).isNotNull();
  }

  @Test
  void follows_no_link_out_of_the_repository() throws IOException {
    var outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("1_a.sql"), "CREATE TABLE a (id int);");
    var project = Files.createDirectories(folder.resolve("project/db"));
    Files.createDirectory(folder.resolve("project/.git"));
    Files.createSymbolicLink(project.resolve("1_a.sql"), outside.resolve("1_a.sql"));
    Files.createSymbolicLink(project.resolve("round"), project);
    var read = ToolFolders.read(folder.resolve("project"), Tool.SQL, project, Map.of());
    assertThat(read.all()).isEmpty();
    assertThat(read.findings()).extracting(finding -> finding.message()).hasSize(2);
  }

  @Test
  void reports_a_folder_that_does_not_exist() {
    var read = ToolFolders.read(folder, Tool.GOOSE, folder.resolve("nowhere"), Map.of());
    assertThat(read.findings()).extracting(f -> f.rule()).containsOnly(MigrationRules.TOOL_FILES);
  }

  @Test
  void reads_thousands_of_files() throws IOException {
    for (var i = 1; i <= 5000; i++) {
      Files.writeString(
          folder.resolve("V%d__t.sql".formatted(i)), "CREATE TABLE t%d ();".formatted(i));
    }
    var read = ToolFolders.read(folder, Tool.FLYWAY, folder, Map.of());
    assertThat(read.findings()).isEmpty();
    assertThat(read.all()).extracting(m -> m.version().text()).hasSize(5000).endsWith("5000");
  }

  private static String text(Migrations migrations) {
    var lines = new ArrayList<String>();
    for (var migration : migrations.all()) {
      var origin = migration.origin();
      lines.add(
          "%s %s [%s, %s%s] %s"
              .formatted(
                  migration.name().words(),
                  migration.file(),
                  origin.kind(),
                  origin.unread() == null ? "read" : "not read",
                  migration.alone() ? ", alone" : "",
                  origin.mark().name().replace('\n', ' ')));
      add(lines, "up", migration.up());
      add(lines, "down", migration.down());
    }
    for (var finding : MigrationRules.check(migrations)) {
      lines.add(
          "%s:%d:%d: %s: %s [%s]"
              .formatted(
                  finding.file(),
                  finding.span().line(),
                  finding.span().column(),
                  finding.severity(),
                  finding.message(),
                  finding.rule()));
      lines.add("  help: " + finding.advice());
    }
    return String.join("\n", lines) + "\n";
  }

  private static void add(List<String> lines, String side, @Nullable Section section) {
    if (section != null) {
      var number = 0;
      for (var line : section.text().lines().toList()) {
        number++;
        if (!line.isBlank()) {
          lines.add("  %s %s:%d: %s".formatted(side, section.file(), number, line.stripTrailing()));
        }
      }
    }
  }
}
