package dev.deed.ownership.check;

import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.RoutineEffect.CallsRoutine;
import dev.deed.sql.replay.ResolvedStatement;
import java.util.List;

/// A resolved statement, with the owners that its objects have when it runs.
///
/// @param effects all effects, including those in the bodies of `DO` blocks
/// @param accesses one for each object with an owner
/// @param declared the `-- deed: touches` directives of the statement
/// @param unknownProcedures calls of procedures that no earlier migration created
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
