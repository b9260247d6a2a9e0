package dev.deed.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deed.lint.rule.Rule;
import dev.deed.sql.Finding;
import dev.deed.sql.golden.Cases;
import dev.deed.sql.golden.HouseStyle;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules' pages have their three parts, what they call bad is found, and what they call good is
/// not.
class RulePagesTest {

  private static final List<String> PARTS =
      List.of("## What it finds", "## Why it matters", "## What to do instead");

  @TestFactory
  Stream<DynamicTest> finds_what_its_page_calls_bad_and_lets_the_good_pass() {
    return Cases.chosen(Rules.ALL, rule -> rule.name().text()).stream()
        .map(rule -> DynamicTest.dynamicTest(rule.name().text(), () -> check(rule)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_page_says_what_why_and_what_to_do_instead_before_its_examples(Path page)
      throws IOException {
    var lines = Files.readAllLines(page);
    var prose = lines.stream().takeWhile(line -> !line.startsWith("```")).toList();
    assertEquals(PARTS, lines.stream().filter(line -> line.startsWith("#")).skip(1).toList());
    assertEquals(PARTS, prose.stream().filter(line -> line.startsWith("##")).toList());
    for (var part : PARTS) {
      var first = lines.get(lines.indexOf(part) + 2);
      assertFalse(first.isBlank() || first.startsWith("#") || first.startsWith("```"), part);
    }
  }

  static Stream<Path> pages() throws IOException, URISyntaxException {
    var folder = Objects.requireNonNull(Rules.class.getResource("/dev/deed/rules")).toURI();
    try (var pages = Files.list(Path.of(folder))) {
      return Cases.chosen(Path.of(folder), pages.sorted().toList()).stream();
    }
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
    Stream.concat(page.bad().stream(), page.good().stream())
        .forEach(block ->
            assertFalse(
                block.migrations().stream().allMatch(String::isBlank),
                () -> block.title() + " is empty"));
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
