package dev.deed.engine.catalog;

/// What a transaction did to one object of the catalog.
///
/// @param object with its kind: `column public.users.name`
/// @param before what it was, as far as it is told apart; its old name where it was renamed
public record CatalogChange(Kind kind, String object, String before, String after) {

  public enum Kind {
    CREATED,
    DROPPED,
    RENAMED,
    CHANGED,
    /// Its rows are in a new file: rewritten, or truncated.
    REWRITTEN
  }

  /// As people read it: `changed column public.users.name: text -> character varying(20)`.
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
