package dev.deed.cli;

import dev.deed.cli.CommandPage.Argument;
import dev.deed.cli.report.ProgramVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;

/// A page of the manual, in the language of `man` (roff), from what the help says.
final class ManualPage {

  private static final String FOR_EVERY_COMMAND =
      "The options of every command are on the page deed(1).";

  private final CommandLine command;
  private final CommandPage page;
  private final StringBuilder text = new StringBuilder();

  private ManualPage(CommandLine command, CommandLine root) {
    this.command = command;
    this.page = CommandPage.of(command, root);
  }

  /// All pages, by the names of their files: `deed-apply.1`.
  static Map<String, String> all(CommandLine root) {
    var pages = new LinkedHashMap<String, String>();
    collect(root, root, pages);
    return pages;
  }

  private static void collect(CommandLine command, CommandLine root, Map<String, String> pages) {
    pages.put(title(command) + ".1", of(command, root));
    command.getSubcommands().values().forEach(below -> collect(below, root, pages));
  }

  static String of(CommandLine command, CommandLine root) {
    return new ManualPage(command, root).text();
  }

  private static String title(CommandLine command) {
    return command.getCommandSpec().qualifiedName("-");
  }

  private String text() {
    line(
        ".TH \"%s\" 1 \"\" \"deed %s\" \"deed\""
            .formatted(
                escaped(title(command).toUpperCase(Locale.ROOT)), escaped(ProgramVersion.read())));
    // Ragged lines, and no words cut at their ends.
    line(".nh");
    line(".ad l");
    section("NAME");
    paragraph("%s - %s".formatted(title(command), withoutStop(page.header())));
    section("SYNOPSIS");
    line(".B " + escaped(page.name()));
    paragraph(synopsis());
    if (!page.description().isEmpty()) {
      section("DESCRIPTION");
      description();
    }
    arguments();
    commands();
    examples();
    section("EXIT STATUS");
    ExitCode.helpFooter()
        .map(String::strip)
        .filter(line -> line.matches("\\d.*"))
        .forEach(line -> entry(line.replaceFirst(" .*", ""), line.replaceFirst("^\\d+ +", "")));
    seeAlso();
    return text.toString();
  }

  private String synopsis() {
    var parameters =
        page.arguments().stream()
            .map(argument -> argument.names().getFirst())
            .filter(name -> !name.startsWith("-"))
            .collect(Collectors.joining(" "));
    var below = command.getSubcommands().isEmpty() ? "" : "COMMAND";
    return "[OPTIONS] %s %s".formatted(parameters, below).strip().replaceAll(" +", " ");
  }

  /// Lists stay as they are laid out.
  private void description() {
    var isList = false;
    for (var line : page.description()) {
      if (line.startsWith(" ") != isList) {
        isList = !isList;
        line(isList ? ".nf" : ".fi");
      }
      paragraph(line);
    }
    if (isList) {
      line(".fi");
    }
  }

  private void arguments() {
    section("OPTIONS");
    for (var argument : page.arguments()) {
      entry(names(argument), argument.meaning());
    }
    if (command.getParent() != null) {
      line(".PP");
      paragraph(FOR_EVERY_COMMAND);
    }
  }

  private static String names(Argument argument) {
    return String.join(", ", argument.names());
  }

  private void commands() {
    if (!command.getSubcommands().isEmpty()) {
      section("COMMANDS");
      command
          .getSubcommands()
          .forEach((name, below) ->
              entry(name, String.join(" ", below.getCommandSpec().usageMessage().header())));
    }
  }

  private void examples() {
    section("EXAMPLES");
    line(".nf");
    page.examples().forEach(this::paragraph);
    line(".fi");
    if (!page.formats().isEmpty()) {
      line(".PP");
      paragraph("Formats (--format): " + String.join(", ", page.formats()));
    }
  }

  private void seeAlso() {
    var others =
        command.getParent() == null
            ? List.copyOf(command.getSubcommands().values())
            : List.of(command.getParent());
    section("SEE ALSO");
    paragraph(others.stream().map(other -> title(other) + "(1)").collect(Collectors.joining(", ")));
  }

  private void section(String name) {
    line(".SH " + name);
  }

  /// A term in bold, and what it means below it.
  private void entry(String term, String meaning) {
    line(".TP");
    line(".B \"%s\"".formatted(escaped(term).replace("\"", "\\(dq")));
    paragraph(meaning);
  }

  private void paragraph(String words) {
    line(protectedLine(escaped(words)));
  }

  private void line(String roff) {
    text.append(roff).append('\n');
  }

  /// A hyphen is a minus, so that it can be copied, and a backslash is one.
  private static String escaped(String words) {
    return words.replace("\\", "\\e").replace("-", "\\-");
  }

  /// A line that begins with one of these is a command.
  private static String protectedLine(String roff) {
    return roff.startsWith(".") || roff.startsWith("'") ? "\\&" + roff : roff;
  }

  private static String withoutStop(String header) {
    return header.replaceFirst("\\.$", "");
  }
}
