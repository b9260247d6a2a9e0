package dev.deed.lint.rule.security;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect;
import dev.deed.sql.effect.RoutineEffect.AltersRoutine;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import dev.deed.sql.effect.RoutineOption;
import java.util.Map;

/// Finds `SECURITY DEFINER` routines that resolve names with their caller's `search_path`.
final class SecurityDefinerSearchPath implements EffectCheck<RoutineEffect> {

  private static final String PATH = "search_path";

  @Override
  public void check(RoutineEffect effect, RuleView view) {
    switch (effect) {
      case CreatesRoutine creates
          when isDefiner(creates.options())
              && !creates.configuration().containsKey(PATH)
              && !creates.body().atomic() ->
          report(creates, creates.routine(), view);
      case AltersRoutine alters when isDefiner(alters.options()) && !hasPath(alters, view) ->
          report(alters, alters.routine(), view);
      default -> {
        // runs with its caller's privileges, or sets its own search path
      }
    }
  }

  private static boolean isDefiner(Map<RoutineOption, String> options) {
    return "true".equals(options.get(RoutineOption.SECURITY_DEFINER));
  }

  private static boolean hasPath(AltersRoutine alters, RuleView view) {
    var name = view.catalog().object(alters.routine()).name();
    return alters.configuration().containsKey(PATH)
        || view.catalog().routines(name).stream()
            .anyMatch(r -> r.configuration().containsKey(PATH));
  }

  private static void report(RoutineEffect effect, ObjectName routine, RuleView view) {
    var message =
        "%s runs with its owner's privileges but finds tables and operators with its caller's search_path"
            .formatted(routine.name().dotted());
    var schema = view.catalog().created(routine.name()).schema();
    var advice =
        "set its search_path\n%s SET search_path = %s, pg_temp;"
            .formatted(
                SafeSql.oneLine(view.text(view.statement().span())),
                Identifier.quoted(schema == null ? "public" : schema));
    view.report(effect.span(), message, advice, routine);
  }
}
