package dev.deed.cli.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deed.cli.host.Signals;
import dev.deed.cli.host.Surroundings;
import dev.deed.cli.render.Format;
import dev.deed.cli.report.FindingReport;
import dev.deed.engine.file.InOrder;
import dev.deed.lint.rule.LintSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is found in many files is the same, in the same order, on any number of cores.
class ManyFilesTest {

  private static final int FILES = 400;

  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    for (var i = 0; i < FILES; i++) {
      write(i);
    }
    Files.write(folder.resolve("150_binary.sql"), new byte[] {1, 0, 2});
    Files.write(folder.resolve("151_latin.sql"), new byte[] {'-', '-', (byte) 0xE9, '\n'});
  }

  private void write(int i) throws IOException {
    var table = "t" + (i - i % 8);
    var name = "%03d_m".formatted(i);
    switch (i % 8) {
      case 0 ->
          write(
              name,
              "CREATE TABLE %s (id int PRIMARY KEY, a text);\n-- DOWN Migration\nDROP TABLE %1$s;\n"
                  .formatted(table));
      case 1 -> {
        write(name + ".up", "CREATE INDEX %s_a ON %1$s (a);\n".formatted(table));
        write(name + ".down", "DROP INDEX %s_a;\n".formatted(table));
      }
      case 2 ->
          write(
              name,
              "-- deed: ignore drop-column reason=\"not used\"\nALTER TABLE %s DROP COLUMN a;\n"
                  .formatted(table));
      case 3 -> write(name, "SELEC 1;\n");
      case 4 -> write(name, "ALTER TABLE missing_%d ADD COLUMN b int NOT NULL;\n".formatted(i));
      case 5 -> write(name, "-- deed: ignore drop-table reason=\"nothing\"\nSELECT 1;\n");
      case 6 -> write(name, "SET lock_timeout = '2s';\n");
      default -> write(name, "ALTER TABLE %s ALTER COLUMN id TYPE bigint;\n".formatted(table));
    }
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name + ".sql"), text);
  }

  @Test
  void lint_finds_the_same_on_any_number_of_cores() {
    var onOne = lint(1);
    assertTrue(onOne.findings().size() > FILES / 2);
    for (var cores : List.of(2, 3, 8)) {
      var onMore = lint(cores);
      assertEquals(onOne.files(), onMore.files());
      assertEquals(onOne.findings(), onMore.findings());
      assertEquals(Format.TEXT.render(onOne), Format.TEXT.render(onMore));
    }
  }

  private FindingReport lint(int cores) {
    var silent = new PrintStream(new ByteArrayOutputStream());
    var surroundings =
        new Surroundings(
            Map.of(),
            folder,
            Clock.systemUTC(),
            InputStream.nullInputStream(),
            silent,
            silent,
            false,
            false,
            Signals.NONE);
    var linting = new LintSettings(15, true, false, false, false, Map.of());
    var lint = new FileLint(surroundings, List.of("public"), linting, new InOrder(cores));
    return (FindingReport) lint.report(List.of(), List.of(Path.of(".")));
  }
}
