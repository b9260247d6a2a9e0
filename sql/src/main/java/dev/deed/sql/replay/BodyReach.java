package dev.deed.sql.replay;

import dev.deed.sql.Span;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect;
import dev.deed.sql.effect.RoutineEffect.CallsRoutine;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import dev.deed.sql.effect.RowsEffect;
import dev.deed.sql.schema.CanonicalWords;
import dev.deed.sql.schema.Routine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The effects of routine bodies that a statement runs, including routines they call, each once.
final class BodyReach {

  private final ReplaySession surrounding;
  private final SchemaState state;
  private final RowReach rows;
  private final ObjectAccesses touches;
  private final List<Effect.Opaque> opaque;
  private final Set<ObjectName> run = new HashSet<>();

  BodyReach(
      ReplaySession surrounding,
      RowReach rows,
      ObjectAccesses touches,
      List<Effect.Opaque> opaque) {
    this.surrounding = surrounding;
    this.state = surrounding.state;
    this.rows = rows;
    this.touches = touches;
    this.opaque = opaque;
  }

  /// A body in the statement itself: the text names its objects.
  void run(List<Effect> effects, NameResolution names) {
    for (var effect : effects) {
      further(effect, names);
      if (effect instanceof Effect.Opaque unknown) {
        opaque.add(unknown);
      }
    }
  }

  /// Defining a routine does not run it, but reveals its opaque parts.
  void define(CreatesRoutine creates) {
    for (var effect : creates.body().effects()) {
      if (effect instanceof Effect.Opaque unknown) {
        opaque.add(unknown);
      }
    }
  }

  void call(CallsRoutine call, NameResolution names) {
    for (var routine : RoutineReplay.called(state, call, names)) {
      run(routine, call.span());
    }
  }

  void callAll(List<ObjectName> routines, Span span) {
    for (var name : routines) {
      if (state.get(name) instanceof Routine routine) {
        run(routine, span);
      }
    }
  }

  private void run(Routine routine, Span span) {
    if (run.add(routine.name())) {
      imply(routine.body().effects(), namesIn(routine), span);
    }
  }

  /// Names in a body are looked up in its routine's search path if it sets one, else in the
  /// caller's.
  private NameResolution namesIn(Routine routine) {
    var path = routine.configuration().get("search_path");
    if (path == null || routine.body().atomic()) {
      return routine.body().atomic()
          ? new NameResolution(state, routine.searchPath())
          : surrounding.names();
    }
    var schemas = new ArrayList<String>();
    for (var word : CanonicalWords.of(path)) {
      if (!word.equals(",") && !word.isEmpty()) {
        schemas.add(word);
      }
    }
    return new NameResolution(state, schemas);
  }

  /// Effects that the statement causes without naming the objects.
  void imply(List<Effect> effects, NameResolution names, Span span) {
    for (var effect : effects) {
      for (var touch : effect.touches()) {
        var object = names.object(touch.object());
        touches.add(new ObjectAccess(object, touch.access(), touch.lock(), true, span));
      }
      further(effect, names);
      if (effect instanceof Effect.Opaque unknown) {
        // The opaque part's own place is in the script that defines the routine.
        opaque.add(new Effect.Opaque(unknown.reason(), span));
      }
    }
  }

  private void further(Effect effect, NameResolution names) {
    switch (effect) {
      case RowsEffect e -> rows.add(e, names);
      case CallsRoutine e -> call(e, names);
      case RoutineEffect.RunsBlock e -> run(e.body().effects(), names);
      default -> {}
    }
  }
}
