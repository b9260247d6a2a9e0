package dev.deed.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Text with commands, `$ deed check`, each followed by its output and, if it is not 0, its exit
/// code: `[exit 1]`.
final class Transcript {

  private static final String PROMPT = "$ ";

  private Transcript() {}

  /// Runs the program, with variables added to its environment.
  @FunctionalInterface
  interface Program {
    Console.Answer run(Map<String, String> variables, List<String> arguments);
  }

  /// The same text with the current output of every command.
  static String replay(String text, Console console) {
    return replay(
        text,
        (variables, arguments) -> {
          var environment = new HashMap<>(console.environment());
          environment.putAll(variables);
          return console.with(environment).run(arguments.toArray(String[]::new));
        });
  }

  static String replay(String text, Program program) {
    var lines = new ArrayList<String>();
    var answering = false;
    for (var line : text.lines().toList()) {
      if (line.startsWith(PROMPT)) {
        separate(lines, answering);
        lines.add(line);
        lines.addAll(answer(line.substring(PROMPT.length()), program));
        answering = true;
      } else if (!answering) {
        lines.add(line);
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static void separate(List<String> lines, boolean answering) {
    if (answering) {
      lines.add("");
    }
  }

  private static List<String> answer(String commandLine, Program run) {
    var words = words(commandLine);
    var variables = new HashMap<String, String>();
    while (words.getFirst().matches("[A-Z_]+=.*")) {
      var assignment = words.removeFirst().split("=", 2);
      variables.put(assignment[0], assignment[1]);
    }
    var program = words.removeFirst();
    if (!program.equals("deed") && !program.equals("./deed")) {
      throw new IllegalArgumentException("a transcript runs deed, not " + commandLine);
    }
    var answer = run.run(variables, words);
    var lines = new ArrayList<>(answer.screen().lines().toList());
    if (answer.exit() != 0) {
      lines.add("[exit %d]".formatted(answer.exit()));
    }
    return lines;
  }

  /// Splits arguments like a shell, without escapes and variables.
  private static List<String> words(String commandLine) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    var quote = ' ';
    for (char c : (commandLine + " ").toCharArray()) {
      if (c == quote && quote != ' ') {
        quote = ' ';
      } else if (quote != ' ') {
        word.append(c);
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c != ' ') {
        word.append(c);
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words;
  }
}
