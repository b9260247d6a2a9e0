package dev.deed.cli.render;

import dev.deed.cli.report.RuleReport;
import dev.deed.cli.report.RuleReport.ExplainedRule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Rules as text.
final class RulesText {

  private static final Pattern FENCE = Pattern.compile("(?ms)^```([^\\n]*)\\n(.*?)^```\\n?");
  private static final Pattern HEADING = Pattern.compile("(?m)^## (.*)\\n\\n");
  private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");

  private RulesText() {}

  static String of(RuleReport.RuleList report) {
    var width = report.rules().stream().mapToInt(r -> r.name().text().length()).max().orElse(0);
    var families =
        Arrays.stream(ExplainedRule.Family.values())
            .map(family -> family(family, report.rules(), width))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("\n"));
    return "%s%n%d rules; deed explain RULE explains why and what to do"
        .formatted(families, report.rules().size());
  }

  private static String family(ExplainedRule.Family family, List<ExplainedRule> rules, int width) {
    var lines =
        rules.stream()
            .filter(r -> r.family() == family)
            .map(r -> line(r, width))
            .collect(Collectors.joining());
    return lines.isEmpty() ? "" : family.words() + "\n" + lines;
  }

  private static String line(ExplainedRule rule, int width) {
    var name = rule.name() + " ".repeat(width - rule.name().text().length());
    return "  %s  %-7s  %s%n".formatted(name, words(rule.severity()), rule.summary());
  }

  static String words(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// The page without Markdown syntax and without the blocks for its tests.
  static String of(RuleReport.Explained report) {
    var rule = report.rule();
    var text = rule.page().substring(rule.page().indexOf('\n')).strip();
    var hazards =
        rule.hazards().stream().map(RulesText::words).sorted().collect(Collectors.joining(", "));
    var head =
        "%s (%s, %s%s)"
            .formatted(
                rule.name(),
                words(rule.severity()),
                rule.family().words(),
                hazards.isEmpty() ? "" : ": " + hazards);
    var prose = HEADING.matcher(text).replaceAll("$1:\n");
    var body = FENCE.matcher(prose).replaceAll(m -> Matcher.quoteReplacement(block(m)));
    return head + "\n\n" + EMPTY_LINES.matcher(body).replaceAll("\n\n").strip();
  }

  private static String block(MatchResult fence) {
    var kind = fence.group(1);
    if (kind.equals("proof")) {
      return "";
    }
    return label(kind) + fence.group(2).indent(4);
  }

  private static String label(String kind) {
    return Stream.of("setup", "bad", "good")
        .filter(word -> kind.contains(" " + word))
        .findFirst()
        .map(word -> word.equals("setup") ? "given:\n" : word + ":\n")
        .orElse(kind.equals("yaml") ? "schema-ownership.yaml:\n" : "");
  }
}
