package dev.deed.lint.facts;

import dev.deed.lint.facts.TypeStep.Rows;
import dev.deed.lint.rule.RuleCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.TableEffect.AltersColumnType;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Collate;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.replay.Catalog;
import dev.deed.sql.schema.DataType.DomainType;
import dev.deed.sql.schema.RelationPart.TableColumn;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A change of a column's type (`ALTER COLUMN ... TYPE`) in a table in use.
///
/// @param known the column before the change; null if the schema does not have it
public record TypeChange(AltersColumnType effect, @Nullable TableColumn known, RuleView view) {

  private static final TypeStep REWRITE = new TypeStep(Rows.REWRITTEN, true);

  /// A rule about changed column types.
  @FunctionalInterface
  public interface Check {
    void check(TypeChange change);
  }

  /// Calls the rule for changes to tables in use, and for no others.
  public static RuleCheck at(Check check) {
    return RuleCheck.at(
        AltersColumnType.class,
        (effect, view) -> {
          if (view.hasRows(effect.table())) {
            check.check(of(effect, view));
          }
        });
  }

  private static TypeChange of(AltersColumnType effect, RuleView view) {
    var known =
        view.catalog()
            .column(view.relation(effect.table()), effect.column())
            .filter(column -> !column.type().isBuiltIn("unknown"));
    return new TypeChange(effect, known.orElse(null), view);
  }

  public Optional<TableColumn> old() {
    return Optional.ofNullable(known);
  }

  /// The table's resolved name.
  public QualifiedName table() {
    return view.relation(effect.table());
  }

  /// The column's full name: `public.orders.total`.
  public String columnText() {
    return SafeSql.column(table(), effect.column());
  }

  public TypeName next() {
    return view.catalog().type(effect.type());
  }

  /// A statement with only this change, with its semicolon.
  public String statement() {
    return SafeSql.alterTable(effect.table(), view.text(effect.span()) + ";");
  }

  /// Whether the column already has that type.
  public boolean isSame() {
    return old().filter(column -> column.type().equals(next())).isPresent();
  }

  public boolean isKnown() {
    return old().isPresent();
  }

  /// What the change does to the rows; if the old type is unknown, a rewrite is assumed.
  public TypeStep step() {
    return old().map(column -> step(column.type())).orElse(REWRITE);
  }

  private TypeStep step(TypeName from) {
    var using = effect.using();
    if (using == null) {
      return cast(from, next());
    }
    return value(using.tree(), from).map(v -> v.step().and(cast(v.type(), next()))).orElse(REWRITE);
  }

  /// A type between the old and the new one, and what the casts so far do to the rows.
  private record Value(TypeName type, TypeStep step) {}

  /// The column itself, cast from type to type; empty for any other expression, because it computes
  /// a value.
  private Optional<Value> value(Expression expression, TypeName from) {
    return switch (expression) {
      case Column column when column.name().equals(effect.column()) ->
          Optional.of(new Value(from, TypeStep.SAME));
      case Collate collate -> value(collate.value(), from);
      case Cast(var inner, var type) -> {
        var to = view.catalog().type(type);
        yield value(inner, from).map(v -> new Value(to, v.step().and(cast(v.type(), to))));
      }
      default -> Optional.empty();
    };
  }

  private TypeStep cast(TypeName from, TypeName to) {
    return from.equals(to)
        ? TypeStep.SAME
        : domain(to, view.catalog())
            .map(domain -> toDomain(from, domain))
            .orElseGet(() -> TypeStep.of(base(from), to));
  }

  /// A cast to a domain; if the domain has constraints, every value is checked.
  private TypeStep toDomain(TypeName from, DomainType domain) {
    var isChecked = domain.notNull() || !domain.checks().isEmpty();
    return isChecked ? REWRITE : cast(from, domain.base());
  }

  /// The base type of a domain, without its limits, which PostgreSQL ignores in casts.
  public TypeName base(TypeName type) {
    return domain(type, view.catalog()).map(domain -> base(unlimited(domain.base()))).orElse(type);
  }

  private static TypeName unlimited(TypeName type) {
    var isFixed = type.isBuiltIn("character") || type.isBuiltIn("bit");
    return isFixed
        ? type
        : new TypeName(type.name(), List.of(), type.arrayDimensions(), false, null);
  }

  private static Optional<DomainType> domain(TypeName type, Catalog catalog) {
    return type.arrayDimensions() > 0
        ? Optional.empty()
        : catalog
            .type(type.name())
            .filter(DomainType.class::isInstance)
            .map(DomainType.class::cast);
  }
}
