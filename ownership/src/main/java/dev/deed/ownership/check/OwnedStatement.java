package dev.deed.ownership.check;

import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.RoutineEffect.CallsRoutine;
import dev.deed.sql.replay.ResolvedStatement;
import java.util.List;

/// A statement in its place, with the owners that the objects it reaches had there.
///
/// @param effects all that happen, those in the bodies of `DO` blocks too
/// @param accesses one for each object that has an owner
/// @param declared what `-- deed: touches` says of it
/// @param unknownProcedures calls of procedures that no migration had created
record OwnedStatement(
    ResolvedStatement resolved,
    List<Effect> effects,
    List<StatementAccess> accesses,
    TouchesDirective declared,
    List<CallsRoutine> unknownProcedures) {

  public OwnedStatement {
    effects = List.copyOf(effects);
    accesses = List.copyOf(accesses);
    unknownProcedures = List.copyOf(unknownProcedures);
  }
}
