package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each file is read once where the folder of another tool is above or below that of deed.
class NestedFoldersTest {

  @TempDir Path folder;

  private void write(String path, String text) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String table(String name) {
    return "-- UP Migration\nCREATE TABLE %1$s (id bigint PRIMARY KEY);\n\n-- DOWN Migration\n-- DROP TABLE %1$s;\n"
        .formatted(name);
  }

  @Test
  void reads_once_what_lies_where_deed_has_its_own() throws IOException {
    write("migrations/main/web/001_a.sql", table("a"));
    write("migrations/main/web/002_b.sql", table("b"));

    var answer = Console.in(folder).run("init", "--yes");

    assertThat(answer.out()).contains("read: 2 migrations with 2 tables", "check: no findings");
    assertThat(Console.in(folder).run("check").out()).contains("2 migrations checked");
  }

  @Test
  void reads_new_migrations_below_the_folder_of_the_tool_as_its_own() throws IOException {
    write("migrations/1_a.sql", table("a"));
    write("migrations/main/other/2_b.sql", table("b"));
    write("migrations/main/web/3_c.sql", table("c"));
    write(
        "schema-ownership.yaml",
        """
        version: 1
        databases: {main: {sources: [{tool: sql, migrations: migrations}]}}
        services: {web: {owns: {main: ["*"]}}}
        """);

    assertThat(Console.in(folder).run("check").out())
        .isEqualTo("3 migrations checked: no findings\n");
  }
}
