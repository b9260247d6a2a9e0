package dev.deed.sql.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The query of a view.
///
/// @param canonical its tokens in one normal spelling
/// @param normal the same text for all spellings of one meaning, for comparison only; null if it
///   was not asked for, or if a name in it cannot be placed
/// @param widths the number of columns that each of the objects had which the view reads, in the
///   order of `View.reads`: `*` never means those that they get later. Empty if it is not known
public record QueryWords(String canonical, @Nullable String normal, List<Integer> widths) {

  public QueryWords {
    widths = List.copyOf(widths);
  }

  public static QueryWords of(String canonical, List<Integer> widths) {
    return new QueryWords(canonical, null, widths);
  }

  /// The same query where something that it names is renamed.
  public QueryWords renamed(String newCanonical) {
    return new QueryWords(newCanonical, null, widths);
  }

  public QueryWords withNormal(String newNormal) {
    return new QueryWords(canonical, newNormal, widths);
  }
}
