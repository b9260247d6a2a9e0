package dev.deed.sql.effect;

import dev.deed.sql.Span;
import java.util.List;

/// What a statement does, as far as its text shows. Names are as written (folded, not resolved).
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
        Effect.NamesObject,
        Effect.Opaque {

  /// The place in the text.
  Span span();

  /// Every object that the text names for this effect, with access and lock.
  List<ObjectAccess> touches();

  /// Names a type, a collation or an operator in an expression. Whether a definition keeps the
  /// name, and so depends on the object, is for the replay to say.
  record NamesObject(ObjectName object, Span span) implements Effect {
    @Override
    public List<ObjectAccess> touches() {
      return List.of();
    }
  }

  /// Effects that the text does not reveal: dynamic SQL, a body in another language.
  record Opaque(String reason, Span span) implements Effect {

    private static final String BROKEN = "the body cannot be read: ";
    private static final String FOREIGN = "the body is in ";

    /// A body with a syntax error.
    public static Opaque broken(String mistake, Span span) {
      return new Opaque(BROKEN + mistake, span);
    }

    /// A body in a language other than SQL and PL/pgSQL.
    public static Opaque foreign(String language, Span span) {
      return new Opaque(FOREIGN + language, span);
    }

    public boolean isBroken() {
      return reason.startsWith(BROKEN);
    }

    public boolean isForeign() {
      return reason.startsWith(FOREIGN);
    }

    /// The syntax error of a broken body.
    public String mistake() {
      return isBroken() ? reason.substring(BROKEN.length()) : "";
    }

    @Override
    public List<ObjectAccess> touches() {
      return List.of();
    }
  }
}
