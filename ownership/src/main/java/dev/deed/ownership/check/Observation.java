package dev.deed.ownership.check;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a server says that a script did to one object.
///
/// @param wholes the table of a sequence, or the partitioned tables above a partition
/// @param lock the strongest that is held on it, null for none
/// @param isNew the script created it
/// @param isLock there is no more than the lock
/// @param words as in "this also wrote 3 rows of"
public record Observation(
    ObjectName object,
    List<QualifiedName> wholes,
    Access access,
    @Nullable LockMode lock,
    boolean isNew,
    boolean isLock,
    String words) {

  public Observation {
    wholes = List.copyOf(wholes);
  }
}
