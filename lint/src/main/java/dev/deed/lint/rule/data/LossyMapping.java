package dev.deed.lint.rule.data;

import dev.deed.lint.rule.Look.EffectLook;
import dev.deed.lint.rule.Scene;
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

/// Values mapped one by one, with an `ELSE` that swallows those not thought of.
final class LossyMapping implements EffectLook<Effect> {

  @Override
  public void look(Effect effect, Scene scene) {
    if (effect instanceof WritesRows writes) {
      writes.values().forEach(v -> look(v.value(), writes.relation(), effect, scene));
    } else if (effect instanceof AltersColumnType alters && alters.using() != null) {
      look(alters.using().tree(), alters.table(), effect, scene);
    }
  }

  private static void look(Expression value, QualifiedName written, Effect effect, Scene scene) {
    var mapping = value instanceof Cast(var inner, var _) ? inner : value;
    if (mapping instanceof Case choice && isMapping(choice) && !scene.isNew(written)) {
      var table = scene.relation(written);
      var other = choice.otherwise() == null ? "" : shown(choice.otherwise());
      var message =
          "every %s in %s that no WHEN names becomes %s, and cannot be told from it afterwards"
              .formatted(asked(choice), table.dotted(), other);
      var advice =
          "name every value, leave ELSE out, so that what was not thought of becomes null and is found; look first\nSELECT DISTINCT %s FROM %s;"
              .formatted(asked(choice), written.quoted());
      scene.report(effect.span(), message, advice, ObjectName.table(table));
    }
  }

  /// At least two values of one column, and the same constant for all others.
  private static boolean isMapping(Case choice) {
    return choice.branches().size() >= 2
        && isValue(choice.otherwise())
        && !asked(choice).equals("*");
  }

  /// The column whose values are told apart, quoted; `*` where it is not just one.
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
