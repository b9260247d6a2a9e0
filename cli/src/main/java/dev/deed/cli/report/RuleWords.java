package dev.deed.cli.report;

import dev.deed.lint.Rules;
import dev.deed.lint.rule.Rule;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The description of a rule.
///
/// @param summary one line
/// @param help Markdown
/// @param severity the default severity; null if it depends on the finding
public record RuleWords(RuleName name, String summary, String help, @Nullable Severity severity) {

  public static RuleWords of(RuleName name) {
    var rule = Rules.named(name);
    var prose = prose(page(name));
    var summary = rule.map(Rule::summary).orElseGet(() -> firstSentence(name, prose));
    return new RuleWords(
        name, summary, prose.isEmpty() ? summary : prose, rule.map(Rule::severity).orElse(null));
  }

  /// The page of the rule; empty for a rule without a page.
  private static String page(RuleName name) {
    var path = "/dev/deed/rules/" + name + ".md";
    try (var page = RuleWords.class.getResourceAsStream(path)) {
      return page == null ? "" : new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The text of a page after its title and before its examples.
  private static String prose(String page) {
    var lines = page.lines().skip(1).takeWhile(line -> !line.startsWith("```"));
    return String.join("\n", lines.toList()).strip();
  }

  /// The first sentence under the first heading.
  private static String firstSentence(RuleName name, String prose) {
    var line = prose.replaceAll("(?m)^#.*$", "").strip().replaceAll("\\s+", " ");
    var end = line.indexOf(". ");
    var sentence = end < 0 ? line : line.substring(0, end + 1);
    return sentence.isEmpty() ? name.text().replace('-', ' ') : sentence;
  }
}
