package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.cli.report.Box;
import dev.deed.ownership.Demand.Danger;
import dev.deed.ownership.Demand.Need;
import dev.deed.sql.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `docs/how-to/checklist.md` has every box, and what an environment may require.
class ChecklistPageTest {

  private static final Path PAGE =
      Path.of(System.getProperty("basedir", "")).resolve("../docs/how-to/checklist.md").normalize();

  @TempDir private Path folder;

  @Test
  void has_every_box_need_and_danger() {
    var rows = Golden.read(PAGE).lines().filter(line -> line.startsWith("| `")).toList();
    var words =
        Stream.of(Box.words(), Need.words(), Danger.words()).flatMap(List::stream).distinct();

    assertThat(words)
        .allSatisfy(word ->
            assertThat(rows)
                .as(word)
                .anyMatch(row -> row.split("\\|")[1].contains("`" + word + "`")));
  }

  @Test
  void has_no_box_that_is_never_answered() throws IOException {
    Files.writeString(
        folder.resolve("schema-ownership.yaml"),
        """
        version: 1
        databases: {main: {postgres: 14}}
        services: {web: {owns: {main: ["*"]}}}
        """);
    var file = folder.resolve("migrations/main/web/1_t.sql");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "CREATE TABLE t (id bigint PRIMARY KEY);\n");

    var out = Console.in(folder).run("checklist", "1").out();

    assertThat(Box.words())
        // Only where an environment requires it.
        .filteredOn(word -> !word.equals(Box.ACKNOWLEDGED.word()))
        .allSatisfy(word ->
            assertThat(out).containsPattern(Pattern.compile("(?m)^  \\[.\\] " + word + " ")));
  }
}
