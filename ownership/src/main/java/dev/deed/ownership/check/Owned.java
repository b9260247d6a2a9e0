package dev.deed.ownership.check;

import dev.deed.sql.ServiceName;
import org.jspecify.annotations.Nullable;

/// An object's owner at one moment of the replay.
///
/// @param known the migrations up to then have created it, or the table that it is tied to
/// @param identity of the relation that `owner` names, -1 where it is none that is known
/// @param creator whose migration created that relation, null where none did
record Owned(ObjectOwner owner, boolean known, int identity, @Nullable ServiceName creator) {

  Owned with(ObjectOwner newOwner) {
    return new Owned(newOwner, known, identity, creator);
  }
}
