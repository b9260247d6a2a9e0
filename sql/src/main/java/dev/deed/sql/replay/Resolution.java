package dev.deed.sql.replay;

import dev.deed.sql.effect.AttachedEffect;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect;
import dev.deed.sql.effect.MaintenanceEffect;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.PrivilegeEffect;
import dev.deed.sql.effect.RoutineEffect;
import dev.deed.sql.effect.RowsEffect;
import dev.deed.sql.effect.SequenceEffect;
import dev.deed.sql.effect.SessionEffect;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.effect.TypeEffect;
import dev.deed.sql.effect.ViewEffect;
import dev.deed.sql.script.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one statement touches in the current state: the names in it, resolved, and objects that it
/// reaches without naming them. Called for each effect before the effect changes the state.
final class Resolution {

  private final ReplaySession surrounding;
  private final ObjectAccesses touches = new ObjectAccesses();
  private final List<Effect.Opaque> opaque = new ArrayList<>();
  private final TableReach tables;
  private final RowReach rows;
  private final ObjectReach objects;

  Resolution(ReplaySession surrounding, Statement statement) {
    this.surrounding = surrounding;
    this.tables = new TableReach(surrounding.state, touches);
    this.rows =
        new RowReach(surrounding, touches, opaque, EvaluatedExpressions.isRunning(statement));
    this.objects = new ObjectReach(surrounding, touches);
  }

  List<ObjectAccess> touches() {
    return touches.list();
  }

  List<Effect.Opaque> opaque() {
    return opaque;
  }

  void add(Effect effect) {
    if (isThereAlready(effect)) {
      effect.touches().stream().limit(1).forEach(this::addUnlocked);
      return;
    }
    addNamed(effect);
    var names = surrounding.names();
    switch (effect) {
      case TableEffect e -> tables.add(e, names);
      case IndexEffect e -> tables.add(e, names);
      case ViewEffect e -> rows.add(e);
      case TypeEffect e -> objects.add(e);
      case AttachedEffect e -> tables.add(e, names);
      case ObjectEffect e -> objects.add(e);
      case PrivilegeEffect e -> objects.add(e);
      case RowsEffect e -> rows.add(e);
      case MaintenanceEffect e -> tables.add(e, names);
      case RoutineEffect e -> rows.add(e);
      case Effect.Opaque e -> opaque.add(e);
      case SequenceEffect _, SessionEffect _ -> {}
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
            .map(t -> created(effect, t.object()))
            .anyMatch(o -> o != null && surrounding.state.relation(o.name()) != null);
  }

  private void addUnlocked(ObjectAccess touch) {
    var object = surrounding.names().object(touch.object());
    touches.add(new ObjectAccess(object, touch.access(), null, touch.implied(), touch.span()));
  }

  private void addNamed(Effect effect) {
    var named = effect.touches();
    for (var i = 0; i < named.size(); i++) {
      var touch = named.get(i);
      var object = i == 0 ? created(effect, touch.object()) : null;
      var resolved = object == null ? surrounding.names().object(touch.object()) : object;
      touches.add(touch.named(resolved));
      addRelation(touch, resolved);
    }
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

  /// An object that the effect creates goes to the first schema of the path: one of the same name
  /// in another schema is not meant.
  private @Nullable ObjectName created(Effect effect, ObjectName name) {
    var temporary =
        switch (effect) {
          case TableEffect.CreatesTable e -> e.definition().persistence() == Persistence.TEMPORARY;
          case SequenceEffect.CreatesSequence e -> e.persistence() == Persistence.TEMPORARY;
          case ViewEffect.CreatesView e -> e.temporary();
          default -> false;
        };
    var makes =
        switch (effect) {
          case TableEffect.CreatesTable _,
              SequenceEffect.CreatesSequence _,
              ViewEffect.CreatesView _,
              TypeEffect.CreatesEnum _,
              TypeEffect.CreatesComposite _,
              TypeEffect.CreatesDomain _,
              TypeEffect.CreatesRange _,
              TypeEffect.CreatesBaseType _ ->
              true;
          case RoutineEffect.CreatesRoutine _ -> true;
          case ObjectEffect.Creates _ -> name.kind().isInSchema();
          default -> false;
        };
    return makes ? name.named(surrounding.created(name.name(), temporary)) : null;
  }
}
