package dev.deed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.render.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/// The help pages' parts that picocli does not have: examples, formats, exit codes, the commands by
/// job. They are added when a page is shown.
final class HelpPages {

  /// picocli refuses less.
  private static final int NARROWEST = 55;

  /// The descriptions are broken for it.
  private static final int USUAL = 80;

  private static final int WIDEST = 120;

  private static final String NARROW = "narrow";

  /// Words of a shell that stay on one line: blanks between quotes belong to it, and an option goes
  /// with its value.
  private static final Pattern WORDS =
      Pattern.compile("(?:--?[a-z][-a-z]* (?!-))?(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");

  private HelpPages() {}

  /// @param commandLine of the page
  static void complete(CommandLine commandLine, Surroundings surroundings) {
    complete(commandLine, examples(), Math.min(surroundings.columns(), WIDEST));
  }

  /// The page and those below it.
  static void complete(CommandLine commandLine, Map<String, List<String>> examples, int width) {
    var usage = commandLine.getCommandSpec().usageMessage();
    usage.width(Math.max(width, NARROWEST));
    var name = commandLine.getCommandSpec().qualifiedName();
    usage.footer(
        Stream.of(
                exampleLines(examples.getOrDefault(name, List.of()), width),
                formats(commandLine),
                ExitCode.helpFooter())
            .flatMap(lines -> lines)
            .toArray(String[]::new));
    if (width < NARROWEST) {
      commandLine.setHelpSectionKeys(List.of(NARROW));
      commandLine.getHelpSectionMap().put(NARROW, _ -> new NarrowPage(commandLine, width).text());
    } else if (width < USUAL) {
      usage.description(reflowed(usage.description(), width));
    }
    if (commandLine.getCommandSpec().parent() == null) {
      commandLine
          .getHelpSectionMap()
          .put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, _ -> "\n");
      commandLine
          .getHelpSectionMap()
          .put(
              UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
              _ -> String.join("\n", commands(commandLine, width)) + "\n");
    }
    commandLine.getSubcommands().values().forEach(below -> complete(below, examples, width));
  }

  /// What `deed` alone shows.
  static String start(CommandLine root, Surroundings surroundings) {
    var width = Math.min(surroundings.columns(), WIDEST);
    var lines = new ArrayList<String>();
    lines.addAll(
        CommandGroups.wrapped(root.getCommandSpec().usageMessage().header()[0], "", width));
    lines.add("");
    lines.addAll(commands(root, width));
    lines.add("");
    lines.addAll(
        CommandGroups.wrapped("deed COMMAND --help shows options and examples.", "", width));
    return String.join("\n", lines);
  }

  private static String[] reflowed(String[] description, int width) {
    return description.length == 0
        ? description
        : Stream.concat(
                NarrowPage.paragraphs(description).stream()
                    .map(text -> text.replace("%", "%%").replace("${", "$${"))
                    .flatMap(text ->
                        text.startsWith(" ")
                            ? Stream.of(text)
                            : CommandGroups.wrapped(text, "", width - 1).stream()),
                Stream.of(""))
            .toArray(String[]::new);
  }

  static List<String> commands(CommandLine root, int width) {
    var known = root.getSubcommands();
    return CommandGroups.lines(
        name ->
            Objects.requireNonNull(known.get(name), name)
                .getCommandSpec()
                .usageMessage()
                .header()[0],
        width);
  }

  private static Stream<String> exampleLines(List<String> examples, int width) {
    return examples.isEmpty()
        ? Stream.empty()
        : Stream.concat(
            Stream.of("", "Examples:"),
            examples.stream()
                .flatMap(example -> folded(example, width - 1).stream())
                .map(line -> line.replace("%", "%%")));
  }

  /// An example that is too long goes on after a backslash: a shell takes it as it was copied.
  private static List<String> folded(String example, int width) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder(" ");
    for (var words = WORDS.matcher(example); words.find(); ) {
      var word = words.group();
      if (line.length() + 1 + word.length() + " \\".length() > width
          && !line.toString().isBlank()) {
        lines.add(line + " \\");
        line = new StringBuilder("     ");
      }
      line.append(' ').append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /// The values of `--format`, which differ between commands.
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

  /// Two for each page, by the command's whole name; `deed` itself has the first two.
  static Map<String, List<String>> examples() {
    var examples = new TreeMap<String, List<String>>();
    var lines = text().lines().toList();
    examples.put("deed", lines.subList(0, 2));
    for (var i = 2; i + 1 < lines.size(); i += 2) {
      var pair = lines.subList(i, i + 2);
      examples.put(isOverview(pair, examples) ? "deed expand" : name(pair), pair);
    }
    return examples;
  }

  /// The first pair of `expand` has two operations.
  private static boolean isOverview(List<String> pair, Map<String, List<String>> known) {
    return pair.getFirst().startsWith("deed expand ") && !known.containsKey("deed expand");
  }

  /// The words that both lines begin with, without the arguments.
  private static String name(List<String> pair) {
    var words = pair.getFirst().split(" ");
    var isNested =
        words[1].equals("expand")
            || pair.stream().allMatch(line -> line.startsWith("deed changeover abandon "));
    return isNested ? String.join(" ", words[0], words[1], words[2]) : words[0] + " " + words[1];
  }

  private static String text() {
    try (var resource = HelpPages.class.getResourceAsStream("examples.txt")) {
      return new String(
          Objects.requireNonNull(resource, "examples.txt is not packed").readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
