package dev.deed.cli.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.lint.RulePage;
import dev.deed.lint.RulePage.Block;
import dev.deed.lint.Rules;
import dev.deed.lint.rule.Rule;
import dev.deed.sql.Hazard;
import dev.deed.sql.golden.Cases;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/// What the rules' pages claim of locks, scans and rewrites is what a live server does. A line of a
/// page's `proof` block: `bad 1: orders SHARE, scan orders`. Where the example is of several
/// migrations, semicolons part what each of them does; without one, it is what they do together.
///
/// A lock is told from `SHARE` on, or where the page names it, and on tables, or on an index that
/// the page names. Of a statement that runs outside transactions it is the lock it holds while it
/// waits for others.
@ExtendWith(PostgresExtension.class)
class RuleProofTest {

  private static final EnumSet<Hazard> TO_PROVE =
      EnumSet.of(Hazard.BLOCKS_READS, Hazard.BLOCKS_WRITES, Hazard.REWRITES_TABLE);

  /// `bad 3 before 18` and `bad 3 from 18`, where servers differ.
  private static final Pattern VERSIONS =
      Pattern.compile("(?<example>(bad|good) \\d+)( (?<word>from|before) (?<version>\\d+))?");

  @TestFactory
  Stream<DynamicTest> does_to_a_server_what_the_pages_claim(TestDatabase database) {
    return Cases.chosen(Rules.ALL, rule -> rule.name().text()).stream()
        .map(rule -> DynamicTest.dynamicTest(rule.name().text(), () -> prove(rule, database)));
  }

  private static void prove(Rule rule, TestDatabase database) throws SQLException {
    var page = RulePage.of(rule);
    if (rule.hazards().stream().anyMatch(TO_PROVE::contains)
        && page.bad().stream()
            .anyMatch(block -> block.postgres() == RulePage.USUAL && !block.unproved())) {
      assertFalse(page.proof().isEmpty(), rule.name() + ": the page does not prove what it claims");
    }
    for (var line : page.proof()) {
      var colon = line.indexOf(':');
      var title = VERSIONS.matcher(line.substring(0, colon));
      if (!title.matches()) {
        throw new AssertionError("not an example, with versions or without: " + line);
      }
      var block = block(page, title.group("example"));
      if (isOf(title, database.majorVersion())
          && !isAllowed(page, block, database.majorVersion())) {
        assertEquals(
            line,
            line.substring(0, colon)
                + ": "
                + done(page, block, line.substring(colon + 1), database));
      }
    }
  }

  private static boolean isOf(Matcher title, int server) {
    return title.group("version") == null
        || title.group("word").equals("from")
            == (server >= Integer.parseInt(title.group("version")));
  }

  /// The page itself shows the same example as a good one for later servers, such as this.
  private static boolean isAllowed(RulePage page, Block block, int server) {
    return page.good().stream()
        .anyMatch(good ->
            good.postgres() > RulePage.USUAL
                && good.postgres() <= server
                && good.migrations().equals(block.migrations()));
  }

  private static Block block(RulePage page, String title) {
    return Stream.concat(page.bad().stream(), page.good().stream())
        .filter(block -> block.title().equals(title))
        .findFirst()
        .orElseThrow(() -> new AssertionError("the page has no block " + title));
  }

  /// In the words of the claim.
  private static String done(RulePage page, Block block, String claim, TestDatabase database)
      throws SQLException {
    var claimed = Arrays.stream(claim.split(";")).map(Observed::claimed).toList();
    var server = LiveServer.with(database, page.setup());
    var seen = server.run(block.migrations());
    if (claimed.size() == 1) {
      var together = seen.stream().reduce(Observed.nothing(), Observed::and);
      return inOrder(claimed, List.of(together.seenAs(claimed.getFirst(), server.tables())), claim);
    }
    assertEquals(seen.size(), claimed.size(), "migrations in " + block.title());
    var told = new ArrayList<Observed>();
    for (var i = 0; i < seen.size(); i++) {
      told.add(seen.get(i).seenAs(claimed.get(i), server.tables()));
    }
    return inOrder(claimed, told, claim);
  }

  /// The claim as it was written, where it says the same in another order.
  private static String inOrder(List<Observed> claimed, List<Observed> seen, String claim) {
    return claimed.equals(seen)
        ? claim.strip()
        : String.join("; ", seen.stream().map(Observed::toString).toList());
  }
}
