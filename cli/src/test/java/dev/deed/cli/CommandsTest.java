package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.cli.host.Surroundings;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandsTest {

  private static final int TERMINAL = 80;

  @Test
  void calls_each_command_by_its_own_name() {
    var all = Program.commandLineOf(root()).getSubcommands();

    assertThat(List.copyOf(all.keySet())).isEqualTo(List.copyOf(Commands.names()));
    all.forEach((name, command) -> assertThat(command.getCommandName()).isEqualTo(name));
  }

  static List<String> names() {
    return List.copyOf(Commands.names());
  }

  @ParameterizedTest
  @MethodSource("names")
  void builds_the_model_of_the_command_that_comes_first_only(String name) {
    assertThat(added(name, "--help")).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "--format json check", "chek", "help check", "-V check", ""})
  void builds_them_all_where_the_first_argument_is_another_one(String line) {
    assertThat(added(line.split(" "))).hasSameSizeAs(Commands.names());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-V", "--version"})
  void builds_none_for_the_version(String argument) {
    assertThat(added(argument)).isEmpty();
  }

  /// picocli would put the last word on a line of its own.
  @Test
  void introduces_no_command_in_lines_that_are_too_long_for_a_terminal() {
    assertThat(introductions(Program.commandLineOf(root())))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(TERMINAL - 1));
  }

  private static List<String> introductions(CommandLine command) {
    return Stream.concat(
            Arrays.stream(command.getCommandSpec().usageMessage().description()),
            command.getSubcommands().values().stream().flatMap(c -> introductions(c).stream()))
        .toList();
  }

  private static List<String> added(String... arguments) {
    var line = new CommandLine(root());
    Commands.addTo(line, arguments);
    return List.copyOf(line.getSubcommands().keySet());
  }

  private static DeedCommand root() {
    return new DeedCommand(Surroundings.ofThisProcess());
  }
}
