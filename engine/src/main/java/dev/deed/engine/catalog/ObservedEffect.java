package dev.deed.engine.catalog;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a transaction has done to one object, as the server shows it before the commit.
///
/// @param object under the name that it had when the transaction began; under its new one if the
///   transaction created it
/// @param wholes the table of a sequence, or the partitioned tables above a partition, the nearest
///   first
/// @param lock the strongest that is held on it; null where the server shows none
/// @param rows written, 0 if none or not counted
public record ObservedEffect(
    ObjectName object,
    List<QualifiedName> wholes,
    Happening happening,
    @Nullable LockMode lock,
    long rows) {

  public ObservedEffect {
    wholes = List.copyOf(wholes);
  }

  /// The strongest that there is evidence for.
  public enum Happening {
    CREATED(Access.DEFINES, "created"),
    DROPPED(Access.DEFINES, "dropped"),
    CHANGED(Access.DEFINES, "changed"),
    /// The lock of a write was taken, or the file of the rows is another one.
    WROTE(Access.WRITES, "wrote"),
    /// A lock that keeps others from writing, and nothing else.
    LOCKED(Access.WRITES, "locked"),
    REFERENCED(Access.REFERENCES, "referenced"),
    READ(Access.READS, "read");

    private final Access access;
    private final String words;

    Happening(Access access, String words) {
      this.access = access;
      this.words = words;
    }

    /// What a service needs for it.
    public Access access() {
      return access;
    }

    /// As in "this also wrote public.users".
    public String words() {
      return words;
    }
  }
}
