package dev.deed.lint.rule.security;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.Severity;
import dev.deed.sql.effect.Effect.Opaque;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect;
import dev.deed.sql.effect.RoutineEffect.Body;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import dev.deed.sql.effect.RoutineEffect.RunsBlock;
import java.util.List;
import java.util.Set;

/// Finds bodies of routines and blocks that no rule can look into: with a mistake in them, or in a
/// language other than SQL and PL/pgSQL.
final class UnreadableBody implements EffectCheck<RoutineEffect> {

  /// They name a function of a library, and have no text to read.
  private static final Set<String> COMPILED = Set.of("c", "internal");

  @Override
  public void check(RoutineEffect effect, RuleView view) {
    switch (effect) {
      case CreatesRoutine creates ->
          check(
              new Text(creates.routine().words(), creates.language(), creates.body()),
              List.of(creates.routine()),
              view);
      case RunsBlock block ->
          check(new Text("this block", block.language(), block.body()), List.of(), view);
      case RoutineEffect.AltersRoutine _, RoutineEffect.CallsRoutine _ -> {}
    }
  }

  /// @param of what has the body, as a message names it
  private record Text(String of, String language, Body body) {}

  private static void check(Text text, List<ObjectName> about, RuleView view) {
    for (var effect : text.body().effects()) {
      if (effect instanceof Opaque opaque && opaque.isBroken()) {
        view.report(
            Severity.ERROR,
            opaque.span(),
            "the body of %s cannot be read: %s; PostgreSQL refuses it, or it fails when it runs"
                .formatted(text.of(), opaque.mistake()),
            "correct the body",
            about);
        return;
      }
      if (effect instanceof Opaque opaque
          && opaque.isForeign()
          && !COMPILED.contains(text.language())) {
        view.report(
            Severity.WARNING,
            opaque.span(),
            "the body of %s is in %s, so deed cannot tell what it reads, writes and locks, and no rule looks at it"
                .formatted(text.of(), text.language()),
            "write it in SQL or PL/pgSQL, or review it by hand",
            about);
        return;
      }
    }
  }
}
