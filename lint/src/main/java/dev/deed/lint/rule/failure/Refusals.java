package dev.deed.lint.rule.failure;

import dev.deed.sql.effect.Effect;
import java.util.List;
import java.util.Optional;

/// One family of what PostgreSQL refuses.
interface Refusals {

  /// The kinds of effect that the family looks at: it is not asked about others. Most effects are
  /// of interest to few families.
  default List<Class<? extends Effect>> kinds() {
    return List.of(Effect.class);
  }

  /// @param known as the effects before this one left the schema
  Optional<Refusal> of(Effect effect, Known known);
}
