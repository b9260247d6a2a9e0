package dev.deed.sql.replay;

import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.script.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A statement in its position: every name is resolved with the search path and the state left by
/// the statements before it.
///
/// @param touches all objects reached; those that only the state reveals (cascades, referenced and
///   referencing tables, children) have `implied` set; kinds are from the state
/// @param opaque effects that cannot be known, in the statement or in the bodies of routines it
///   runs
/// @param fresh touched objects that were created earlier in the same script: no other session uses
///   them yet
/// @param writtenThroughViews touched relations that the statement writes through a view, not
///   through a trigger or foreign key of a table
/// @param writers the numbers of the statements that wrote what writes a touched object without
///   naming it: they created a trigger, rule, default or constraint, or the statement itself calls
///   a function. What a foreign key changes has none
/// @param uses types, routines and relations that definitions of the statement come to depend on by
///   a type name or an expression
public record ResolvedStatement(
    Statement statement,
    List<ObjectAccess> touches,
    List<Effect.Opaque> opaque,
    Set<ObjectName> fresh,
    Set<ObjectName> writtenThroughViews,
    Map<ObjectName, Set<Integer>> writers,
    List<ObjectAccess> uses) {

  public ResolvedStatement {
    touches = List.copyOf(touches);
    opaque = List.copyOf(opaque);
    fresh = Set.copyOf(fresh);
    writtenThroughViews = Set.copyOf(writtenThroughViews);
    writers = Map.copyOf(writers);
    uses = List.copyOf(uses);
  }
}
