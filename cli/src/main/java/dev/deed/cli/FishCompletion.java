package dev.deed.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The commands and options as completions of fish.
final class FishCompletion {

  private static final int LONGEST = 70;

  private final StringBuilder script = new StringBuilder();

  private FishCompletion() {}

  static String of(CommandLine root) {
    var completion = new FishCompletion();
    completion.script.append("# fish completions of deed\ncomplete -c deed -f\n");
    completion.commands(root, "__fish_use_subcommand");
    completion.options(root, "");
    root.getSubcommands().forEach(completion::command);
    return completion.script.toString();
  }

  private void command(String name, CommandLine command) {
    var seen = "__fish_seen_subcommand_from " + name;
    options(command, seen);
    var below = command.getSubcommands();
    if (!below.isEmpty()) {
      commands(
          command,
          "%s; and not __fish_seen_subcommand_from %s"
              .formatted(seen, String.join(" ", below.keySet())));
      below.forEach((inner, each) ->
          options(each, "%s; and __fish_seen_subcommand_from %s".formatted(seen, inner)));
    }
    if (command.getCommandSpec().positionalParameters().stream().anyMatch(FishCompletion::isFile)) {
      script.append("complete -c deed -n '%s' -F\n".formatted(seen));
    }
    command.getCommandSpec().positionalParameters().stream()
        .filter(argument -> argument.type().isEnum())
        .forEach(argument ->
            script.append(
                "complete -c deed -n '%s' -a '%s'\n"
                    .formatted(seen, String.join(" ", values(argument)))));
  }

  private void commands(CommandLine parent, String condition) {
    parent
        .getSubcommands()
        .forEach((name, command) ->
            script.append(
                "complete -c deed -n '%s' -a %s -d '%s'\n"
                    .formatted(
                        condition, name, words(command.getCommandSpec().usageMessage().header()))));
  }

  private void options(CommandLine command, String condition) {
    for (var option : command.getCommandSpec().options()) {
      if (!option.hidden()) {
        option(option, condition);
      }
    }
  }

  private void option(OptionSpec option, String condition) {
    script.append("complete -c deed");
    if (!condition.isEmpty()) {
      script.append(" -n '").append(condition).append('\'');
    }
    for (var name : option.names()) {
      script.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
    }
    if (option.arity().max() > 0) {
      script.append(isFile(option) ? " -r -F" : " -x");
      if (option.type().isEnum()) {
        script.append(" -a '").append(String.join(" ", values(option))).append('\'');
      }
    }
    script.append(" -d '").append(words(option.description())).append("'\n");
  }

  private static List<String> values(ArgSpec argument) {
    return Arrays.stream(argument.type().getEnumConstants())
        .map(value -> value.toString().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static boolean isFile(ArgSpec argument) {
    var label = argument.paramLabel();
    return label.contains("FILE") || label.contains("FOLDER");
  }

  /// The first sentence, in the quotes of fish.
  private static String words(String... lines) {
    var text = String.join(" ", lines).replaceAll("\\s*\\(default:.*", "").replaceFirst("\\.$", "");
    var first =
        text.length() <= LONGEST
            ? text
            : text.substring(0, text.lastIndexOf(' ', LONGEST)) + " ...";
    return first.replace("\\", "\\\\").replace("'", "\\'");
  }
}
