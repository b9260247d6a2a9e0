package dev.deed.engine.catalog;

import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectName;

/// A lock that a transaction holds to its end.
///
/// @param mode the strongest mode that it holds on the relation
public record HeldLock(ObjectName relation, LockMode mode) {

  /// As shown to users: `ACCESS EXCLUSIVE on table public.users: reads and writes wait`.
  public String words() {
    var waiting =
        mode.blocksReads() ? ": reads and writes wait" : mode.blocksWrites() ? ": writes wait" : "";
    return mode.words() + " on " + relation.words() + waiting;
  }
}
