package dev.deed.sql.expression;

import dev.deed.sql.Span;
import java.util.List;

/// A `SELECT`, `VALUES` or `TABLE`, or a data-modifying statement in its place. The effects of the
/// enclosing statement include what it reads.
///
/// @param columns output column names, `""` if unknown and `"*"` for a star
/// @param canonical its tokens in one normal spelling: equal texts mean equal queries
public record Query(Span span, List<String> columns, String canonical) {

  public Query {
    columns = List.copyOf(columns);
  }
}
