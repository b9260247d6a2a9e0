package dev.deed.sql.replay;

import dev.deed.sql.Span;
import dev.deed.sql.effect.AttachedEffect;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect;
import dev.deed.sql.effect.MaintenanceEffect;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.PrivilegeEffect;
import dev.deed.sql.effect.RoutineEffect;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import dev.deed.sql.effect.RowsEffect;
import dev.deed.sql.effect.SequenceEffect;
import dev.deed.sql.effect.SessionEffect;
import dev.deed.sql.effect.SessionEffect.SetsParameter;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.effect.TypeEffect;
import dev.deed.sql.effect.ViewEffect;
import dev.deed.sql.script.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// What one statement touches in the current state: the names in it, resolved, and objects that it
/// reaches without naming them. Called for each effect before the effect changes the state.
final class Resolution {

  private final ReplaySession surrounding;
  private final Statement statement;
  private final BiConsumer<Effect, Statement> replay;
  private final ObjectAccesses touches = new ObjectAccesses();
  private final List<Effect.Opaque> opaque = new ArrayList<>();
  private final TableReach tables;
  private final RowReach rows;
  private final ObjectReach objects;

  /// @param replay changes the state by what the bodies of called routines define and drop
  Resolution(ReplaySession surrounding, Statement statement, BiConsumer<Effect, Statement> replay) {
    this.surrounding = surrounding;
    this.statement = statement;
    this.replay = replay;
    this.tables = new TableReach(surrounding, touches);
    this.rows = new RowReach(surrounding, touches, opaque, isEvaluating(statement), this::define);
    this.objects = new ObjectReach(surrounding, touches);
  }

  /// What is only kept for later rows is not evaluated: a default that is set, unlike that of a new
  /// column, and a check that is not valid yet.
  private static boolean isEvaluating(Statement statement) {
    var kept = 0;
    var others = 0;
    for (var effect : statement.effects()) {
      if (hasOnlyBound(effect)) {
        return true;
      }
      if (effect instanceof TableEffect.SetsDefault || isUnchecked(effect)) {
        kept++;
      } else if (effect instanceof TableEffect) {
        others++;
      }
    }
    var isOnlyKept = kept > 0 && others == 0;
    return statement.command().evaluatesExpressions() && !isOnlyKept;
  }

  private static boolean isUnchecked(Effect effect) {
    return effect instanceof TableEffect.AddsConstraint adds
        && (adds.constraint().notValid() || adds.constraint().notEnforced());
  }

  /// The bound of a partition is evaluated at once; defaults and checks next to it are kept.
  private static boolean hasOnlyBound(Effect effect) {
    return effect instanceof TableEffect.CreatesTable creates
        && creates.definition().partitionOf() != null
        && creates.definition().columns().isEmpty()
        && creates.definition().constraints().isEmpty()
        && creates.definition().partitionBy() == null;
  }

  List<ObjectAccess> touches() {
    return touches.list();
  }

  Set<ObjectName> writtenThroughViews() {
    return touches.writtenThroughViews();
  }

  Map<ObjectName, Set<Integer>> writers() {
    return touches.writers();
  }

  List<Effect.Opaque> opaque() {
    return opaque;
  }

  /// What deferred triggers reach now that the statement has changed what their functions do, and
  /// did not reach when they were fired.
  void addDeferred(Span span, Resolution scratch) {
    scratch.rows.runDeferred(span);
    for (var touch : scratch.touches.list()) {
      if (surrounding.isNewForDeferred(touch.object())) {
        touches.add(touch);
      }
    }
  }

  /// The objects reached since the last call.
  List<ObjectName> takeReached() {
    return touches.takeAdded();
  }

  /// @return the object that the effect names first, null if it names none
  @Nullable ObjectName add(Effect effect) {
    if (isThereAlready(effect)) {
      return addExisting(effect);
    }
    var subject = addNamed(effect);
    reach(effect);
    return subject;
  }

