package dev.deed.cli;

import dev.deed.cli.host.NarrowLocale;
import dev.deed.cli.render.EventJson;
import dev.deed.cli.report.PrintableText;
import dev.deed.cli.report.Report;
import dev.deed.sql.Nearest;
import dev.deed.sql.UserException;
import java.nio.file.InvalidPathException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Prints what went wrong and what to type next, one line each.
final class FailureHandler implements IParameterExceptionHandler {

  private final DeedCommand root;
  private boolean asJson;

  FailureHandler(DeedCommand root) {
    this.root = root;
  }

  @Override
  public int handleParseException(ParameterException misuse, String[] arguments) {
    if (misuse.getCause() instanceof UserException failure) {
      return tell(failure).number();
    }
    try {
      NarrowLocale.refuse(List.of(arguments));
    } catch (NarrowLocale narrow) {
      return tell(narrow).number();
    }
    if (isUnknownCommand(arguments)) {
      print("error", "unknown command '%s'".formatted(arguments[0]));
      print("help", command(arguments));
      return ExitCode.USAGE.number();
    }
    var argument = misuse.getArgSpec();
    var typed = misuse.getValue();
    if (argument != null && typed != null && argument.typeInfo().isEnum()) {
      var values = values(argument);
      print("error", "%s cannot be '%s'".formatted(name(argument), typed));
      print("help", nearest(typed, values).orElseGet(() -> "known: " + String.join(", ", values)));
      return ExitCode.USAGE.number();
    }
    var unknown = unknown(misuse);
    print("error", unknown == null ? decapitalized(misuse) : unmatched(unknown));
    print("help", unknown == null ? seeHelp(misuse) : advice(unknown));
    return ExitCode.USAGE.number();
  }

  /// Switches to lines like those of `--log json`, for a program that reads stderr.
  void speakJson() {
    asJson = true;
  }

  /// Prints a failure in one database; the exit code comes from the report.
  void tell(Report.Failure failure) {
    trace(failure.cause());
    say(failure.message(), failure.advice());
  }

  ExitCode tell(Throwable thrown) {
    trace(thrown);
    var failure = thrown instanceof InvalidPathException e ? NarrowLocale.of(e) : thrown;
    if (failure instanceof UserException told) {
      say(String.valueOf(told.getMessage()), told.advice());
      return ExitCode.of(told.outcome());
    }
    say(
        "a bug in deed: " + failure,
        root.debug()
            ? "please report it with the trace above"
            : "run it again with --debug for the trace, and report it");
    return ExitCode.BUG;
  }

  private void trace(Throwable failure) {
    if (root.debug()) {
      failure.printStackTrace(root.surroundings().err());
    }
  }

  /// The words that the argument may be.
  private static List<String> values(ArgSpec argument) {
    return Stream.of(argument.type().getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  /// picocli misses a required option before it speaks of a word that it does not know, which may
  /// be that option, misspelled.
  private static @Nullable UnmatchedArgumentException unknown(ParameterException misuse) {
    if (misuse instanceof UnmatchedArgumentException unmatched) {
      return unmatched;
    }
    var command = misuse.getCommandLine();
    return misuse instanceof MissingParameterException && !command.getUnmatchedArguments().isEmpty()
        ? new UnmatchedArgumentException(command, command.getUnmatchedArguments())
        : null;
  }

  private static String unmatched(UnmatchedArgumentException misuse) {
    var argument = misuse.getUnmatched().getFirst();
    if (misuse.isUnknownOption()) {
      return "unknown option '%s'".formatted(argument);
    }
    var takesCommands = !misuse.getCommandLine().getSubcommands().isEmpty();
    return (takesCommands ? "unknown command '%s'" : "unexpected argument '%s'")
        .formatted(argument);
  }

  private static String advice(UnmatchedArgumentException misuse) {
    var typed = misuse.getUnmatched().getFirst();
    var command = misuse.getCommandLine();
    if (misuse.isUnknownOption()) {
      var option = typed.replaceFirst("=.*", "");
      return nearest(option, likely(option, command.getCommandSpec().optionsMap().keySet()))
          .orElse(seeHelp(misuse));
    }
    return seeHelp(misuse);
  }

  /// Each letter is one slip away from each other one.
  private static Collection<String> likely(String option, Collection<String> known) {
    return option.length() == 2 ? known.stream().filter(option::equalsIgnoreCase).toList() : known;
  }

  /// The first word decides, whatever else is wrong after it.
  private static boolean isUnknownCommand(String[] arguments) {
    return arguments.length > 0
        && !arguments[0].startsWith("-")
        && !Commands.names().contains(arguments[0]);
  }

  private static String command(String[] arguments) {
    if (arguments.length > 1
        && arguments[0].equals("help")
        && Commands.names().contains(arguments[1])) {
      return "deed %s --help".formatted(arguments[1]);
    }
    return OtherTools.answer(arguments[0])
        .or(() -> nearest(arguments[0], Commands.names()))
        .orElse("deed --help lists the commands");
  }

  private static Optional<String> nearest(String typed, Collection<String> known) {
    return Nearest.of(typed, known).map("did you mean %s?"::formatted);
  }

  private static String seeHelp(ParameterException misuse) {
    return "see " + misuse.getCommandLine().getCommandSpec().qualifiedName() + " --help";
  }

  private static String decapitalized(ParameterException misuse) {
    var message = String.valueOf(misuse.getMessage());
    return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }

  private void say(String error, String help) {
    if (asJson) {
      var line = EventJson.failed(error, help, root.surroundings().clock().instant());
      root.surroundings().err().print(line + "\n");
      return;
    }
    print("error", error);
    if (!help.isBlank()) {
      print("help", help.replace("\n", "\n      "));
    }
  }

  private void print(String label, String text) {
    root.surroundings().err().println(label + ": " + PrintableText.of(text));
  }
}
