package dev.deed.engine.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deed.sql.Finding;
import dev.deed.sql.golden.Cases;
import dev.deed.sql.golden.HouseStyle;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What the rules' pages call bad is found, and what they call good is not.
class RulePagesTest {

  @TestFactory
  Stream<DynamicTest> finds_what_its_page_calls_bad_and_lets_the_good_pass() {
    return Cases.chosen(Rules.ALL, rule -> rule.name().text()).stream()
        .map(rule -> DynamicTest.dynamicTest(rule.name().text(), () -> check(rule)));
  }

  @Test
  void no_two_rules_have_one_name() {
    var names = Rules.ALL.stream().map(Rule::name).toList();
    assertEquals(names.stream().distinct().toList(), names);
  }

  private static void check(Rule rule) {
    var page = RulePage.of(rule);
    assertTrue(Rules.page(rule).startsWith("# " + rule.name() + "\n"), "the page's title");
    assertFalse(page.bad().isEmpty(), "the page has no `sql bad` block");
    assertFalse(page.good().isEmpty(), "the page has no `sql good` block");
    for (var block : page.bad()) {
      var found = lint(page, block);
      assertTrue(
          found.stream().anyMatch(f -> f.rule().equals(rule.name())),
          () -> block.title() + " is not found: " + found);
      found.stream().filter(f -> f.rule().equals(rule.name())).forEach(RulePagesTest::isWhole);
      found.forEach(HouseStyle::check);
    }
    for (var block : page.good()) {
      assertEquals(List.of(), lint(page, block), block.title());
    }
  }

  /// A finding that a person can act upon.
  private static void isWhole(Finding finding) {
    assertFalse(finding.message().isBlank(), "no message");
    assertFalse(finding.advice().isBlank(), "no advice");
    assertTrue(finding.span().length() > 0, "no place");
  }

  private static List<Finding> lint(RulePage page, RulePage.Block block) {
    return PageLint.of(page, block).stream().map(PageLint.Found::finding).toList();
  }
}
