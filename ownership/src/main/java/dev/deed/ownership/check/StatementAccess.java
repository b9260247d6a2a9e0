package dev.deed.ownership.check;

import dev.deed.sql.ServiceName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectAccess;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything that one statement does to one object with an owner.
///
/// @param access the strongest access that the text asks for, or the implied one if it asks for
///   none
/// @param implied true if the text does not name the object
/// @param lock the strongest lock, null if no lock affects other sessions
record StatementAccess(
    Owned owned, Access access, boolean implied, Verb verb, @Nullable LockMode lock, Span span) {

  /// What messages say that the statement does.
  enum Verb {
    CREATES,
    DROPS,
    EMPTIES,
    LOCKS,
    /// Rows are locked for a writer: `FOR UPDATE` and the like.
    LOCKS_ROWS,
    /// Rows change as a consequence, through a trigger or foreign key.
    FOLLOWS,
    USES
  }

  /// A service that locks writers out of a table, or locks rows, needs the right to write: so does
  /// PostgreSQL see it.
  static StatementAccess of(Owned owned, ObjectAccess touch, Verb verb, boolean fresh) {
    var lock = fresh || verb == Verb.CREATES ? null : touch.lock();
    var locks = verb == Verb.LOCKS || verb == Verb.LOCKS_ROWS;
    var access = locks && touch.access() != Access.DEFINES ? Access.WRITES : touch.access();
    return new StatementAccess(owned, access, touch.implied(), verb, lock, touch.span());
  }

  /// Row locks of a table also lock the rows of its partitions.
  static StatementAccess ofPartition(Owned owned, ObjectAccess touch) {
    return new StatementAccess(
        owned, touch.access(), touch.implied(), Verb.LOCKS_ROWS, touch.lock(), touch.span());
  }

  StatementAccess with(Verb newVerb) {
    return new StatementAccess(owned, access, implied, newVerb, lock, span);
  }

  StatementAccess with(ObjectOwner newOwner) {
    return new StatementAccess(owned.with(newOwner), access, implied, verb, lock, span);
  }

  ObjectOwner owner() {
    return owned.owner();
  }

  /// The owner, if it is a single service.
  Optional<ServiceName> service() {
    return owner().service();
  }

  /// Merges both. The place comes from what the text names, unless the implied access is stronger.
  StatementAccess and(StatementAccess other) {
    var first = compare(other) <= 0 ? this : other;
    return new StatementAccess(
        first.owned,
        first.access,
        first.implied,
        verb.compareTo(other.verb) <= 0 ? verb : other.verb,
        strongest(other.lock),
        first.span);
  }

  private int compare(StatementAccess other) {
    var byAccess = access.compareTo(other.access);
    return byAccess != 0 ? byAccess : Boolean.compare(implied, other.implied);
  }

  private @Nullable LockMode strongest(@Nullable LockMode other) {
    if (lock == null || other == null) {
      return lock == null ? other : lock;
    }
    return lock.strongest(other);
  }

  /// True if other sessions have to wait for the lock.
  boolean locksOthersOut() {
    return lock != null && lock.blocksWrites();
  }

  /// The text locks rows of a table that this one is a partition of.
  boolean locksRowsOfPartition() {
    return verb == Verb.LOCKS_ROWS && implied && access == Access.READS;
  }

  /// As in "service web changes table users".
  String verbWords() {
    return switch (verb) {
      case CREATES -> "creates";
      case DROPS -> "drops";
      case EMPTIES -> "empties";
      case LOCKS -> "locks";
      case LOCKS_ROWS -> "row-locks";
      case FOLLOWS -> "writes to";
      case USES -> words(access);
    };
  }

  static String words(Access access) {
    return switch (access) {
      case DEFINES -> "changes";
      case WRITES -> "writes to";
      case REFERENCES -> "references";
      case READS -> "reads";
    };
  }
}
