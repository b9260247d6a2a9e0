package dev.deed.sql.replay;

import dev.deed.sql.effect.AttachedEffect;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect;
import dev.deed.sql.effect.MaintenanceEffect;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.PrivilegeEffect;
import dev.deed.sql.effect.RoutineEffect;
import dev.deed.sql.effect.RowsEffect;
import dev.deed.sql.effect.SequenceEffect;
import dev.deed.sql.effect.SessionEffect;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.effect.TypeEffect;
import dev.deed.sql.effect.ViewEffect;
import dev.deed.sql.script.Statement;
import java.util.List;

/// Changes the state according to a statement's effects, one after the other.
final class Replay {

  private final ReplaySession surrounding;
  private final TableReplay tables;
  private final IndexReplay indexes;
  private final ViewReplay views;
  private final SequenceReplay sequences;
  private final TypeReplay types;
  private final RoutineReplay routines;
  private final AttachedReplay attached;
  private final ObjectReplay objects;
  private final PrivilegeReplay privileges;

  Replay(ReplaySession surrounding) {
    this.surrounding = surrounding;
    privileges = new PrivilegeReplay(surrounding);
    sequences = new SequenceReplay(surrounding, privileges);
    indexes = new IndexReplay(surrounding);
    tables = new TableReplay(surrounding, privileges, sequences, indexes);
    views = new ViewReplay(surrounding, privileges);
    types = new TypeReplay(surrounding, privileges, tables);
    routines = new RoutineReplay(surrounding, privileges);
    attached = new AttachedReplay(surrounding);
    objects = new ObjectReplay(surrounding, privileges);
  }

  /// The statement of an effect of a body, for what looks at the other effects of its statement.
  static Statement part(Statement whole, Effect effect, List<Effect> body) {
    return switch (effect) {
      case ViewEffect _, AttachedEffect _, TableEffect.CreatesTable _, ObjectEffect.Creates _ ->
          whole.part(effect, body);
      default -> whole;
    };
  }

  /// @param statement of the effect: a view's definition takes several effects
  void apply(Effect effect, Statement statement) {
    switch (effect) {
      case TableEffect e -> tables.apply(e, statement);
      case IndexEffect e -> indexes.apply(e);
      case ViewEffect e -> views.apply(e, statement);
      case SequenceEffect e -> sequences.apply(e);
      case TypeEffect e -> types.apply(e);
      case RoutineEffect e -> routines.apply(e);
      case AttachedEffect e -> attached.apply(e, statement);
      case ObjectEffect e -> objects.apply(e, statement);
      case PrivilegeEffect e -> privileges.apply(e);
      case SessionEffect e -> surrounding.apply(e);
      case RowsEffect _, MaintenanceEffect _, Effect.NamesObject _, Effect.Opaque _ -> {}
    }
  }
}
