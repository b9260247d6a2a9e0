package dev.deed.cli.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.lint.PageLint;
import dev.deed.lint.PageLint.Found;
import dev.deed.lint.RulePage;
import dev.deed.lint.RulePage.Block;
import dev.deed.lint.Rules;
import dev.deed.lint.rule.Rule;
import dev.deed.sql.Finding;
import dev.deed.sql.SourceFile;
import dev.deed.sql.golden.Cases;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.script.Script;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/// The SQL that a finding tells to write instead can be pasted in the place of the statement: it is
/// SQL, a server takes it, and the same rule does not find it again. An advice's first line is in
/// words, the others are SQL; a comment line that says `migration` begins a migration of its own.
@ExtendWith(PostgresExtension.class)
class FailureAdviceTest {

  private static final Pattern NEXT = Pattern.compile("(?m)^-- .*\\bmigration\\b.*$");

  @TestFactory
  Stream<DynamicTest> gives_sql_that_runs(TestDatabase database) {
    return Cases.chosen(Rules.ALL, rule -> rule.name().text()).stream()
        .map(rule -> DynamicTest.dynamicTest(rule.name().text(), () -> check(rule, database)));
  }

  private static void check(Rule rule, TestDatabase database) throws SQLException {
    var page = RulePage.of(rule);
    for (var block : page.bad()) {
      for (var found : PageLint.of(page, block)) {
        if (found.finding().rule().equals(rule.name()) && !sql(found.finding()).isBlank()) {
          check(page, block, found, database);
        }
      }
    }
  }

  private static String sql(Finding finding) {
    return String.join("\n", finding.advice().lines().skip(1).toList());
  }

  private static void check(RulePage page, Block block, Found found, TestDatabase database)
      throws SQLException {
    var finding = found.finding();
    var where = block.title() + ", advice:\n" + sql(finding) + "\n";
    assertEquals(List.of(), read(sql(finding)).problems(), where);
    var followed = followed(block, found);
    assertEquals(List.of(), again(page, followed, finding), where + "is found again");
    if (!block.unproved() && block.postgres() <= RulePage.USUAL) {
      var done = LiveServer.withoutRows(database, page.setup()).run(followed.migrations());
      assertTrue(
          done.stream().allMatch(step -> step.error().isEmpty()), () -> where + "does " + done);
    }
  }

  private static List<Finding> again(RulePage page, Block followed, Finding finding) {
    return PageLint.of(page, followed).stream()
        .filter(found -> !isIgnored(followed.migrations().get(found.migration()), finding))
        .map(Found::finding)
        .filter(f -> f.rule().equals(finding.rule()) && f.severity() == finding.severity())
        .toList();
  }

  /// The advice says how to tell that it has been followed.
  private static boolean isIgnored(String migration, Finding finding) {
    return read(migration).directives().stream()
        .anyMatch(d -> d.name().equals("ignore") && d.arguments().startsWith(finding.rule() + " "));
  }

  /// The example up to the statement that was found, and the advice in its place.
  private static Block followed(Block block, Found found) {
    var migrations = new ArrayList<>(block.migrations().subList(0, found.migration()));
    var text = block.migrations().get(found.migration());
    var place = found.finding().span().start();
    var kept =
        read(text).statements().stream()
            .filter(s -> s.span().end() > place)
            .findFirst()
            .map(s -> text.substring(0, s.span().start()))
            .orElse(text + "\n");
    var steps = NEXT.split(kept + sql(found.finding()));
    Arrays.stream(steps).filter(step -> !step.isBlank()).forEach(migrations::add);
    var down = block.down() && migrations.size() == block.migrations().size();
    return new Block(
        block.title(), migrations, block.postgres(), down, block.byEngine(), block.unproved());
  }

  private static Script read(String sql) {
    return ScriptReader.read(new SourceFile("advice.sql"), sql);
  }
}
