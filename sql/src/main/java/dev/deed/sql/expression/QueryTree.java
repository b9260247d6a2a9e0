package dev.deed.sql.expression;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.expression.Expression.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A query in its parts.
public sealed interface QueryTree {

  /// @param operator lower case, with `all` or without
  record Combined(String operator, QueryTree left, QueryTree right) implements QueryTree {}

  record Values(List<List<Expression>> rows) implements QueryTree {
    public Values {
      rows = List.copyOf(rows);
    }
  }

  /// @param distinct `SELECT DISTINCT`
  /// @param distinctOn the expressions of `DISTINCT ON`
  /// @param groupBy also `GROUPING SETS`, `CUBE` and `ROLLUP`, each as a construct of that word
  /// @param windows each as a call of its name, with its definition as the trailer
  record Select(
      boolean distinct,
      List<Expression> distinctOn,
      List<Target> targets,
      List<From> from,
      @Nullable Expression where,
      List<Expression> groupBy,
      @Nullable Expression having,
      List<Call> windows)
      implements QueryTree {
    public Select {
      distinctOn = List.copyOf(distinctOn);
      targets = List.copyOf(targets);
      from = List.copyOf(from);
      groupBy = List.copyOf(groupBy);
      windows = List.copyOf(windows);
    }
  }

  /// A query with `WITH`, `ORDER BY`, `LIMIT`, `OFFSET` and `FOR UPDATE`.
  ///
  /// @param ties whether the limit is `WITH TIES`
  record Ordered(
      boolean recursive,
      List<CommonTable> with,
      QueryTree body,
      List<Sort> order,
      @Nullable Expression limit,
      @Nullable Expression offset,
      boolean ties,
      List<Lock> locks)
      implements QueryTree {
    public Ordered {
      with = List.copyOf(with);
      order = List.copyOf(order);
      locks = List.copyOf(locks);
    }
  }

  /// @param strength `for no key update`
  /// @param of the names of items in `FROM`; none for all of them
  /// @param waiting `nowait`, `skip locked`, or `""`
  record Lock(String strength, List<String> of, String waiting) {
    public Lock {
      of = List.copyOf(of);
    }
  }

  /// @param materialized null if the text does not say
  record CommonTable(
      String name, List<String> columns, @Nullable Boolean materialized, QueryTree query) {
    public CommonTable {
      columns = List.copyOf(columns);
    }
  }

  /// @param value a column `*` for a star
  /// @param alias null if there is none
  /// @param name the column's name, `""` if the text does not reveal it
  record Target(Expression value, @Nullable String alias, String name) {}

  /// @param nullsFirst null if the text does not say
  record Sort(Expression value, boolean descending, @Nullable Boolean nullsFirst) {

    /// PostgreSQL's default: nulls sort as the largest values.
    public String direction() {
      var first = nullsFirst == null ? descending : nullsFirst;
      return (descending ? " desc" : "")
          + (first == descending ? "" : first ? " nulls first" : " nulls last");
    }
  }

  /// @param alias null if there is none
  /// @param columns that the alias names
  /// @param types of these columns, where the alias defines what a function returns
  record Alias(@Nullable String alias, List<String> columns, List<TypeName> types) {

    public static final Alias NONE = new Alias(null, List.of());

    public Alias {
      columns = List.copyOf(columns);
      types = List.copyOf(types);
    }

    public Alias(@Nullable String alias, List<String> columns) {
      this(alias, columns, List.of());
    }
  }

  /// An item in `FROM`.
  sealed interface From {

    record Relation(QualifiedName name, boolean only, Alias alias) implements From {}

    record Derived(QueryTree query, boolean lateral, Alias alias) implements From {}

    record Function(Expression call, boolean ordinality, Alias alias) implements From {}

    /// @param kind `inner`, `left`, `right`, `full` or `cross`
    /// @param on null for none
    record Join(
        String kind,
        boolean natural,
        From left,
        From right,
        @Nullable Expression on,
        List<String> using)
        implements From {
      public Join {
        using = List.copyOf(using);
      }
    }
  }
}
