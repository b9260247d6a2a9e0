package dev.deed.engine.catalog;

import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectName;

/// A lock that a transaction keeps to its end.
///
/// @param mode the strongest that it holds there
public record HeldLock(ObjectName relation, LockMode mode) {

  /// As people read it: `ACCESS EXCLUSIVE on table public.users: reads and writes wait`.
  public String words() {
    var waiting =
        mode.blocksReads() ? ": reads and writes wait" : mode.blocksWrites() ? ": writes wait" : "";
    return mode.words() + " on " + relation.words() + waiting;
  }
}
