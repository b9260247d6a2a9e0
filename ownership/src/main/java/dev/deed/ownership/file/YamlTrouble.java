package dev.deed.ownership.file;

import org.yaml.snakeyaml.error.MarkedYAMLException;

/// What a text that is no YAML lacks, in words for people who do not know YAML's.
///
/// @param isAtBegin told where the thing begins that has no end, not where the file ends
record YamlTrouble(String message, String advice, boolean isAtBegin) {

  static final String TOO_DEEP = "nested too deeply";
  static final YamlTrouble TAB =
      of("a tab stands here: YAML is indented with spaces", "write spaces");

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
          "the indentation is not that of the lines above",
          "what belongs together begins in the same column");
    }
    if (problem.equals(TOO_DEEP)) {
      return of("this is nested deeper than the file ever is", "close what is open before it");
    }
    var isEnclosed = context.contains("flow") || context.contains("quoted");
    var isForeign = problem.contains("node content") && !problem.contains("<stream end>");
    return isEnclosed && !isForeign ? unclosed(problem, context) : within(problem);
  }

  private static YamlTrouble unclosed(String problem, String context) {
    var isAtEnd = problem.contains("<stream end>") || problem.contains("end of stream");
    if (context.contains("quoted")) {
      return isAtEnd
          ? new YamlTrouble("the quote that begins here has no end", "close it", true)
          : of("what is within quotes cannot be read: " + problem, "in double quotes, \\ is \\\\");
    }
    var sign = context.contains("sequence") ? "]" : "}";
    return isAtEnd
        ? new YamlTrouble("what is opened here is not closed", "close it with " + sign, true)
        : of("a comma or %s is missing before this".formatted(sign), "put it there");
  }

  private static YamlTrouble within(String problem) {
    if (problem.contains("mapping values are not allowed")) {
      return of(
          "this colon makes a key of what is none",
          "a value with a colon and a space in it stands in quotes; a key stands in a line of its"
              + " own");
    }
    if (problem.contains("could not find expected ':'")) {
      return of("a colon is missing behind the key before this", "write \"key: value\"");
    }
    if (problem.contains("cannot start any token")) {
      return of("a value cannot begin with this sign", "put the value into quotes");
    }
    return problem.contains("expected the node content")
        ? of("a value is missing before this", "look for a comma, bracket or dash too many")
        : of(
            "cannot be read as YAML: " + problem,
            "look at the indentation, the colons and the quotes here and in the line before");
  }
}
