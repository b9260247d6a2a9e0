package dev.deed.engine.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deed.sql.Finding;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.schema.SchemaReader;
import dev.deed.sql.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What the rules' pages call bad is found, and what they call good is not.
class RulePagesTest {

  @TestFactory
  Stream<DynamicTest> finds_what_its_page_calls_bad_and_lets_the_good_pass() {
    return Rules.ALL.stream()
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
    }
    for (var block : page.good()) {
      assertEquals(List.of(), lint(page, block), block.title());
    }
  }

  /// A finding that a person can act upon.
  private static void isWhole(Finding finding) {
    assertFalse(finding.message().isBlank(), "no message");
    assertFalse(finding.advice().isBlank(), "no advice");
    assertFalse(finding.message().endsWith("."), finding.message());
    assertTrue(finding.span().length() > 0, "no place");
  }

  private static List<Finding> lint(RulePage page, RulePage.Block block) {
    var reader = new SchemaReader(List.of("public"), block.postgres());
    reader.readBaseline(readable(page.setup()));
    // What is off otherwise is on for its own page.
    var levels = Map.of(page.rule().name(), Severity.ERROR);
    var weighed = page.rule().severity() == Severity.OFF ? levels : Map.<RuleName, Severity>of();
    var linter = new Linter(reader, new Linting(block.postgres(), block.byEngine(), false, weighed));
    var findings = new ArrayList<Finding>();
    var migrations = block.migrations();
    @Nullable Linted last = null;
    for (var i = 0; i < migrations.size(); i++) {
      var script = readable(migrations.get(i));
      var alone = migrations.get(i).contains("-- deed: transaction none");
      var linted =
          last != null && block.down() && i == migrations.size() - 1
              ? linter.lintDown(script, alone, last)
              : linter.lint(script, alone);
      linted.remarks().forEach(remark -> findings.add(remark.finding()));
      last = linted;
    }
    return findings;
  }

  private static Script readable(String text) {
    var script = ScriptReader.read(new SourceFile("example.sql"), text);
    assertEquals(List.of(), script.problems());
    return script;
  }
}
