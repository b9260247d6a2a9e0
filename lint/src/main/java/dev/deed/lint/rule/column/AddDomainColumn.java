package dev.deed.lint.rule.column;

import dev.deed.lint.facts.AddedColumn;
import dev.deed.lint.facts.DomainChecks;
import dev.deed.lint.facts.Volatility;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.schema.DataType.DomainType;
import java.util.List;

/// Finds `ADD COLUMN` of a domain that has constraints.
final class AddDomainColumn implements AddedColumn.Check {

  /// From this version on, PostgreSQL checks one value for all existing rows, unless the check is
  /// volatile.
  private static final int CHECKS_ONCE = 19;

  @Override
  public void check(AddedColumn added) {
    if (isRewritten(added) && (!added.isRequired() || added.isFilled())) {
      added.domain().ifPresent(domain -> report(added, domain));
    }
  }

  /// Whether the domain alone causes a rewrite, whatever the column's default is.
  static boolean isRewritten(AddedColumn added) {
    return added
        .domain()
        .filter(d -> d.notNull() || !d.checks().isEmpty())
        .filter(d -> added.view().postgres() < CHECKS_ONCE || hasVolatileCheck(d, added.view()))
        .isPresent();
  }

  private static boolean hasVolatileCheck(DomainType domain, RuleView view) {
    return domain.checks().stream()
        .map(check -> Volatility.of(check.condition().tree(), view.catalog()).grade())
        .anyMatch(grade -> grade == Volatility.Grade.VOLATILE);
  }

  private static void report(AddedColumn added, DomainType domain) {
    var table = added.effect().table();
    var column = Identifier.quoted(added.column().name());
    var plain = "ADD COLUMN " + column + " " + domain.base().text() + ";";
    added.report(
        "the domain %s has constraints: this rewrites %s and its indexes while reads and writes of it wait"
            .formatted(domain.qualifiedName().dotted(), added.table().dotted()),
        "use the domain's base type, and put the check on the column\n"
            + SafeSql.alterTable(table, plain)
            + checks(added, domain),
        domain.name());
  }

  private static String checks(AddedColumn added, DomainType domain) {
    if (domain.checks().isEmpty()) {
      return "";
    }
    var table = added.effect().table();
    var column = added.column().name();
    var name = SafeSql.name(table, List.of(column), "check");
    var condition = DomainChecks.on(domain, column);
    return String.join(
        "\n",
        "",
        SafeSql.alterTable(
            table, "ADD CONSTRAINT " + name + " CHECK (" + condition + ") NOT VALID;"),
        "-- in a later migration",
        SafeSql.alterTable(table, "VALIDATE CONSTRAINT " + name + ";"));
  }
}
