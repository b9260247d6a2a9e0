package dev.deed.sql.replay;

import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.script.Statement;
import java.util.List;
import java.util.Set;

/// A statement in its place: every name resolved in the search path and the state that the
/// statements before it left.
///
/// @param touches all objects reached, those that only the state tells (cascades, foreign keys'
///   other side, children) with `implied` set; kinds as the state knows them
/// @param opaque what cannot be known, in the statement or in the bodies of routines it runs
/// @param fresh those of the touched objects that were created earlier in the same script: nobody
///   waits for them yet
public record ResolvedStatement(
    Statement statement,
    List<ObjectAccess> touches,
    List<Effect.Opaque> opaque,
    Set<ObjectName> fresh) {

  public ResolvedStatement {
    touches = List.copyOf(touches);
    opaque = List.copyOf(opaque);
    fresh = Set.copyOf(fresh);
  }
}
