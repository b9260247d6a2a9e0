package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.cli.host.Surroundings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class HelpPagesTest {

  @TempDir private Path folder;

  static CommandLine commandLine() {
    return Program.commandLineOf(new DeedCommand(Surroundings.ofThisProcess()));
  }

  static List<String> pages() {
    var names = new ArrayList<String>();
    collect(commandLine(), names);
    return names;
  }

  private static void collect(CommandLine commandLine, List<String> names) {
    names.add(commandLine.getCommandSpec().qualifiedName());
    commandLine.getSubcommands().values().forEach(below -> collect(below, names));
  }

  @Test
  void shows_every_command_in_one_group() {
    assertThat(CommandGroups.names()).containsExactlyInAnyOrderElementsOf(Commands.names());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void has_two_examples_that_the_command_line_accepts(String name) {
    var examples = HelpPages.examples().getOrDefault(name, List.of());
    assertThat(examples).as(name).hasSize(2).doesNotHaveDuplicates();
    for (var example : examples) {
      var words = words(example);
      var command = commandLine().parseArgs(words.subList(1, words.size()).toArray(String[]::new));
      var last = command.asCommandLineList().getLast().getCommandSpec().qualifiedName();
      assertThat(name.equals("deed") ? "deed " : last).startsWith(name);
      assertThat(command.errors()).isEmpty();
    }
  }

  @Test
  void has_no_example_of_a_command_that_is_gone() {
    assertThat(HelpPages.examples().keySet()).isSubsetOf(pages());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void shows_the_examples_on_the_page(String name) {
    var words = new ArrayList<>(List.of(name.split(" ")));
    words.removeFirst();
    words.add("--help");
    var page = Console.in(folder).run(words.toArray(String[]::new));
    assertThat(page.exit()).isZero();
    assertThat(page.out()).contains("\nExamples:\n  deed ", "\nExit codes:\n");
    // Not broken at 80 columns.
    assertThat(page.out().lines().findFirst().orElse("")).endsWith(".");
    // As a shell reads what was copied from the screen.
    var copied = page.out().replaceAll(" \\\\\n +", " ").lines().map(String::strip).toList();
    assertThat(copied).containsAll(HelpPages.examples().get(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"40", "60", "80", "200"})
  void fits_the_commands_into_the_terminal(String columns) {
    var shown = Console.in(folder).with(Map.of("COLUMNS", columns)).run();
    assertThat(shown.exit()).isEqualTo(2);
    assertThat(shown.err().lines())
        .allMatch(line -> line.length() <= Math.min(120, Integer.parseInt(columns)));
    var commands = shown.err().indexOf("Begin here:");
    assertThat(shown.err().indexOf("  init")).isGreaterThan(commands);
    assertThat(shown.err()).contains("deed COMMAND --help");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void fits_every_page_into_a_narrow_terminal(String name) {
    var words = new ArrayList<>(List.of(name.split(" ")));
    words.removeFirst();
    words.add("--help");
    var command = words.toArray(String[]::new);
    for (var columns : List.of(40, 60)) {
      var shown = Console.in(folder).with(Map.of("COLUMNS", columns.toString())).run(command);
      assertThat(shown.exit()).isZero();
      // A word of a shell cannot be broken.
      var prose = shown.out().replaceAll("(?s)\\nExamples:.*?\\n\\n", "\n\n");
      assertThat(prose.lines().filter(line -> line.length() > columns)).isEmpty();
      // No line is broken for 80 columns, and once more for these.
      assertThat(shown.out()).doesNotContainPattern("\\n[a-z]+\\n[a-z]+ [a-z]+");
      assertThat(shown.out()).contains("--format", "\nExamples:\n", "\nExit codes:\n");
    }
  }

  @Test
  void says_what_it_was_built_from() {
    assertThat(Console.in(folder).run("--version").out())
        .matches("(?s)deed \\S+\ncommit ([0-9a-f]{7,40}|unknown)\non a JVM, Java 2\\d\\S*\n");
  }

  /// As a shell splits them.
  private static List<String> words(String line) {
    return Pattern.compile("\"([^\"]*)\"|(\\S+?)=\"([^\"]*)\"|(\\S+)")
        .matcher(line)
        .results()
        .map(match -> match.group(1) != null ? match.group(1) : match.group())
        .toList();
  }
}
