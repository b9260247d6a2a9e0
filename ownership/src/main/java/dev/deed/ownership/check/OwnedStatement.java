package dev.deed.ownership.check;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.RoutineEffect.CallsRoutine;
import dev.deed.sql.replay.ResolvedStatement;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A resolved statement, with the owners that its objects have when it runs.
///
/// @param effects all effects, including those in the bodies of `DO` blocks
/// @param accesses one for each object with an owner
/// @param declared the `-- deed: touches` directives of the statement
/// @param columns of each table that it reads or references, by the table's name; none for a table
///   that it uses as a whole
/// @param unknownProcedures calls of procedures that no earlier migration created
/// @param overloads functions that get the name of a service's function
/// @param captures functions that get the name of one of PostgreSQL's own
record OwnedStatement(
    ResolvedStatement resolved,
    List<Effect> effects,
    List<StatementAccess> accesses,
    TouchesDirective declared,
    Map<QualifiedName, Set<String>> columns,
    List<CallsRoutine> unknownProcedures,
    List<OverloadCheck.Overload> overloads,
    List<CaptureCheck.Capture> captures) {

  public OwnedStatement {
    effects = List.copyOf(effects);
    columns = Map.copyOf(columns);
    accesses = List.copyOf(accesses);
    unknownProcedures = List.copyOf(unknownProcedures);
    overloads = List.copyOf(overloads);
    captures = List.copyOf(captures);
  }
}
