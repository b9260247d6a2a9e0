package dev.deed.sql.replay;

import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An effect with its names resolved, before it changes the state.
///
/// @param subject the object that the effect creates, changes, drops, reads or writes, null if it
///   names none
/// @param objects the objects that the statement has not reached before this effect
public record ReachedEffect(Effect effect, @Nullable ObjectName subject, List<ObjectName> objects) {

  public ReachedEffect {
    objects = List.copyOf(objects);
  }
}
