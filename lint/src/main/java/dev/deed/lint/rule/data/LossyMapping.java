package dev.deed.lint.rule.data;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import dev.deed.sql.effect.TableEffect.AltersColumnType;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Binary;
import dev.deed.sql.expression.Expression.Case;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.ConstantKind;
import dev.deed.sql.expression.Expression.In;
import org.jspecify.annotations.Nullable;

/// Finds mappings of single values whose `ELSE` turns all other values into the same one.
final class LossyMapping implements EffectCheck<Effect> {

  @Override
  public void check(Effect effect, RuleView view) {
    // Until the contract, both columns are there.
    if (view.isPartOf("backfill", "contract")) {
      return;
    }
    if (effect instanceof WritesRows writes) {
      writes.values().forEach(v -> check(v.value(), writes.relation(), effect, view));
    } else if (effect instanceof AltersColumnType alters && alters.using() != null) {
      check(alters.using().tree(), alters.table(), effect, view);
    }
  }

  private static void check(Expression value, QualifiedName written, Effect effect, RuleView view) {
    var mapping = value instanceof Cast(var inner, var _) ? inner : value;
    if (mapping instanceof Case choice && isMapping(choice) && !view.isNew(written)) {
      var table = view.relation(written);
      var other = choice.otherwise() == null ? "" : shown(choice.otherwise());
      var message =
          "every %s in %s that no WHEN names becomes %s, and its old value cannot be found out afterwards"
              .formatted(asked(choice), table.dotted(), other);
      var advice =
          "name every value and leave ELSE out, so that a forgotten value becomes null and is noticed; first list the values\nSELECT DISTINCT %s FROM %s;"
              .formatted(asked(choice), written.quoted());
      view.report(effect.span(), message, advice, ObjectName.table(table));
    }
  }

  /// Whether the expression maps at least two values of one column, and all others to the same
  /// constant.
  private static boolean isMapping(Case choice) {
    return choice.branches().size() >= 2
        && isValue(choice.otherwise())
        && !asked(choice).equals("*");
  }

  /// The column whose values are mapped, quoted; `*` if it is not exactly one.
  private static String asked(Case choice) {
    var operand = choice.operand();
    if (operand != null) {
      var isByValue = choice.branches().stream().allMatch(b -> isValue(b.condition()));
      return isByValue ? name(operand) : "*";
    }
    var names = choice.branches().stream().map(b -> compared(b.condition())).distinct().toList();
    return names.size() == 1 ? names.getFirst() : "*";
  }

  private static String compared(Expression condition) {
    return switch (condition) {
      case Binary(var operator, var left, var right)
          when operator.name().equals("=") && isValue(right) ->
          name(left);
      case In in when !in.negated() -> name(in.operand());
      default -> "*";
    };
  }

  private static String name(Expression expression) {
    return switch (expression) {
      case Cast cast -> name(cast.value());
      case Column column -> QualifiedName.of(column.name()).quoted();
      default -> "*";
    };
  }

  private static boolean isValue(@Nullable Expression expression) {
    return switch (expression) {
      case Cast cast -> isValue(cast.value());
      case Constant constant -> constant.kind() != ConstantKind.NULL;
      case null, default -> false;
    };
  }

  private static String shown(Expression expression) {
    return switch (expression) {
      case Cast cast -> shown(cast.value());
      case Constant constant when constant.kind() == ConstantKind.STRING ->
          "'" + constant.value() + "'";
      case Constant constant -> constant.value();
      default -> "the same";
    };
  }
}
