package dev.deed.ownership.check;

import dev.deed.ownership.Owner;
import dev.deed.sql.ServiceName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectAccess;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All that one statement does to one holder's object.
///
/// @param access the strongest that the text asks for, or that is implied where it asks for none
/// @param implied the text does not name it
/// @param lock the strongest, null where none matters to others
record StatementAccess(
    Holder holder, Access access, boolean implied, Verb verb, @Nullable LockMode lock, Span span) {

  enum Verb {
    CREATES,
    DROPS,
    EMPTIES,
    LOCKS,
    /// Rows change with others, by a trigger or foreign key.
    FOLLOWS,
    USES
  }

  /// Who locks writers out of a table must be one who may write to it.
  static StatementAccess of(Holder holder, ObjectAccess touch, Verb verb, boolean fresh) {
    var lock = fresh || verb == Verb.CREATES ? null : touch.lock();
    var access = verb == Verb.LOCKS ? Access.WRITES : touch.access();
    return new StatementAccess(holder, access, touch.implied(), verb, lock, touch.span());
  }

  StatementAccess with(Verb newVerb) {
    return new StatementAccess(holder, access, implied, newVerb, lock, span);
  }

  /// Whose it is, if it is one service's.
  Optional<ServiceName> owner() {
    return switch (holder) {
      case Holder.ByClaim claimed when claimed.owner() instanceof Owner.OwnedBy owned ->
          Optional.of(owned.service());
      case Holder.ByCreation created -> Optional.of(created.service());
      default -> Optional.empty();
    };
  }

  /// Both together. What the text says decides the place, unless the rest weighs more.
  StatementAccess and(StatementAccess other) {
    var first = compare(other) <= 0 ? this : other;
    return new StatementAccess(
        first.holder,
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

  /// Others have to wait for it.
  boolean locksOthersOut() {
    return lock != null && lock.blocksWrites();
  }

  /// As in "service web changes table users".
  String verbWords() {
    return switch (verb) {
      case CREATES -> "creates";
      case DROPS -> "drops";
      case EMPTIES -> "empties";
      case LOCKS -> "locks";
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
