package dev.deed.cli.render;

import dev.deed.cli.report.RuleReport;
import dev.deed.cli.report.RuleReport.ExplainedRule;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Rules as a document.
final class RulesMarkdown {

  /// The proof blocks of a page, which are only for its tests.
  private static final Pattern PROOF = Pattern.compile("(?ms)^\\n```proof\\n.*?^```\\n");

  private RulesMarkdown() {}

  static String of(RuleReport.Explained report) {
    return PROOF.matcher(report.rule().page()).replaceAll("").strip() + "\n";
  }

  static String of(RuleReport.RuleList report) {
    return Arrays.stream(ExplainedRule.Family.values())
        .map(family -> family(family, report.rules()))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n", "# Rules\n\n", ""));
  }

  private static String family(ExplainedRule.Family family, List<ExplainedRule> rules) {
    var rows =
        rules.stream()
            .filter(r -> r.family() == family)
            .map(r ->
                "| %s | %s | %s |\n"
                    .formatted(
                        MarkdownText.code(r.name().text()),
                        RulesText.words(r.severity()),
                        r.summary().replace("|", "\\|")))
            .collect(Collectors.joining());
    return rows.isEmpty()
        ? ""
        : "## In %s\n\n| rule | severity | what it finds |\n|---|---|---|\n%s"
            .formatted(family.words(), rows);
  }
}
