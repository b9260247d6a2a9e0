package dev.deed.engine.catalog;

/// A change that a transaction made to one object of the catalog.
///
/// @param object with its kind: `column public.users.name`
/// @param before its visible facts, or its old name if it was renamed
public record CatalogChange(Kind kind, String object, String before, String after) {

  public enum Kind {
    CREATED,
    DROPPED,
    RENAMED,
    CHANGED,
    /// Its rows are in a new file: rewritten, or truncated.
    REWRITTEN
  }

  /// As shown to users: `changed column public.users.name: text -> character varying(20)`.
  public String words() {
    return switch (kind) {
      case CREATED -> "created " + object + (after.isEmpty() ? "" : ": " + after);
      case DROPPED -> "dropped " + object;
      case RENAMED -> "renamed " + before + " to " + object;
      case CHANGED ->
          before.equals(after)
              ? "changed " + object
              : "changed " + object + ": " + before + " -> " + after;
      case REWRITTEN -> "rewrote or emptied " + object;
    };
  }
}
