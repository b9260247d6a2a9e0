package dev.deed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.render.Format;
import dev.deed.engine.connect.UnixSocketFactory;
import dev.deed.ownership.file.Durations;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.TypeConversionException;

/// Builds the command line, for the process and for the tests. pgjdbc makes the socket factory by
/// its name, which a native image has to know.
@RegisterForReflection(targets = UnixSocketFactory.class)
final class Program {

  private Program() {}

  /// With all commands.
  static CommandLine commandLineOf(DeedCommand root) {
    var commandLine = new CommandLine(root);
    Commands.addTo(commandLine);
    return prepared(commandLine, root);
  }

  static int run(Surroundings surroundings, String... arguments) {
    var root = new DeedCommand(surroundings);
    var commandLine = new CommandLine(root);
    Commands.addTo(commandLine, arguments);
    return prepared(commandLine, root).execute(arguments);
  }

  private static CommandLine prepared(CommandLine commandLine, DeedCommand root) {
    var surroundings = root.surroundings();
    var failures = new FailureHandler(root);
    commandLine.registerConverter(Duration.class, Program::duration);
    eachCommand(commandLine);
    return commandLine
        .setExecutionStrategy(new Execution(root, failures))
        .setParameterExceptionHandler(failures)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setColorScheme(
            Help.defaultColorScheme(ColorMode.AUTO.isOn(surroundings) ? Ansi.ON : Ansi.OFF))
        .setOut(new PrintWriter(surroundings.out(), true, UTF_8))
        .setErr(new PrintWriter(surroundings.err(), true, UTF_8));
  }

  private static Duration duration(String text) {
    return Durations.parse(text)
        .orElseThrow(() ->
            new TypeConversionException("'%s' is not %s".formatted(text, Durations.EXPECTED)));
  }

  private static void eachCommand(CommandLine commandLine) {
    var usage = commandLine.getCommandSpec().usageMessage();
    usage.footer(Stream.concat(formats(commandLine), ExitCode.helpFooter()).toArray(String[]::new));
    commandLine.getSubcommands().values().forEach(Program::eachCommand);
  }

  /// The end of a help page lists the values of `--format`, which differ between commands.
  private static Stream<String> formats(CommandLine commandLine) {
    return commandLine.getCommand() instanceof ReportingCommand command
            && !command.formats().isEmpty()
        ? Stream.of(
            "",
            command.formats().stream()
                .map(Format::toString)
                .collect(Collectors.joining(", ", "Formats: ", "")))
        : Stream.empty();
  }
}
