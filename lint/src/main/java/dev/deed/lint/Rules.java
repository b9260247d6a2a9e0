package dev.deed.lint;

import dev.deed.lint.rule.Rule;
import dev.deed.lint.rule.column.ColumnRules;
import dev.deed.lint.rule.constraint.ConstraintRules;
import dev.deed.lint.rule.data.DataRules;
import dev.deed.lint.rule.definition.ColumnTypeRules;
import dev.deed.lint.rule.failure.FailureRules;
import dev.deed.lint.rule.file.FileRules;
import dev.deed.lint.rule.index.IndexRules;
import dev.deed.lint.rule.maintenance.MaintenanceRules;
import dev.deed.lint.rule.partition.PartitionRules;
import dev.deed.lint.rule.removal.RemovalRules;
import dev.deed.lint.rule.security.SecurityRules;
import dev.deed.lint.rule.transaction.TransactionRules;
import dev.deed.lint.rule.type.TypeRules;
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
              TypeRules.ALL,
              FailureRules.ALL)
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
