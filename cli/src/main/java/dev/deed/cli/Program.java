package dev.deed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.render.Format;
import dev.deed.engine.connect.UnixSocketFactory;
import dev.deed.ownership.file.Durations;
import io.quarkus.picocli.runtime.annotations.TopCommand;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
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
@Singleton
final class Program {

  @Produces
  Surroundings surroundings() {
    return Surroundings.ofThisProcess();
  }

  @Produces
  CommandLine commandLine(@TopCommand DeedCommand root) {
    return commandLineOf(root);
  }

  public static CommandLine commandLineOf(DeedCommand root) {
    var surroundings = root.surroundings();
    var failures = new FailureHandler(root);
    var commandLine = new CommandLine(root);
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

  static int run(Surroundings surroundings, String... arguments) {
    return commandLineOf(new DeedCommand(surroundings)).execute(arguments);
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
