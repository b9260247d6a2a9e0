package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import dev.deed.cli.host.Surroundings;
import dev.deed.cli.render.Format;
import dev.deed.sql.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pages about drift: their console blocks are run, their commands are parsed, and the
/// reference has every field and format.
class DriftPagesTest {

  private static final Path DOCS =
      Path.of(System.getProperty("basedir", "")).resolve("../docs").toAbsolutePath().normalize();
  private static final Path HOW_TO = DOCS.resolve("how-to/drift.md");
  private static final Path REFERENCE = DOCS.resolve("reference/drift.md");

  private static final Pattern CONSOLE = Pattern.compile("(?ms)^```console\n(.*?)^```$");
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^(?: *- run: |\\$ )?deed (drift .*)$");

  @Test
  void answers_as_the_page_says(@TempDir Path copy) throws IOException {
    var folder = Golden.fixture("transcripts/drift-reports");
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var target = copy.resolve(folder.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    var replayed =
        CONSOLE
            .matcher(Golden.read(HOW_TO))
            .replaceAll(block ->
                Matcher.quoteReplacement(
                    "```console\n" + Transcript.replay(block.group(1), Console.in(copy)) + "```"));

    Golden.check(HOW_TO, replayed);
  }

  @Test
  void has_only_commands_that_exist() {
    var commands =
        COMMAND.matcher(Golden.read(HOW_TO)).results().map(match -> match.group(1)).toList();

    assertThat(commands).hasSizeGreaterThan(4);
    for (var command : commands) {
      var words = command.replace(" $since", "").replace("'", "").split(" +");
      var line = Program.commandLineOf(new DeedCommand(Surroundings.ofThisProcess()));
      assertThatCode(() -> line.parseArgs(words)).as(command).doesNotThrowAnyException();
    }
  }

  @Test
  void has_every_field_of_the_json() throws IOException {
    var page = Golden.read(REFERENCE);

    assertThat(fields()).hasSizeGreaterThan(40);
    assertThat(fields()).filteredOn(field -> !page.contains("`" + field + "`")).isEmpty();
  }

  @Test
  void has_every_format() {
    var page = Golden.read(REFERENCE);

    assertThat(Format.OF_DRIFT)
        .allSatisfy(format -> assertThat(page).contains("| `%s` |".formatted(format)));
  }

  /// Of the sample.
  private static TreeSet<String> fields() throws IOException {
    var fields = new TreeSet<String>();
    try (var json =
        new JsonFactory().createParser(Golden.read(Golden.fixture("reports/Drifted.json")))) {
      for (var token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          fields.add(json.currentName());
        }
      }
    }
    return fields;
  }
}
