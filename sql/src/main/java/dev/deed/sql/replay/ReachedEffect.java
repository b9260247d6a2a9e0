package dev.deed.sql.replay;

import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An effect with its names resolved, before it changes the state.
///
/// @param subject what it creates, changes, drops, reads or writes, null where it names no object
/// @param objects that its statement reaches with this effect for the first time
public record ReachedEffect(
    Effect effect, @Nullable ObjectName subject, List<ObjectName> objects) {

  public ReachedEffect {
    objects = List.copyOf(objects);
  }
}
