package dev.deed.lint.facts;

import static java.util.stream.Collectors.joining;

import dev.deed.lint.rule.RuleView;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.TableDefinition.PartitionKey;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.And;
import dev.deed.sql.expression.Expression.Between;
import dev.deed.sql.expression.Expression.Binary;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.In;
import dev.deed.sql.expression.Expression.Is;
import dev.deed.sql.expression.Expression.Quantified;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The condition that a partition's bound puts on its rows, as a CHECK constraint would express it.
///
/// @param column the column of the partition key; null if the key is an expression or several
///   columns
/// @param from the lower bound of a range, or null; `to` is the upper bound
/// @param values the values of a list partition
public record PartitionCheck(
    @Nullable String column, @Nullable String from, @Nullable String to, List<String> values) {

  private static final Pattern RANGE =
      Pattern.compile("(?is)for values from ?\\((.*)\\) ?to ?\\((.*)\\)");
  private static final Pattern LIST = Pattern.compile("(?is)for values in ?\\((.*)\\)");
  private static final PartitionCheck UNKNOWN = new PartitionCheck(null, null, null, List.of());

  public PartitionCheck {
    values = List.copyOf(values);
  }

  /// @param bound the text of the bound, as in `AttachesPartition`
  public static PartitionCheck of(String bound, Optional<Table> parent) {
    var column =
        parent
            .map(Table::partitionBy)
            .filter(by -> by.keys().size() == 1)
            .map(by -> by.keys().getFirst())
            .map(PartitionKey::column)
            .orElse(null);
    if (column == null) {
      return UNKNOWN;
    }
    var range = RANGE.matcher(bound);
    if (range.matches()) {
      return new PartitionCheck(column, end(range.group(1)), end(range.group(2)), List.of());
    }
    var list = LIST.matcher(bound);
    return list.matches() && !list.group(1).contains("null")
        ? new PartitionCheck(column, null, null, List.of(list.group(1).strip()))
        : UNKNOWN;
  }

  private static @Nullable String end(String bound) {
    var text = bound.strip();
    return text.equalsIgnoreCase("minvalue") || text.equalsIgnoreCase("maxvalue") ? null : text;
  }

  /// The condition as SQL; empty if the bound is not understood.
  public Optional<String> condition() {
    if (column == null) {
      return Optional.empty();
    }
    var name = Identifier.quoted(column);
    var parts = new ArrayList<String>();
    parts.add(name + " IS NOT NULL");
    if (from != null) {
      parts.add(name + " >= " + from);
    }
    if (to != null) {
      parts.add(name + " < " + to);
    }
    values.forEach(v -> parts.add(name + " IN (" + v + ")"));
    return Optional.of(parts.stream().collect(joining(" AND ")));
  }

  /// Whether valid constraints prove the condition, so that PostgreSQL does not scan the partition.
  /// If the bound is not understood, any valid CHECK counts as a proof.
  public boolean isProvedBy(
      List<TableConstraint> constraints, RuleView view, QualifiedName partition) {
    var checks = new ArrayList<Check>();
    constraints.stream()
        .filter(TableConstraint::validated)
        .map(TableConstraint::rule)
        .filter(Check.class::isInstance)
        .forEach(rule -> checks.add((Check) rule));
    if (column == null) {
      return !checks.isEmpty();
    }
    var facts = new HashSet<String>();
    checks.forEach(check -> addFacts(check.condition().tree(), facts));
    var isNotNull =
        facts.contains("not null")
            || view.catalog().column(partition, column).filter(c -> c.notNull()).isPresent();
    return isNotNull
        && (from == null || facts.contains(">= " + bare(from)))
        && (to == null || facts.contains("< " + bare(to)))
        && (values.isEmpty() || facts.contains("in"));
  }

  /// Whether one of the default partition's checks uses the same column: it may exclude the new
  /// partition's values.
  public boolean isExcludedBy(List<Check> checks) {
    return checks.stream()
        .anyMatch(c -> column == null || c.condition().canonical().contains(column));
  }

  private void addFacts(Expression condition, Set<String> facts) {
    switch (condition) {
      case And and -> and.operands().forEach(e -> addFacts(e, facts));
      case Is(var operand, var test, var negated) when negated && test.equals("null") -> {
        if (isKey(operand)) {
          facts.add("not null");
        }
      }
      case Binary(var operator, var left, var right) when isKey(left) ->
          facts.add(operator.name() + " " + value(right));
      case Between between when isKey(between.operand()) && !between.negated() ->
          facts.add(">= " + value(between.low()));
      case In in when isKey(in.operand()) && !in.negated() -> facts.add("in");
      case Quantified any when isKey(any.left()) && !any.all() -> facts.add("in");
      default -> {
        // no fact that a bound needs
      }
    }
    if (condition instanceof Binary(var operator, var left, var _)
        && operator.name().equals("=")
        && isKey(left)) {
      facts.add("in");
    }
  }

  private boolean isKey(Expression expression) {
    return switch (expression) {
      case Cast cast -> isKey(cast.value());
      case Column named -> named.name().equals(column);
      default -> false;
    };
  }

  private static String value(Expression expression) {
    return switch (expression) {
      case Cast cast -> value(cast.value());
      case Constant constant -> constant.value();
      default -> expression.toString();
    };
  }

  /// The value alone: `2026-01-01` of `'2026-01-01'::date`.
  private static String bare(String bound) {
    var text = bound.replaceAll("(?s)^[a-z ]*'(.*?)'.*$", "$1");
    return text.strip();
  }
}
