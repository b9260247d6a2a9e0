package dev.deed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.cli.host.Surroundings;
import dev.deed.engine.connect.DriverSockets;
import dev.deed.ownership.file.Durations;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.PrintWriter;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.TraceLevel;
import picocli.CommandLine.TypeConversionException;

/// Builds the command line, for the process and for the tests. pgjdbc makes the socket factory by
/// its name, which a native image has to know.
@RegisterForReflection(targets = DriverSockets.class)
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
    CommandLine.tracer().setLevel(TraceLevel.OFF); // It warns of a quote within an expression.
    commandLine.registerConverter(Duration.class, Program::duration);
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
}
