package dev.deed.sql.replay;

import dev.deed.sql.Span;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.CallsRoutine;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import dev.deed.sql.effect.RoutineEffect.RunsBlock;
import dev.deed.sql.effect.RowsEffect;
import dev.deed.sql.effect.RowsEffect.LocksTable;
import dev.deed.sql.effect.RowsEffect.ReadsRows;
import dev.deed.sql.effect.SessionEffect.SetsParameter;
import dev.deed.sql.schema.CanonicalWords;
import dev.deed.sql.schema.Routine;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The effects of routine bodies that a statement runs, including routines they call, each once.
final class BodyReach {

  private final ReplaySession surrounding;
  private final SchemaState state;
  private final RowReach rows;
  private final ObjectAccesses touches;
  private final List<Effect.Opaque> opaque;
  private final RowExpressions expressions;
  private final Definitions definitions;
  private final Set<Run> runs = new HashSet<>();
  private final Set<Caller> callers = new HashSet<>();

  /// Resolves names in the body that is being read and in the routines that it calls; null outside
  /// of bodies.
  private @Nullable NameResolution inside;

  /// Told of each effect of a called body that may define, change or drop objects.
  interface Definitions {
    /// @param body with the effect and those of the other statements in it
    /// @param span of the statement's own call
    void define(Effect effect, List<Effect> body, NameResolution names, Span span);
  }

  /// @param path the search path of the body
  /// @param writer of what calls it
  private record Run(ObjectName routine, List<String> path, int writer) {}

  /// What has called its routines already.
  private record Caller(ObjectName object, int writer) {}

  BodyReach(
      ReplaySession surrounding,
      RowReach rows,
      RowExpressions expressions,
      ObjectAccesses touches,
      List<Effect.Opaque> opaque,
      Definitions definitions) {
    this.surrounding = surrounding;
    this.definitions = definitions;
    this.state = surrounding.state;
    this.rows = rows;
    this.expressions = expressions;
    this.touches = touches;
    this.opaque = opaque;
  }

  private NameResolution names() {
    return inside == null ? surrounding.names() : inside;
  }

  List<String> path() {
    return names().path();
  }

  /// Defining a routine does not run it, but names the objects of its body and reveals its opaque
  /// parts. They are resolved in the routine's own search path.
  void define(CreatesRoutine creates) {
    var body = creates.body();
    var path = surrounding.names().path();
    var temporary = CreatedName.temporary(body.effects());
    var names =
        body.atomic()
            ? surrounding.names()
            : new NameResolution(state, configured(creates.configuration(), path, path), temporary);
    for (var effect : body.effects()) {
      if (!isTransitionTable(effect, names)) {
        for (var touch : body.asWritten(effect)) {
          touches.add(touch.named(named(effect, touch, names)));
        }
      }
      names = following(effect, names);
      if (effect instanceof Effect.Opaque unknown) {
        opaque.add(unknown);
      }
    }
  }

  void call(CallsRoutine call, NameResolution names) {
    call(call, names, call.span());
  }

  private void call(CallsRoutine call, NameResolution names, Span span) {
    var routines = RoutineReplay.called(state, call, names);
    if (routines.isEmpty()) {
      // `t(x)` converts to the type t, and a range type's constructor has its name.
      callAll(expressions.ofType(names.type(call.routine())), span);
    }
    for (var earlier : state.alternatives().called(call, names.path())) {
      if (!routines.contains(earlier.name())) {
        if (earlier instanceof Routine routine) {
          run(routine, span);
        } else {
          callAll(List.of(earlier.name()), span);
        }
      }
    }
    for (var called : routines) {
      if (state.get(called) instanceof Routine routine) {
        callAll(expressions.defaults(routine, call), span);
      }
      callAll(List.of(called), span);
    }
  }

  /// @param called routines, and what calls routines itself: operators, aggregates, domains
  void callAll(List<ObjectName> called, Span span) {
    for (var name : called) {
      if (state.get(name) instanceof Routine routine) {
        run(routine, span);
      } else if (callers.add(new Caller(name, touches.writer()))) {
        callAll(expressions.calledBy(name), span);
      }
    }
  }

