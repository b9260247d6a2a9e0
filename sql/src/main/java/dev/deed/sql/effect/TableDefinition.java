package dev.deed.sql.effect;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.expression.Query;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The definition of a table by `CREATE TABLE`, `CREATE FOREIGN TABLE` or `CREATE TABLE AS`.
///
/// @param options storage parameters
/// @param as the query of `CREATE TABLE AS` and `SELECT INTO`
/// @param asExecute the prepared statement's name of `CREATE TABLE ... AS EXECUTE`
public record TableDefinition(
    Persistence persistence,
    List<Column> columns,
    List<Constraint> constraints,
    List<Like> likes,
    List<Parent> inherits,
    @Nullable PartitionOf partitionOf,
    @Nullable PartitionBy partitionBy,
    @Nullable QualifiedName ofType,
    Map<String, String> options,
    @Nullable String accessMethod,
    @Nullable String tablespace,
    @Nullable String onCommit,
    @Nullable ForeignServer server,
    @Nullable Query as,
    @Nullable String asExecute) {

  public TableDefinition {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    likes = List.copyOf(likes);
    inherits = List.copyOf(inherits);
    options = Map.copyOf(options);
  }

  public enum Persistence {
    PERMANENT,
    UNLOGGED,
    TEMPORARY
  }

  /// @param including what is copied, lower case: `all`, `defaults`, `indexes`, ...
  public record Like(
      QualifiedName source, Set<String> including, Set<String> excluding, Span span) {
    public Like {
      including = Set.copyOf(including);
      excluding = Set.copyOf(excluding);
    }
  }

  public record Parent(QualifiedName name, Span span) {}

  /// @param bound canonical: `for values from ('2026-01-01') to ('2026-02-01')` or `default`
  public record PartitionOf(QualifiedName parent, String bound, Span span) {}

  /// @param strategy `range`, `list` or `hash`
  public record PartitionBy(String strategy, List<PartitionKey> keys) {
    public PartitionBy {
      keys = List.copyOf(keys);
    }
  }

  public record PartitionKey(
      @Nullable String column,
      ExpressionText expression,
      @Nullable QualifiedName collation,
      @Nullable QualifiedName operatorClass) {}

  public record ForeignServer(String name, Map<String, String> options) {
    public ForeignServer {
      options = Map.copyOf(options);
    }
  }
}
