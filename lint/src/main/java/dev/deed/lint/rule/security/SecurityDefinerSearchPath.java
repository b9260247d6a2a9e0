package dev.deed.lint.rule.security;

import dev.deed.lint.rule.Look.EffectLook;
import dev.deed.lint.rule.SafeSql;
import dev.deed.lint.rule.Scene;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect;
import dev.deed.sql.effect.RoutineEffect.AltersRoutine;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import java.util.Map;

/// A `SECURITY DEFINER` routine that looks names up where its caller says.
final class SecurityDefinerSearchPath implements EffectLook<RoutineEffect> {

  private static final String DEFINER = "security definer";
  private static final String PATH = "search_path";

  @Override
  public void look(RoutineEffect effect, Scene scene) {
    switch (effect) {
      case CreatesRoutine creates
          when isDefiner(creates.options())
              && !creates.configuration().containsKey(PATH)
              && !creates.body().atomic() ->
          report(creates, creates.routine(), scene);
      case AltersRoutine alters when isDefiner(alters.options()) && !hasPath(alters, scene) ->
          report(alters, alters.routine(), scene);
      default -> {
        // runs as its caller, or with a path of its own
      }
    }
  }

  private static boolean isDefiner(Map<String, String> options) {
    return "true".equals(options.get(DEFINER));
  }

  private static boolean hasPath(AltersRoutine alters, Scene scene) {
    var name = scene.catalog().object(alters.routine()).name();
    return alters.configuration().containsKey(PATH)
        || scene.catalog().routines(name).stream()
            .anyMatch(r -> r.configuration().containsKey(PATH));
  }

  private static void report(RoutineEffect effect, ObjectName routine, Scene scene) {
    var message =
        "%s runs with its owner's privileges and finds tables and operators where its caller's search_path says"
            .formatted(routine.name().dotted());
    var schema = scene.catalog().created(routine.name()).schema();
    var advice =
        "give it a search_path of its own\n%s SET search_path = %s, pg_temp;"
            .formatted(
                SafeSql.oneLine(scene.text(scene.statement().span())),
                Identifier.quoted(schema == null ? "public" : schema));
    scene.report(effect.span(), message, advice, routine);
  }
}
