package dev.deed.lint.facts;

import dev.deed.lint.rule.RuleCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Column;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.AddsColumn;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.ConstantKind;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.schema.DataType.DomainType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A column that a statement adds to a table in use, with what the rules about such columns ask of
/// it.
public record AddedColumn(AddsColumn effect, RuleView view) {

  private static final Set<String> SERIAL = Set.of("serial", "bigserial", "smallserial");

  /// A rule about added columns.
  @FunctionalInterface
  public interface Check {
    void check(AddedColumn added);
  }

  /// Calls the rule for columns that are added to tables in use, and for no others.
  public static RuleCheck at(Check check) {
    return RuleCheck.at(
        AddsColumn.class,
        (effect, view) -> {
          var added = new AddedColumn(effect, view);
          if (view.hasRows(effect.table()) && !added.isThere()) {
            check.check(added);
          }
        });
  }

  /// Whether `IF NOT EXISTS` applies: the table already has the column.
  private boolean isThere() {
    return effect.ifNotExists() && view.catalog().column(table(), column().name()).isPresent();
  }

  public Column column() {
    return effect.column();
  }

  /// The table's resolved name.
  public QualifiedName table() {
    return view.relation(effect.table());
  }

  public boolean isSerial() {
    var type = column().type();
    return type != null && SERIAL.stream().anyMatch(type::isBuiltIn);
  }

  /// Whether the column has a sequence of its own.
  public boolean isNumbered() {
    return isSerial() || column().identity() != null;
  }

  public boolean isStored() {
    return column().generated() != null && column().generated().stored();
  }

  /// The column's type, if that is a domain.
  public Optional<DomainType> domain() {
    var written = column().type();
    if (written == null || written.arrayDimensions() > 0) {
      return Optional.empty();
    }
    return view.catalog()
        .type(view.catalog().type(written).name())
        .filter(DomainType.class::isInstance)
        .map(DomainType.class::cast);
  }

  /// The column as it can be added without a scan or rewrite: without default and constraints, with
  /// the base type in place of a domain that has constraints.
  public String bare() {
    return domain()
        .filter(d -> d.notNull() || !d.checks().isEmpty())
        .map(d -> Identifier.quoted(column().name()) + " " + d.base().text())
        .orElseGet(() -> SafeSql.bare(column()));
  }

  /// The column's own default, or else its domain's.
  public Optional<ExpressionText> defaultValue() {
    return Optional.ofNullable(column().defaultValue())
        .or(() -> domain().flatMap(d -> Optional.ofNullable(d.defaultValue())));
  }

  public boolean hasDefault() {
    return defaultValue()
        .filter(d ->
            !(d.tree() instanceof Expression.Constant(var kind, var _)
                && kind == ConstantKind.NULL))
        .isPresent();
  }

  /// The constraints that are written inline with the column.
  public List<Constraint> constraints() {
    var effects = view.statement().effects();
    var constraints = new ArrayList<Constraint>();
    for (var next : effects.subList(effects.indexOf(effect) + 1, effects.size())) {
      if (!(next instanceof AddsConstraint adds) || !adds.constraint().inline()) {
        break;
      }
      constraints.add(adds.constraint());
    }
    return constraints;
  }

  /// Whether the column must not be null.
  public boolean isRequired() {
    return column().notNull()
        || domain().filter(DomainType::notNull).isPresent()
        || constraints().stream()
            .map(Constraint::rule)
            .anyMatch(r -> r instanceof Constraint.PrimaryKey || r instanceof Constraint.NotNull);
  }

  /// The SQL that makes the column the primary key once every row has a value: lines, the first of
  /// them empty. Empty if the column is not declared as the key.
  public String keyLater() {
    var isKey = constraints().stream().anyMatch(c -> c.rule() instanceof Constraint.PrimaryKey);
    if (!isKey) {
      return "";
    }
    var table = effect().table();
    var name = SafeSql.name(table, List.of(), "pkey");
    return String.join(
        "\n",
        "",
        "-- in a later migration",
        "CREATE UNIQUE INDEX CONCURRENTLY %s ON %s %s;"
            .formatted(name, table.quoted(), SafeSql.list(List.of(column().name()))),
        "-- in a later migration",
        SafeSql.alterTable(
            table, "ADD CONSTRAINT " + name + " PRIMARY KEY USING INDEX " + name + ";"));
  }

  /// Whether PostgreSQL itself gives existing rows a value.
  public boolean isFilled() {
    return hasDefault() || isNumbered() || column().generated() != null;
  }

  public void report(String message, String advice, ObjectName... others) {
    var about = new ArrayList<>(List.of(ObjectName.table(table())));
    about.addAll(List.of(others));
    view.report(effect.span(), message, advice, about);
  }
}
