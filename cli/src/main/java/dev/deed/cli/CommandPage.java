package dev.deed.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What is said of one command, for the reference and the manual alike.
///
/// @param name with those of the commands above it: `deed expand rename-column`
/// @param description its lines, of which those of a list begin with blanks; empty if the header
///   says it all
/// @param arguments without the options that every command has
/// @param formats of its report, besides text
record CommandPage(
    String name,
    String header,
    List<String> description,
    List<Argument> arguments,
    List<String> examples,
    List<String> formats) {

  CommandPage {
    description = List.copyOf(description);
    arguments = List.copyOf(arguments);
    examples = List.copyOf(examples);
    formats = List.copyOf(formats);
  }

  /// The description as one line.
  String words() {
    return plain(String.join(" ", description));
  }

  /// @param names each with its value: `-e ENVIRONMENT`
  record Argument(List<String> names, String meaning) {
    Argument {
      names = List.copyOf(names);
    }
  }

  static CommandPage of(CommandLine command, CommandLine root) {
    var specification = command.getCommandSpec();
    var name = specification.qualifiedName();
    var shared =
        command.getParent() == null
            ? List.<String>of()
            : root.getCommandSpec().options().stream().map(OptionSpec::longestName).toList();
    return new CommandPage(
        name,
        String.join(" ", specification.usageMessage().header()),
        Stream.of(specification.usageMessage().description())
            .map(line -> line.replace("$${", "${").stripTrailing())
            .filter(line -> !line.isEmpty())
            .toList(),
        arguments(command, shared),
        HelpPages.examples().getOrDefault(name, List.of()),
        command.getCommand() instanceof ReportingCommand reporting && command.getParent() != null
            ? reporting.formats().stream().map(String::valueOf).toList()
            : List.of());
  }

  private static List<Argument> arguments(CommandLine command, List<String> shared) {
    var specification = command.getCommandSpec();
    var arguments = new ArrayList<ArgSpec>(specification.positionalParameters());
    specification.options().stream()
        .filter(option -> !option.hidden() && !shared.contains(option.longestName()))
        .forEach(arguments::add);
    return arguments.stream().map(a -> new Argument(names(a), meaning(a))).toList();
  }

  private static List<String> names(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)) {
      return List.of(argument.paramLabel());
    }
    var value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
    return Stream.of(option.names()).map(name -> name + value).toList();
  }

  private static String meaning(ArgSpec argument) {
    return plain(
        String.join(" ", argument.description())
            .replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValue())));
  }

  /// picocli writes a dollar sign twice.
  private static String plain(String text) {
    return text.replace("$${", "${").replaceAll("\\s+", " ").strip();
  }
}
