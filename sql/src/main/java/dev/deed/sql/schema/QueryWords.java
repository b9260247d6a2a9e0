package dev.deed.sql.schema;

import org.jspecify.annotations.Nullable;

/// The query of a view.
///
/// @param canonical its tokens in one normal spelling
/// @param normal the same text for all spellings of one meaning, for comparison only; null if it
///   was not asked for, or if a name in it cannot be placed
public record QueryWords(String canonical, @Nullable String normal) {

  public static QueryWords of(String canonical) {
    return new QueryWords(canonical, null);
  }
}
