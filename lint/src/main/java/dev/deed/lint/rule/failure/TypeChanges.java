package dev.deed.lint.rule.failure;

import dev.deed.sql.Identifier;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Column;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.effect.TableEffect.AddsColumn;
import dev.deed.sql.effect.TableEffect.AltersColumnType;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.TableEffect.SetsDefault;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.ConstantKind;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.RelationPart.TableColumn;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Types that a column's values, or its default, do not convert to.
final class TypeChanges implements Refusals {

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(AltersColumnType.class, SetsDefault.class, AddsColumn.class, CreatesTable.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return switch (effect) {
      case AltersColumnType e -> altered(e, known);
      case SetsDefault e -> setsDefault(e, known);
      case AddsColumn e -> defaultOf(e.column(), known).or(() -> evaluated(e, known));
      case CreatesTable e -> {
        for (var column : e.definition().columns()) {
          var found = defaultOf(column, known);
          if (found.isPresent()) {
            yield found;
          }
        }
        yield Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  // Changed types

  private static Optional<Refusal> altered(AltersColumnType effect, Known known) {
    var column = known.column(effect.table(), effect.column());
    if (column.isEmpty()) {
      return Optional.empty();
    }
    var from = column.get().type();
    var to = known.type(effect.type());
    if (!Conversions.isRefused(from, to, known)) {
      return Optional.empty();
    }
    if (effect.using() == null) {
      return Refusal.of(
          effect.span(),
          "%s is %s, and PostgreSQL does not convert it to %s by itself"
              .formatted(column.get().name().text(), from.text(), to.text()),
          "add USING with an expression of the new type: USING %s::%s"
              .formatted(Identifier.quoted(effect.column()), to.text()),
          column.get().name());
    }
    return defaultStays(effect, column.get(), to, known);
  }

  private static Optional<Refusal> defaultStays(
      AltersColumnType effect, TableColumn column, TypeName to, Known known) {
    var isChangedHere =
        known.subcommands(SetsDefault.class).anyMatch(d -> d.column().equals(effect.column()));
    var value = column.defaultValue();
    if (value == null
        || isChangedHere
        || (value.tree() instanceof Constant constant && constant.kind() == ConstantKind.NULL)) {
      return Optional.empty();
    }
    return Refusal.of(
        effect.span(),
        "%s has the default %s, which PostgreSQL does not convert to %s by itself"
            .formatted(column.name().text(), value.text(), to.text()),
        "write DROP DEFAULT before the change of the type, and SET DEFAULT with the new type after it",
        column.name());
  }

  // Defaults

  private static Optional<Refusal> setsDefault(SetsDefault effect, Known known) {
    var isRetyped =
        known
            .subcommands(TableEffect.AltersColumnType.class)
            .anyMatch(t -> t.column().equals(effect.column()));
    return isRetyped
        ? Optional.empty()
        : known
            .column(effect.table(), effect.column())
            .flatMap(c -> value(c.type(), effect.value(), effect.span(), known));
  }

  private static Optional<Refusal> defaultOf(Column column, Known known) {
    return column.type() == null
        ? Optional.empty()
        : value(known.type(column.type()), column.defaultValue(), column.span(), known)
            .or(() -> names(column));
  }

  /// PostgreSQL computes the default of an added column at once, also where the table has no rows;
  /// that of a new table, or of a partitioned one, when a row needs it.
  private static Optional<Refusal> evaluated(AddsColumn effect, Known known) {
    var column = effect.column();
    var value = column.defaultValue();
    var isTable =
        known.table(effect.table()).filter(t -> t.partitionBy() == null && t.server() == null);
    if (column.type() == null
        || value == null
        || isTable.isEmpty()
        || !Literals.exceeds(known.type(column.type()), value.tree(), known)) {
      return Optional.empty();
    }
    return Refusal.of(
        column.span(),
        "the default %s does not fit into %s"
            .formatted(value.text(), known.type(column.type()).text()),
        "write a shorter or smaller value, or choose a larger type");
  }

  /// A default cannot name other columns.
  private static Optional<Refusal> names(Column column) {
    var names = Columns.in(column.defaultValue());
    return names.isEmpty()
        ? Optional.empty()
        : Refusal.of(
            column.span(),
            "the default of %s names the column %s"
                .formatted(column.name(), names.iterator().next()),
            "write a string in single quotes, or a generated column");
  }

  static Optional<Refusal> value(
      TypeName type, @Nullable ExpressionText value, Span span, Known known) {
    if (value == null || !isRefused(type, value.tree(), known)) {
      return Optional.empty();
    }
    return Refusal.of(
        span,
        "the default %s is not a value of %s".formatted(value.text(), type.text()),
        "write a value of the column's type");
  }

  static boolean isRefused(TypeName type, Expression value, Known known) {
    if (!Types.isClear(type)) {
      return false;
    }
    return switch (value) {
      case Constant _ -> Literals.isRefused(type, value, known);
      case Expression.Cast(var _, var cast) ->
          type.arrayDimensions() == 0
              && type.name().schema() == null
              && !known.type(cast).equals(type)
              && Conversions.isRefused(known.type(cast), type, known);
      default -> {
        var result = Results.of(value, known);
        yield result != null
            && type.arrayDimensions() == 0
            && type.name().schema() == null
            && Conversions.isRefused(result, type, known);
      }
    };
  }
}
