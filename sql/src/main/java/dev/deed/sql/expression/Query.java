package dev.deed.sql.expression;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A `SELECT`, `VALUES` or `TABLE`, or a data-modifying statement in its place. The effects of the
/// enclosing statement include what it reads.
///
/// @param columns output column names, `""` if unknown and `"*"` for a star
/// @param source the only relation in its `FROM`, which gets the rows written to a view of this
///   query; null if there are none or several
/// @param canonical its tokens in one normal spelling: equal texts mean equal queries
/// @param tree null if it was not asked for, or has parts that no tree has
public record Query(
    Span span,
    List<String> columns,
    @Nullable QualifiedName source,
    String canonical,
    @Nullable QueryTree tree) {

  public Query {
    columns = List.copyOf(columns);
  }
}