  private void reach(Effect effect) {
    var names = surrounding.names();
    switch (effect) {
      case TableEffect e -> {
        tables.add(e, names);
        rows.expressions().add(e);
      }
      case IndexEffect e -> {
        tables.add(e, names);
        rows.expressions().add(e);
      }
      case ViewEffect e -> rows.add(e);
      case TypeEffect e -> {
        objects.add(e);
        rows.expressions().add(e);
      }
      case AttachedEffect e -> tables.add(e, names);
      case ObjectEffect e -> objects.add(e);
      case PrivilegeEffect e -> objects.add(e);
      case RowsEffect e -> rows.add(e);
      case MaintenanceEffect e -> {
        tables.add(e, names);
        rows.expressions().add(e);
      }
      case RoutineEffect e -> rows.add(e);
      case Effect.Opaque e -> opaque.add(e);
      case Effect.NamesObject e -> rows.add(e);
      case SequenceEffect _, SessionEffect _ -> {}
    }
  }

  /// A routine that the statement calls defines, changes or drops something: for what follows, as
  /// in a `DO` block, this may have happened or not.
  private void define(Effect effect, List<Effect> body, NameResolution names, Span span) {
    if (!changesObjects(effect)) {
      return;
    }
    surrounding.inRoutine(
        names,
        () -> {
          touches.within(span, () -> reach(effect));
          replay.accept(effect, Replay.part(statement, effect, body));
        });
  }

  private static boolean changesObjects(Effect effect) {
    return switch (effect) {
      case TableEffect _,
          IndexEffect _,
          ViewEffect _,
          TypeEffect _,
          AttachedEffect _,
          ObjectEffect _,
          PrivilegeEffect _,
          MaintenanceEffect _,
          SequenceEffect _,
          RoutineEffect.CreatesRoutine _,
          RoutineEffect.AltersRoutine _ ->
          true;
      case RoutineEffect.CallsRoutine _,
          RoutineEffect.RunsBlock _,
          RowsEffect _,
          SessionEffect _,
          Effect.NamesObject _,
          Effect.Opaque _ ->
          false;
    };
  }

  /// Called after the effect has changed the session: names may now be looked up in the schema of a
  /// role that the text does not name.
  void checkUser(SessionEffect effect) {
    if (effect instanceof SetsParameter sets && surrounding.session().isUserUnknown()) {
      opaque.add(
          new Effect.Opaque(
              "\"$user\" in the search path stands for a role that the text does not name",
              sets.span()));
    }
  }

  /// True for `IF NOT EXISTS` with an existing object: the statement does nothing.
  private boolean isThereAlready(Effect effect) {
    var ifNotExists =
        switch (effect) {
          case TableEffect.CreatesTable e -> e.ifNotExists();
          case SequenceEffect.CreatesSequence e -> e.ifNotExists();
          case ViewEffect.CreatesView e -> e.ifNotExists();
          default -> false;
        };
    return ifNotExists
        && effect.touches().stream()
            .limit(1)
            .map(t -> CreatedName.of(effect, t.object(), surrounding.names()))
            .anyMatch(o -> o != null && surrounding.state.relation(o.name()) != null);
  }

  private @Nullable ObjectName addExisting(Effect effect) {
    for (var touch : effect.touches()) {
      var created = CreatedName.of(effect, touch.object(), surrounding.names());
      var object = surrounding.names().object(created == null ? touch.object() : created);
      touches.add(new ObjectAccess(object, touch.access(), null, touch.implied(), touch.span()));
      return object;
    }
    return null;
  }

  private @Nullable ObjectName addNamed(Effect effect) {
    if (effect instanceof CreatesRoutine creates) {
      var routine = creates.touches().getFirst();
      var created = CreatedName.of(creates, routine.object(), surrounding.names());
      var subject = add(routine, created);
      rows.define(creates);
      return subject;
    }
    ObjectName subject = null;
    for (var touch : effect.touches()) {
      var created =
          subject == null ? CreatedName.of(effect, touch.object(), surrounding.names()) : null;
      var object = add(touch, created);
      subject = subject == null ? object : subject;
    }
    return subject;
  }

  private ObjectName add(ObjectAccess touch, @Nullable ObjectName created) {
    var object = created == null ? surrounding.names().object(touch.object()) : created;
    touches.add(touch.named(object));
    addRelation(touch, object);
    return object;
  }

  /// A trigger, column or policy is locked by locking its relation; an attribute of a composite
  /// type, by locking the type.
  private void addRelation(ObjectAccess touch, ObjectName object) {
    if (object.kind().isPartOfRelation()) {
      var state = surrounding.state;
      var relation = state.relation(object.name());
      var type = state.type(object.name());
      var table = ObjectName.table(object.name());
      touches.add(touch.named(relation != null ? relation : type != null ? type : table));
    }
  }
}
