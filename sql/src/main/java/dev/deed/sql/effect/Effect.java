package dev.deed.sql.effect;

import dev.deed.sql.Span;
import java.util.List;

/// What a statement does, as far as its text can tell. Names are as written (folded, not resolved).
public sealed interface Effect
    permits TableEffect,
        IndexEffect,
        ViewEffect,
        SequenceEffect,
        TypeEffect,
        RoutineEffect,
        AttachedEffect,
        ObjectEffect,
        PrivilegeEffect,
        RowsEffect,
        SessionEffect,
        MaintenanceEffect,
        Effect.Opaque {

  /// Where the text says it.
  Span span();

  /// Every object that the text names for this effect, with access and lock.
  List<ObjectAccess> touches();

  /// What cannot be known from the text: dynamic SQL, another language's body.
  record Opaque(String reason, Span span) implements Effect {
    @Override
    public List<ObjectAccess> touches() {
      return List.of();
    }
  }
}
