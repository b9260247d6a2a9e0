package dev.deed.engine.lint;

import dev.deed.sql.RuleName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All lint rules, family by family, and their pages.
public final class Rules {

  public static final List<Rule> ALL =
      Stream.of(
              IndexRules.ALL,
              ConstraintRules.ALL,
              ColumnRules.ALL,
              PartitionRules.ALL,
              MaintenanceRules.ALL,
              DataRules.ALL,
              SecurityRules.ALL,
              ColumnTypeRules.ALL,
              TransactionRules.ALL,
              FileRules.ALL,
              RemovalRules.ALL,
              TypeRules.ALL)
          .flatMap(List::stream)
          .toList();

  private Rules() {}

  public static Optional<Rule> named(RuleName name) {
    return ALL.stream().filter(rule -> rule.name().equals(name)).findFirst();
  }

  /// The rule's page, in Markdown.
  public static String page(Rule rule) {
    var path = "/dev/deed/rules/" + rule.name() + ".md";
    try (var page = Rules.class.getResourceAsStream(path)) {
      if (page == null) {
        throw new IllegalStateException("the rule " + rule.name() + " has no page");
      }
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
