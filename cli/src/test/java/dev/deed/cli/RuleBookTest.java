package dev.deed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.cli.job.RuleBook;
import dev.deed.cli.report.RuleReport.ExplainedRule;
import dev.deed.ownership.OwnershipRules;
import dev.deed.sql.RuleName;
import dev.deed.sql.golden.Cases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleBookTest {

  private static final Path ROOT =
      Path.of(System.getProperty("basedir", "")).resolve("..").toAbsolutePath().normalize();
  private static final Pattern NAMED = Pattern.compile("new RuleName\\(\\s*\"([^\"]+)\"");
  private static final Pattern FOUND =
      Pattern.compile("(?m)^\\S+:\\d+:\\d+:? (error|warning)(?:: .* \\[| )([a-z0-9-]+)]?$");

  static List<ExplainedRule> chosen() {
    return Cases.chosen(RuleBook.all(), rule -> rule.name().text());
  }

  @ParameterizedTest
  @MethodSource("chosen")
  void has_a_page_for_every_rule(ExplainedRule rule) {
    assertThat(rule.page()).startsWith("# " + rule.name() + "\n\n");
    assertThat(rule.summary()).isNotBlank().doesNotEndWith(".").doesNotContain("\n");
  }

  @Test
  void has_each_rule_once() {
    assertThat(names()).doesNotHaveDuplicates().containsAll(OwnershipRules.ALL);
  }

  /// All rule names in the sources.
  @Test
  void knows_every_rule_that_a_finding_can_carry() {
    var named =
        sources()
            .flatMap(file -> NAMED.matcher(read(file)).results())
            .map(match -> new RuleName(match.group(1)))
            .collect(Collectors.toSet());

    assertThat(named).hasSizeGreaterThan(50);
    assertThat(names()).containsAll(named);
  }

  /// The severities of a rule's findings in the golden files of other tests.
  @Test
  void weighs_each_rule_as_its_findings_do() {
    var weights = new TreeSet<String>();
    screens()
        .flatMap(file -> FOUND.matcher(read(file)).results())
        .forEach(match -> weights.add(match.group(2) + " " + match.group(1)));

    assertThat(weights).hasSizeGreaterThan(20);
    for (var rule : RuleBook.all()) {
      var mine = rule.name() + " " + rule.severity().name().toLowerCase(Locale.ROOT);
      var seen = weights.stream().filter(w -> w.startsWith(rule.name() + " ")).toList();
      assertThat(seen.isEmpty() || seen.contains(mine)).as("%s, seen %s", mine, seen).isTrue();
    }
  }

  private static List<RuleName> names() {
    return RuleBook.all().stream().map(ExplainedRule::name).toList();
  }

  private static Stream<Path> sources() {
    return Stream.of("sql", "ownership", "engine", "drift-checker", "cli")
        .flatMap(module -> files(ROOT.resolve(module).resolve("src/main/java")));
  }

  private static Stream<Path> screens() {
    return Stream.concat(
        files(ROOT.resolve("cli/src/test/resources/transcripts")),
        files(ROOT.resolve("ownership/src/test/resources/cases")));
  }

  private static Stream<Path> files(Path folder) {
    try (var files = Files.walk(folder)) {
      return files
          .filter(f -> f.toString().endsWith(".java") || f.toString().endsWith(".txt"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
