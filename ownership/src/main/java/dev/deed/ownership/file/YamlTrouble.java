package dev.deed.ownership.file;

import org.yaml.snakeyaml.error.MarkedYAMLException;

/// The mistake in a text that is not valid YAML, in words for readers who do not know YAML's terms.
///
/// @param isAtBegin true if the message is reported where an unclosed thing begins, not at the end
///   of the file
record YamlTrouble(String message, String advice, boolean isAtBegin) {

  static final String TOO_DEEP = "nested too deeply";
  static final YamlTrouble TAB =
      of("the line is indented with a tab: YAML allows spaces only", "indent with spaces");

  private static YamlTrouble of(String message, String advice) {
    return new YamlTrouble(message, advice, false);
  }

  static YamlTrouble of(MarkedYAMLException e) {
    var problem = String.valueOf(e.getProblem()).replaceAll("\\s+", " ").strip();
    var context = String.valueOf(e.getContext());
    if (context.contains("alias")) {
      return of("a * begins an alias in YAML", YamlReader.STAR_ADVICE);
    }
    if (problem.contains("<block end>")) {
      return of(
          "the indentation differs from the lines above",
          "start keys of the same level in the same column");
    }
    if (problem.equals(TOO_DEEP)) {
      return of(
          "this is nested deeper than an ownership file can be",
          "close the brackets and braces before it");
    }
    var isEnclosed = context.contains("flow") || context.contains("quoted");
    var isForeign = problem.contains("node content") && !problem.contains("<stream end>");
    return isEnclosed && !isForeign ? unclosed(problem, context) : within(problem);
  }

  private static YamlTrouble unclosed(String problem, String context) {
    var isAtEnd = problem.contains("<stream end>") || problem.contains("end of stream");
    if (context.contains("quoted")) {
      return isAtEnd
          ? new YamlTrouble("the quote that begins here is not closed", "close it", true)
          : of("the quoted text cannot be read: " + problem, "in double quotes, write \\ as \\\\");
    }
    var sign = context.contains("sequence") ? "]" : "}";
    return isAtEnd
        ? new YamlTrouble(
            "the bracket or brace opened here is not closed", "close it with " + sign, true)
        : of("a comma or %s is missing before this".formatted(sign), "add it");
  }

  private static YamlTrouble within(String problem) {
    if (problem.contains("mapping values are not allowed")) {
      return of(
          "this colon turns the text before it into a key",
          "put a value that contains a colon and a space in quotes; put a key on a line of its"
              + " own");
    }
    if (problem.contains("could not find expected ':'")) {
      return of("the key before this has no colon", "write \"key: value\"");
    }
    if (problem.contains("cannot start any token")) {
      return of("a value cannot begin with this sign", "put the value in quotes");
    }
    return problem.contains("expected the node content")
        ? of("a value is missing before this", "remove the extra comma, bracket or dash")
        : of(
            "this cannot be read as YAML: " + problem,
            "check the indentation, colons and quotes here and in the line before");
  }
}
