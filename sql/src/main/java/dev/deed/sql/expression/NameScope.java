package dev.deed.sql.expression;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The column names of a statement, by the query in which they are written. A name means a column
/// of a source of its own scope, or of a scope around it.
///
/// @param merged its joins merge columns of the same name: `NATURAL`, `USING`
/// @param joins those of its joins that have `USING`
/// @param parts casts, comparisons, calls and the like, each with what is in it
/// @param inner the queries in this one
/// @param outputs what it selects, for the scope in whose `FROM` it is written
public record NameScope(
    List<Source> sources,
    boolean merged,
    List<Join> joins,
    List<Use> uses,
    List<Part> parts,
    List<NameScope> inner,
    Outputs outputs) {

  public NameScope {
    sources = List.copyOf(sources);
    joins = List.copyOf(joins);
    uses = List.copyOf(uses);
    parts = List.copyOf(parts);
    inner = List.copyOf(inner);
  }

  /// Sources only, for what is around a query.
  public static NameScope of(List<Source> sources, Outputs outputs) {
    return new NameScope(sources, false, List.of(), List.of(), List.of(), List.of(), outputs);
  }

  /// A join with `USING`: each side has to have each of the columns.
  public record Join(List<Use> columns, List<Source> left, List<Source> right) {
    public Join {
      columns = List.copyOf(columns);
      left = List.copyOf(left);
      right = List.copyOf(right);
    }
  }

  /// @param span of its last token
  public record Part(Expression tree, Span span) {}

  /// A column as written.
  ///
  /// @param path `column`, `table.column`, `schema.table.column`
  /// @param mayBeOutput written where the name of an output column stands for it: `ORDER BY`,
  ///   `GROUP BY`, `DISTINCT ON`
  public record Use(List<String> path, boolean mayBeOutput, Span span) {
    public Use {
      path = List.copyOf(path);
    }
  }

  /// @param names of the columns in order, up to the first star
  /// @param stars a star adds all columns of the sources
  /// @param unclear some have a name that the text does not show
  /// @param of the scope that a star refers to, null for the own one
  public record Outputs(
      List<String> names, boolean stars, boolean unclear, @Nullable NameScope of) {
    public Outputs {
      names = List.copyOf(names);
    }
  }

  public sealed interface Source {
    /// The name by which columns are qualified.
    String alias();

    /// @param renamed the new names of the first columns: `t AS a (x, y)`
    /// @param isAliased the relation's own name means nothing here
    record Relation(QualifiedName name, String alias, boolean isAliased, List<String> renamed)
        implements Source {
      public Relation {
        renamed = List.copyOf(renamed);
      }
    }

    record Subquery(String alias, List<String> renamed, NameScope query) implements Source {
      public Subquery {
        renamed = List.copyOf(renamed);
      }
    }

    /// A function, or anything else whose columns the text does not show.
    record Unclear(String alias) implements Source {}
  }
}