  /// A type, domain, operator or field of a row that a query names.
  void name(Effect.NamesObject effect, NameResolution names, Span span) {
    var named = effect.object();
    switch (named.kind()) {
      case OPERATOR -> {
        callAll(state.operators(named.name()), span);
        callAll(state.alternatives().operators(named.name()), span);
      }
      case TYPE -> callAll(expressions.ofType(names.type(named.name())), span);
      case COLUMN -> callAll(RowFunctions.called(state, named, names), span);
      default -> {}
    }
  }

  private void run(Routine routine, Span span) {
    var outside = inside;
    var names = namesIn(routine);
    if (runs.add(new Run(routine.name(), names.path(), touches.writer()))) {
      inside = names;
      callAll(expressions.around(routine), span);
      imply(routine.body().effects(), names, span);
      for (var earlier : state.alternatives().of(routine.name(), Routine.class)) {
        imply(earlier.body().effects(), names, span);
      }
      inside = outside;
    }
  }

  /// Names in a body are looked up in its routine's search path if it sets one, else in the
  /// caller's.
  private NameResolution namesIn(Routine routine) {
    var temporary = CreatedName.temporary(routine.body().effects());
    // They still exist after the call.
    surrounding.addPerhapsTemporary(temporary);
    if (routine.body().atomic()) {
      return surrounding.names(routine.searchPath());
    }
    return surrounding.names(
        configured(routine.configuration(), names().path(), routine.searchPath()));
  }

  /// The search path that the routine's `SET search_path` sets.
  ///
  /// @param caller the path if the routine sets none
  /// @param creator the path in which the routine was created
  private List<String> configured(
      Map<String, String> configuration, List<String> caller, List<String> creator) {
    return switch (configuration.getOrDefault("search_path", "default")) {
      case "default" -> caller;
      case "from current" -> creator;
      case String path ->
          surrounding
              .session()
              .schemas(CanonicalWords.of(path).stream().filter(w -> !w.equals(",")).toList());
    };
  }

  /// A body may set the search path for its following statements.
  private NameResolution following(Effect effect, NameResolution names) {
    return effect instanceof SetsParameter set
            && set.parameter().equals("search_path")
            && set.values() != null
        ? names.in(surrounding.session().schemas(set.values()))
        : names;
  }

  private static ObjectName named(Effect effect, ObjectAccess touch, NameResolution names) {
    var object = touch.object();
    var isFirst = effect.touches().stream().limit(1).anyMatch(t -> t.object().equals(object));
    var created = isFirst ? CreatedName.of(effect, object, names) : null;
    return created == null ? names.object(object) : created;
  }

  /// Effects that the statement causes without naming the objects.
  void imply(List<Effect> effects, NameResolution start, Span span) {
    var names = start;
    for (var effect : effects) {
      if (isTransitionTable(effect, names)) {
        continue;
      }
      for (var touch : effect.touches()) {
        var object = named(effect, touch, names);
        var access = locks(effect) ? Access.WRITES : touch.access();
        touches.add(new ObjectAccess(object, access, touch.lock(), true, span));
      }
      further(effect, names, span);
      definitions.define(effect, effects, names, span);
      names = following(effect, names);
      if (effect instanceof Effect.Opaque unknown) {
        // The opaque part's own place is in the script that defines the routine.
        opaque.add(new Effect.Opaque(unknown.reason(), span));
      }
    }
  }

  private boolean isTransitionTable(Effect effect, NameResolution names) {
    return effect instanceof ReadsRows reads
        && surrounding.isTransitionTable(reads.relation(), names);
  }

  /// Locking writers out of a table, or locking rows, needs the right to write.
  private static boolean locks(Effect effect) {
    return switch (effect) {
      case ReadsRows reads -> reads.lock() == LockMode.ROW_SHARE;
      case LocksTable locked -> locked.lock().compareTo(LockMode.SHARE) >= 0;
      default -> false;
    };
  }

  /// @param span of the statement's own call: the body's places are in another text
  private void further(Effect effect, NameResolution names, Span span) {
    switch (effect) {
      case RowsEffect e -> rows.add(e, names);
      case CallsRoutine e -> call(e, names, span);
      case Effect.NamesObject e -> name(e, names, span);
      case RunsBlock e -> imply(e.body().effects(), names, span);
      default -> {}
    }
  }
}
