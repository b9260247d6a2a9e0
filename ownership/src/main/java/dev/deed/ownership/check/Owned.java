package dev.deed.ownership.check;

import dev.deed.sql.ServiceName;
import org.jspecify.annotations.Nullable;

/// An object's owner at one moment of the replay.
///
/// @param known true if the migrations before that moment created the object
/// @param identity the number of the relation that `owner` names, -1 if it is not known
/// @param creator the service whose migration created that relation, null if none did
record Owned(ObjectOwner owner, boolean known, int identity, @Nullable ServiceName creator) {

  Owned with(ObjectOwner newOwner) {
    return new Owned(newOwner, known, identity, creator);
  }
}
