package dev.deed.lint.rule.constraint;

import dev.deed.lint.facts.DomainChecks;
import dev.deed.lint.rule.NotNull;
import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TypeEffect.AltersDomain;
import dev.deed.sql.effect.TypeEffect.DomainChange;
import dev.deed.sql.expression.ExpressionSql;
import dev.deed.sql.schema.DataType.DomainType;
import dev.deed.sql.schema.RelationPart.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds `ALTER DOMAIN` that checks every stored value of the domain.
final class AddDomainConstraint implements EffectCheck<AltersDomain> {

  @Override
  public void check(AltersDomain alters, RuleView view) {
    if (!looksAtValues(alters)) {
      return;
    }
    var domain = ObjectName.of(ObjectKind.DOMAIN, view.relation(alters.type()));
    var known = view.catalog().type(domain.name());
    var object = known.map(d -> d.name()).orElse(domain);
    var columns =
        view.catalog().dependants(object).stream()
            .filter(TableColumn.class::isInstance)
            .map(TableColumn.class::cast)
            .filter(c -> view.hasRows(c.relation()))
            .toList();
    if (known.filter(DomainType.class::isInstance).isPresent() && columns.isEmpty()) {
      return;
    }
    var about = new ArrayList<ObjectName>();
    about.add(object);
    tables(columns).forEach(t -> about.add(ObjectName.table(t)));
    var names =
        tables(columns).stream().map(QualifiedName::dotted).collect(Collectors.joining(", "));
    view.report(
        alters.span(),
        "this blocks writes to %s while every value of %s is checked"
            .formatted(
                columns.isEmpty() ? "all tables that use it" : names, object.name().dotted()),
        advice(alters, columns, view),
        about);
  }

  private static boolean looksAtValues(AltersDomain alters) {
    var constraint = alters.constraint();
    return switch (alters.change()) {
      case SET_NOT_NULL, VALIDATE_CONSTRAINT -> true;
      case ADD_CONSTRAINT -> constraint != null && !constraint.notValid();
      case SET_DEFAULT, DROP_DEFAULT, DROP_NOT_NULL, DROP_CONSTRAINT -> false;
    };
  }

  private static List<QualifiedName> tables(List<TableColumn> columns) {
    return columns.stream().map(TableColumn::relation).distinct().toList();
  }

  private static String advice(AltersDomain alters, List<TableColumn> columns, RuleView view) {
    var constraint = alters.constraint();
    if (alters.change() == DomainChange.SET_NOT_NULL) {
      return notNull(columns, view);
    }
    return constraint != null && constraint.rule() instanceof Check check
        ? check(alters, constraint, check, columns, view)
        : "check the columns that use the domain instead: add a constraint to each as NOT VALID, then validate it";
  }

  private static String notNull(List<TableColumn> columns, RuleView view) {
    var steps = new ArrayList<String>();
    steps.add("set NOT NULL on the columns instead, in steps that do not block reads or writes");
    for (var column : columns) {
      if (steps.size() > 1) {
        steps.add("-- in a later migration");
      }
      steps.add(NotNull.later(view, column.relation(), column.part()));
    }
    return String.join("\n", steps);
  }

  /// The domain checks new values; constraints of the columns check the existing ones.
  private static String check(
      AltersDomain alters,
      Constraint constraint,
      Check check,
      List<TableColumn> columns,
      RuleView view) {
    var steps = new ArrayList<String>();
    steps.add(
        "add it as NOT VALID, which checks new values only, and check existing values by constraints of the columns");
    steps.add(
        "ALTER DOMAIN %s ADD %s NOT VALID;"
            .formatted(alters.type().quoted(), SafeSql.oneLine(view.text(constraint.span()))));
    for (var column : columns) {
      var name = name(column, constraint.name());
      var condition = ExpressionSql.of(DomainChecks.on(check.condition().tree(), column.part()));
      var table = column.relation();
      steps.add("-- in a later migration");
      steps.add(
          SafeSql.alterTable(
              table, "ADD CONSTRAINT %s CHECK (%s) NOT VALID;".formatted(name, condition)));
      steps.add("-- in a later migration");
      steps.add(SafeSql.alterTable(table, "VALIDATE CONSTRAINT " + name + ";"));
    }
    return String.join("\n", steps);
  }

  private static String name(TableColumn column, @Nullable String domainConstraint) {
    return domainConstraint == null
        ? SafeSql.name(column.relation(), List.of(column.part()), "check")
        : Identifier.quoted(domainConstraint);
  }
}
