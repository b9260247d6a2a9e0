package dev.deed.cli.host;

import java.util.Locale;

/// Questions with defaults, asked on a terminal only.
public record Questions(Surroundings surroundings) {

  /// @return the default where the answer is empty
  public String text(String question, String otherwise) {
    var answer = answer("%s [%s]: ".formatted(question, otherwise));
    return answer.isEmpty() ? otherwise : answer;
  }

  public boolean isYes(String question, boolean otherwise) {
    var answer = answer("%s [%s]: ".formatted(question, otherwise ? "Y/n" : "y/N"));
    return answer.isEmpty() ? otherwise : answer.toLowerCase(Locale.ROOT).startsWith("y");
  }

  private String answer(String question) {
    surroundings.err().print(question);
    surroundings.err().flush();
    return TypedLine.read(surroundings.in());
  }
}
