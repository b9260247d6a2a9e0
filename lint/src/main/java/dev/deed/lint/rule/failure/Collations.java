package dev.deed.lint.rule.failure;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Column;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.IndexElement;
import dev.deed.sql.effect.TableEffect.AddsColumn;
import dev.deed.sql.effect.TableEffect.AltersColumnType;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.TypeEffect.CreatesComposite;
import dev.deed.sql.effect.TypeEffect.CreatesDomain;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Collate;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.ConstantKind;
import dev.deed.sql.expression.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// `COLLATE` for what is not text.
final class Collations implements Refusals {

  static final String ADVICE = "remove COLLATE";

  private static final Set<String> WITHOUT =
      Set.of(
          "bigint",
          "bigserial",
          "bit",
          "bit varying",
          "boolean",
          "bytea",
          "cidr",
          "date",
          "double precision",
          "inet",
          "integer",
          "interval",
          "json",
          "jsonb",
          "money",
          "numeric",
          "oid",
          "real",
          "serial",
          "smallint",
          "smallserial",
          "time with time zone",
          "time without time zone",
          "timestamp with time zone",
          "timestamp without time zone",
          "uuid",
          "xml");

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(
        CreatesTable.class,
        AddsColumn.class,
        AltersColumnType.class,
        CreatesDomain.class,
        CreatesComposite.class,
        CreatesIndex.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return switch (effect) {
      case CreatesTable e -> table(e, known);
      case AddsColumn e -> column(e.column(), known);
      case AltersColumnType e -> type(e.collation(), known.type(e.type()), e.span());
      case CreatesDomain e -> type(e.collation(), known.type(e.base()), e.span());
      case CreatesComposite e ->
          e.attributes().stream().flatMap(c -> column(c, known).stream()).findFirst();
      case CreatesIndex e ->
          e.elements().stream()
              .flatMap(i -> element(i, e.table(), e.span(), known).stream())
              .findFirst();
      default -> Optional.empty();
    };
  }

  private static Optional<Refusal> table(CreatesTable effect, Known known) {
    for (var column : effect.definition().columns()) {
      var found = column(column, known);
      if (found.isPresent()) {
        return found;
      }
    }
    var by = effect.definition().partitionBy();
    if (by == null) {
      return Optional.empty();
    }
    for (var key : by.keys()) {
      for (var column : effect.definition().columns()) {
        if (column.name().equals(key.column()) && column.type() != null) {
          var found = type(key.collation(), known.type(column.type()), effect.span());
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> column(Column column, Known known) {
    return column.type() == null
        ? Optional.empty()
        : type(column.collation(), known.type(column.type()), column.span());
  }

  private static Optional<Refusal> element(
      IndexElement element, QualifiedName table, Span span, Known known) {
    return element.collation() == null || element.column() == null
        ? Optional.empty()
        : known.typeOf(table, element.column()).flatMap(t -> type(element.collation(), t, span));
  }

  private static Optional<Refusal> type(
      @Nullable QualifiedName collation, TypeName type, Span span) {
    return collation != null && isWithout(type)
        ? Refusal.of(span, reason(type), ADVICE)
        : Optional.empty();
  }

  private static String reason(TypeName type) {
    return "%s has no collations, and this gives it one".formatted(type.text());
  }

  private static boolean isWithout(TypeName type) {
    return Types.isBuiltIn(type) && WITHOUT.contains(type.name().name());
  }

  /// What is wrong with this part of an expression itself, its own parts aside.
  ///
  /// @param types of columns, resolved; null for any that is not known
  static Optional<String> wrong(
      Expression part, Function<Expression.Column, @Nullable TypeName> types, Known known) {
    if (!(part instanceof Collate collate)) {
      return Optional.empty();
    }
    return switch (collate.value()) {
      case Expression.Column column ->
          Optional.ofNullable(types.apply(column))
              .filter(Collations::isWithout)
              .map(Collations::reason);
      case Cast cast ->
          Optional.of(known.type(cast.type()))
              .filter(Collations::isWithout)
              .map(Collations::reason);
      case Constant(var kind, _) when kind == ConstantKind.NUMBER || kind == ConstantKind.BOOLEAN ->
          Optional.of("a number has no collations, and this gives it one");
      default -> Optional.empty();
    };
  }
}
