package dev.deed.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine;

/// A help page for a terminal that is too narrow for picocli's two columns: what an option means is
/// below its name.
///
/// @param width in columns
record NarrowPage(CommandLine command, int width) {

  private static final String INDENT = "  ";

  String text() {
    var root = command.getCommandSpec().root().commandLine();
    var page = CommandPage.of(command, root);
    var lines = new ArrayList<String>();
    lines.addAll(wrapped(page.header(), ""));
    lines.addAll(wrapped("Usage: " + synopsis(page), ""));
    var description = paragraphs(command.getCommandSpec().usageMessage().description());
    if (!description.isEmpty()) {
      lines.add("");
      description.forEach(paragraph -> lines.addAll(wrapped(paragraph.strip(), indent(paragraph))));
    }
    addArguments(page.arguments(), lines);
    if (command.getParent() == null) {
      lines.add("");
      lines.addAll(HelpPages.commands(root, width));
    } else {
      addArguments(CommandPage.of(root, root).arguments(), lines);
      addCommands(lines);
    }
    Stream.of(command.getCommandSpec().usageMessage().footer())
        .map(line -> line.replace("%%", "%"))
        .forEach(line -> lines.addAll(footer(line)));
    return String.join("\n", lines) + "\n";
  }

  private String synopsis(CommandPage page) {
    var operands =
        page.arguments().stream()
            .map(argument -> argument.names().getFirst())
            .filter(name -> !name.startsWith("-"))
            .toList();
    var below = command.getSubcommands().isEmpty() ? List.<String>of() : List.of("COMMAND");
    return Stream.of(List.of(page.name(), "[OPTIONS]"), operands, below)
        .flatMap(List::stream)
        .reduce((some, more) -> some + " " + more)
        .orElseThrow();
  }

  private void addArguments(List<CommandPage.Argument> arguments, List<String> lines) {
    if (!arguments.isEmpty()) {
      lines.add("");
    }
    for (var argument : arguments) {
      lines.addAll(wrapped(String.join(", ", argument.names()), INDENT));
      lines.addAll(wrapped(argument.meaning(), INDENT.repeat(2)));
    }
  }

  private void addCommands(List<String> lines) {
    if (command.getSubcommands().isEmpty()) {
      return;
    }
    lines.addAll(List.of("", "Commands:"));
    command
        .getSubcommands()
        .forEach((name, below) -> {
          lines.add(INDENT + name);
          var header = below.getCommandSpec().usageMessage().header();
          lines.addAll(wrapped(String.join(" ", header), INDENT.repeat(2)));
        });
  }

  /// Examples are folded already, and a line of exit codes goes on below its text.
  private List<String> footer(String line) {
    if (line.length() <= width || line.endsWith("\\") || line.strip().startsWith("deed ")) {
      return List.of(line);
    }
    var first = line.indexOf(line.strip());
    var start = Math.max(line.indexOf(' ', first), 0);
    var isCode = Character.isDigit(line.charAt(first));
    var indent = isCode ? start + 2 : first;
    var wrapped =
        new ArrayList<>(
            wrapped(line.substring(isCode ? start : first).strip(), " ".repeat(indent)));
    if (isCode) {
      wrapped.set(0, line.substring(0, start) + wrapped.getFirst().substring(start));
    }
    return wrapped;
  }

  private List<String> wrapped(String text, String indent) {
    return CommandGroups.wrapped(text, indent, width);
  }

  private static String indent(String paragraph) {
    return " ".repeat(Objects.requireNonNull(paragraph).indexOf(paragraph.strip()));
  }

  /// The lines of a description, joined where they were broken for 80 columns; those of a list
  /// begin with blanks and stay.
  static List<String> paragraphs(String... lines) {
    var paragraphs = new ArrayList<String>();
    var isOpen = false;
    for (var line : lines) {
      var isText = !line.isBlank() && !line.startsWith(" ");
      if (isText && isOpen) {
        paragraphs.add(paragraphs.removeLast() + " " + line.strip());
      } else if (!line.isBlank()) {
        paragraphs.add(line);
      }
      isOpen = isText;
    }
    return paragraphs.stream().map(text -> text.replace("$${", "${").replace("%%", "%")).toList();
  }
}
