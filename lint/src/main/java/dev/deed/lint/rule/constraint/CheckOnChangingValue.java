package dev.deed.lint.rule.constraint;

import dev.deed.lint.facts.BuiltInFunctions;
import dev.deed.lint.facts.Volatility;
import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.effect.TypeEffect.AltersDomain;
import dev.deed.sql.effect.TypeEffect.CreatesDomain;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.expression.Expression.Special;
import dev.deed.sql.expression.ExpressionMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds check constraints that depend on the current time or on a random value.
final class CheckOnChangingValue implements EffectCheck<Effect> {

  private static final Set<String> CLOCK =
      Set.of("now", "statement_timestamp", "transaction_timestamp");

  private static final Set<String> WORDS =
      Set.of("current_date", "current_time", "current_timestamp", "localtime", "localtimestamp");

  @Override
  public void check(Effect effect, RuleView view) {
    switch (effect) {
      case CreatesTable creates -> {
        var table = ObjectName.table(view.catalog().created(creates.table()));
        creates.definition().constraints().forEach(c -> check(c, table, view));
      }
      case AddsConstraint adds ->
          check(adds.constraint(), ObjectName.table(view.relation(adds.table())), view);
      case CreatesDomain creates ->
          creates
              .constraints()
              .forEach(c -> check(c, ObjectName.of(ObjectKind.DOMAIN, creates.type()), view));
      case AltersDomain(var type, var _, var _, var constraint, var _, var _, var _, var _)
          when constraint != null ->
          check(constraint, ObjectName.of(ObjectKind.DOMAIN, type), view);
      default -> {}
    }
  }

  private static void check(Constraint constraint, ObjectName of, RuleView view) {
    if (!(constraint.rule() instanceof Check(var condition))) {
      return;
    }
    changing(condition.tree(), view).stream()
        .findFirst()
        .ifPresent(value ->
            view.report(
                constraint.span(),
                "this check of %s depends on %s: rows that it accepts today violate it later, and restoring a dump then fails"
                    .formatted(of.name().dotted(), value),
                "compare columns with each other or with constants; put what depends on the time of writing into a trigger or into the program",
                of));
  }

  /// The calls in the condition whose value changes over time.
  private static List<String> changing(Expression condition, RuleView view) {
    var found = new ArrayList<String>();
    ExpressionMap.apply(
        condition,
        part -> {
          if (part instanceof Special special && WORDS.contains(special.word())) {
            found.add(special.word());
          } else if (part instanceof Call call && isChanging(call, view)) {
            found.add(call.function().dotted() + "()");
          }
          return part;
        });
    return found;
  }

  private static boolean isChanging(Call call, RuleView view) {
    return view.catalog().called(call.function()).isEmpty()
        && (CLOCK.contains(call.function().name())
            || BuiltInFunctions.grade(call.function().name()) == Volatility.Grade.VOLATILE);
  }
}
