package dev.deed.cli.render;

import dev.deed.engine.lint.Rule;
import dev.deed.engine.lint.Rules;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;

/// What a rule is about.
///
/// @param summary a line
/// @param help Markdown
/// @param severity where the ownership file says nothing else
record RuleWords(RuleName name, String summary, String help, Severity severity) {

  static RuleWords of(RuleName name) {
    return Rules.named(name)
        .map(RuleWords::of)
        .orElseGet(() -> {
          var words = name.text().replace('-', ' ');
          return new RuleWords(name, words, words, Severity.ERROR);
        });
  }

  private static RuleWords of(Rule rule) {
    return new RuleWords(rule.name(), rule.summary(), prose(Rules.page(rule)), rule.severity());
  }

  /// A page begins with its title and says why; its examples are the rule's tests.
  private static String prose(String page) {
    var lines = page.lines().skip(1).takeWhile(line -> !line.startsWith("```"));
    return String.join("\n", lines.toList()).strip();
  }
}
