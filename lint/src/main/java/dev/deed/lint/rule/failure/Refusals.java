package dev.deed.lint.rule.failure;

import dev.deed.sql.effect.Effect;
import java.util.Optional;

/// One family of what PostgreSQL refuses.
@FunctionalInterface
interface Refusals {

  /// @param known as the effects before this one left the schema
  Optional<Refusal> of(Effect effect, Known known);
}
