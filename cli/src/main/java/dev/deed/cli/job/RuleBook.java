package dev.deed.cli.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.cli.report.RuleReport.ExplainedRule;
import dev.deed.cli.report.RuleReport.ExplainedRule.Family;
import dev.deed.lint.Rules;
import dev.deed.lint.rule.Rule;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Every rule that a finding can name, with its page. Lint rules are described by their classes,
/// all others by `rules.txt`.
public final class RuleBook {

  private RuleBook() {}

  public static List<ExplainedRule> all() {
    var rules = new ArrayList<ExplainedRule>();
    var family = Family.OWNERSHIP;
    for (var line : text("/dev/deed/cli/rules.txt").lines().filter(l -> !l.isBlank()).toList()) {
      var words = line.split(" ", 3);
      if (words.length == 1) {
        family = Family.valueOf(line.toUpperCase(Locale.ROOT));
      } else {
        var severity = Severity.valueOf(words[1].toUpperCase(Locale.ROOT));
        rules.add(explained(new RuleName(words[0]), family, severity, words[2]));
      }
    }
    Rules.ALL.forEach(rule -> rules.add(explained(rule)));
    return rules;
  }

  private static ExplainedRule explained(
      RuleName name, Family family, Severity severity, String summary) {
    return new ExplainedRule(name, family, severity, Set.of(), summary, page(name));
  }

  private static ExplainedRule explained(Rule rule) {
    return new ExplainedRule(
        rule.name(),
        Family.LINT,
        rule.severity(),
        rule.hazards(),
        rule.summary(),
        page(rule.name()));
  }

  private static String page(RuleName rule) {
    return text("/dev/deed/rules/" + rule + ".md");
  }

  private static String text(String resource) {
    try (var stream = RuleBook.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(resource + " is not packed");
      }
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
