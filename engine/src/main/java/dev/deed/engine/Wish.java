package dev.deed.engine;

import dev.deed.sql.ServiceName;
import org.jspecify.annotations.Nullable;

/// Which migrations to apply.
///
/// @param service null for all
/// @param outOfOrder a service's migration may be applied after a later one of the same service
/// @param forced why contracts of changeovers are applied that are not due; null where they wait
public record Wish(
    Goal goal, @Nullable ServiceName service, boolean outOfOrder, @Nullable String forced) {

  public Wish(Goal goal, @Nullable ServiceName service, boolean outOfOrder) {
    this(goal, service, outOfOrder, null);
  }

  public static final Wish ALL = new Wish(Goal.HEAD, null, false);
}
