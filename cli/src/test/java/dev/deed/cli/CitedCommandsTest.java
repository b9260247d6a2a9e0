package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.cli.host.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// What the documents quote of deed's command line exists: blocks are run by other tests, but not
/// what stands in sentences and tables.
class CitedCommandsTest {

  private static final Path ROOT = Path.of(System.getProperty("basedir", "")).resolve("..");

  private static final Pattern INLINE = Pattern.compile("`deed ([^`]+)`");
  private static final Pattern LINE = Pattern.compile("\\s*(?:\\$ |- )?(?:\\./)?deed (.+)");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w=\"'])--[a-z][a-z-]*");

  @Test
  void names_commands_and_options_that_exist() throws IOException {
    var root = Program.commandLineOf(new DeedCommand(Surroundings.ofThisProcess()));
    var wrong = new ArrayList<String>();
    for (var page : pages()) {
      for (var words : cited(Files.readAllLines(page))) {
        var command = command(root, words);
        if (command.getParent() == null && words.matches("[a-z].*")) {
          wrong.add(page.getFileName() + ": deed " + words);
        }
        OPTION
            .matcher(words.replaceAll("\"[^\"]*\"|'[^']*'| [|>] .*|#.*", ""))
            .results()
            .map(option -> option.group())
            .filter(option -> !isKnown(command, root, option))
            .forEach(
                option -> wrong.add(page.getFileName() + ": deed " + words + " has no " + option));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<String> cited(List<String> lines) {
    var cited = new ArrayList<String>();
    var isCode = false;
    for (var line : lines) {
      var command = LINE.matcher(line);
      if (line.strip().startsWith("```")) {
        isCode = !isCode;
      } else if (isCode && command.matches()) {
        cited.add(command.group(1));
      } else if (!isCode) {
        INLINE.matcher(line).results().forEach(inline -> cited.add(inline.group(1)));
      }
    }
    return cited;
  }

  private static List<Path> pages() throws IOException {
    try (var pages = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(
              Stream.of(ROOT.resolve("README.md")),
              pages.filter(path -> path.toString().endsWith(".md")).sorted().toList().stream())
          .toList();
    }
  }

  private static CommandLine command(CommandLine root, String words) {
    var command = root;
    for (var word : words.split("[ `|]+")) {
      var below = command.getSubcommands().get(word);
      if (below == null) {
        break;
      }
      command = below;
    }
    return command;
  }

  private static boolean isKnown(CommandLine command, CommandLine root, String option) {
    return command.getCommandSpec().findOption(option) != null
        || root.getCommandSpec().findOption(option) != null
        || command.getSubcommands().values().stream()
            .anyMatch(below -> below.getCommandSpec().findOption(option) != null);
  }
}
