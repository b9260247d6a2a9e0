package dev.deed.expand;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.And;
import dev.deed.sql.expression.Expression.Case;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.ConstantKind;
import dev.deed.sql.expression.Expression.Not;
import dev.deed.sql.expression.Expression.Or;
import dev.deed.sql.expression.Expression.Row;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.Routine;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What names a label that an enum is to lose: made again for the column without it, it would be
/// refused, and a function would fail in each write.
///
/// @param column of that type
record LostLabel(
    TargetTable target, Dependants dependants, QualifiedName type, String column, String label) {

  private static final String NAMES = "%s names %s, a value that %s is to lose";

  void obstacles(Obstacles obstacles) {
    for (var constraint : target.constraints()) {
      if (constraint.rule() instanceof Check check && isNamed(check.condition())) {
        add(
            obstacles,
            "constraint %s of %s".formatted(constraint.part(), target.name().dotted()),
            "drop it first, and add one without it: ALTER TABLE %s DROP CONSTRAINT %s"
                .formatted(target.quoted(), Identifier.quoted(constraint.part())));
      }
    }
    for (var index : target.indexes()) {
      if (isNamed(index.where())
          || index.elements().stream().anyMatch(element -> isNamed(element.expression()))) {
        add(
            obstacles,
            index.name().words(),
            "drop it first, and build one without it: DROP INDEX CONCURRENTLY "
                + index.qualifiedName().quoted());
      }
    }
    for (var policy : dependants.policies(column)) {
      if (isNamed(policy.using()) || isNamed(policy.check())) {
        add(
            obstacles,
            policy.name().words(),
            "give it another condition first: ALTER POLICY %s ON %s"
                .formatted(Identifier.quoted(policy.part()), target.quoted()));
      }
    }
    for (var trigger : dependants.triggers(column)) {
      if (isNamed(trigger.fires().when())) {
        add(
            obstacles,
            trigger.name().words(),
            "make it first without it: CREATE OR REPLACE TRIGGER "
                + Identifier.quoted(trigger.part()));
      }
    }
    for (var view : dependants.views(column)) {
      if (isNamed(view)) {
        var kind = view.name().kind().words().toUpperCase(Locale.ROOT);
        add(
            obstacles,
            view.name().words(),
            Dependants.isMaterialized(view)
                ? "drop it first, and make one without it: DROP %s %s"
                    .formatted(kind, view.qualifiedName().quoted())
                : "replace it first by one without it: CREATE OR REPLACE %s %s"
                    .formatted(kind, view.qualifiedName().quoted()));
      }
    }
    for (var routine : dependants.routines(column)) {
      if (isOfTrigger(routine) && isCompared(routine.body().text())) {
        add(
            obstacles,
            routine.name().words() + ", which a trigger runs,",
            "replace it first by one without it: CREATE OR REPLACE FUNCTION "
                + routine.qualifiedName().quoted());
      }
    }
  }

  private void add(Obstacles obstacles, String what, String advice) {
    obstacles.add(NAMES.formatted(what, StringConstant.of(label), type.dotted()), advice);
  }

  private boolean isOfTrigger(Routine routine) {
    return target.triggers().stream()
        .anyMatch(trigger -> trigger.function().equals(routine.qualifiedName()));
  }

  private boolean isNamed(@Nullable ExpressionText expression) {
    return expression != null && Expressions.any(expression.tree(), this::isValue);
  }

  /// A value of the type, or what the column is compared with.
  private boolean isValue(Expression expression) {
    return switch (expression) {
      case Cast(Constant value, var to) -> isLabel(value) && to.name().equals(type);
      case And _, Or _, Not _, Row _ -> false;
      case Case choice when choice.operand() == null -> false;
      default ->
          Expressions.any(expression, e -> e instanceof Column c && c.name().equals(column))
              && Expressions.any(expression, this::isLabel);
    };
  }

  private boolean isLabel(Expression expression) {
    return expression instanceof Constant(var kind, var text)
        && kind == ConstantKind.STRING
        && text.equals(label);
  }

  // Texts

  private boolean isNamed(View view) {
    return isCompared(view.definition());
  }

  /// A literal that has not the type text, and that no `CASE` or list of columns gives.
  private boolean isCompared(String text) {
    var literal = Pattern.quote(StringConstant.of(label));
    return Pattern.compile(
            "(?i)(?<!\\bthen )(?<!\\belse )(?<!\\bselect )"
                + literal
                + "(?!\\s*::\\s*(?:text|varchar|character)\\b)(?!\\s+as\\b)")
        .matcher(text)
        .find();
  }
}
