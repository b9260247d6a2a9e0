package dev.deed.engine.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deed.engine.Migration;
import dev.deed.engine.Migrations;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder is read the same on any number of cores, with and without a memory of it.
class ManyMigrationsTest {

  private static final int FILES = 300;

  @TempDir private Path base;

  @BeforeEach
  void writeFiles() throws IOException {
    var folder = Files.createDirectories(base.resolve("migrations/main/web"));
    for (var i = 0; i < FILES; i++) {
      var name = 1000 + i + "_m";
      switch (i % 6) {
        case 0 -> Files.write(folder.resolve(name + ".sql"), new byte[] {'-', (byte) 0xE9});
        case 1 ->
            Files.writeString(folder.resolve(name + ".sql"), "SELECT 1;\n-- rollback\nSELECT 2;\n");
        case 2 -> Files.writeString(folder.resolve("no_version_" + i + ".sql"), "SELECT 1;\n");
        case 3 -> Files.writeString(folder.resolve(name + ".down.sql"), "SELECT 1;\n");
        case 4 -> Files.writeString(folder.resolve(name + ".up.sql"), "SELECT 1;\n");
        default -> Files.writeString(folder.resolve(name + ".sql"), "SELECT " + i + ";\n");
      }
    }
    Files.createDirectories(folder.resolve("1150_folder"));
    Files.writeString(folder.resolve("1150_folder/1_deeper.sql"), "SELECT 1;\n");
  }

  @Test
  void the_migrations_and_findings_are_those_of_one_core() {
    var onOne = read(1, FileMemory.NONE);
    assertEquals(FILES / 6 * 3, onOne.all().size());
    assertTrue(onOne.findings().size() > FILES / 6 * 4, onOne.findings()::toString);
    for (var cores : List.of(2, 3, 8)) {
      assertSame(onOne, read(cores, FileMemory.NONE));
    }
  }

  @Test
  void a_memory_is_the_same_after_any_number_of_cores() throws IOException {
    var onOne = remembered(1);
    assertFalse(onOne.isEmpty());
    assertEquals(onOne, remembered(8));
    assertSame(read(1, FileMemory.NONE), read(8, memory(1)));
  }

  private String remembered(int cores) throws IOException {
    var memory = memory(cores);
    read(cores, memory);
    memory.save();
    return Files.readString(base.resolve("memory" + cores));
  }

  private FileMemory memory(int cores) {
    var later = Instant.now().plusSeconds(60);
    return FileMemory.at(base.resolve("memory" + cores), "1", later);
  }

  private Migrations read(int cores, FileMemory memory) {
    var folders = Map.of(new DatabaseName("main"), base.resolve("migrations/main"));
    var layout = new Layout(base, folders, Set.of(new ServiceName("web")));
    return MigrationFolder.read(layout, memory, new InOrder(cores));
  }

  private static void assertSame(Migrations expected, Migrations found) {
    assertEquals(
        expected.all().stream().map(Migration::file).toList(),
        found.all().stream().map(Migration::file).toList());
    assertEquals(expected.findings(), found.findings());
  }
}
